import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import type { StoredItem } from "./stored_list.ts";

/** Where a household has found things: key → aisle. */
export async function readAisleMoves(tx: Tx, household: Household): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ key: string; aisle: string }>(
    "select key, aisle from meal_planner.aisle_moves where household_id = $1::uuid",
    [household.household_id],
  );
  return new Map(rows.map((row) => [row.key, row.aisle]));
}

/** Remembers moves for all later lists; null forgets one. */
export async function writeAisleMoves(
  tx: Tx,
  household: Household,
  moves: readonly { item: StoredItem; aisle: string | null }[],
): Promise<void> {
  const kept = moves.filter((move) => move.aisle !== null);
  const forgotten = moves.filter((move) => move.aisle === null);
  await tx.query(
    `insert into meal_planner.aisle_moves (household_id, key, aisle)
     select distinct on (key) $1::uuid, key, aisle from unnest($2::text[], $3::text[]) as move (key, aisle)
     on conflict (household_id, key) do update set aisle = excluded.aisle`,
    [household.household_id, kept.map((move) => move.item.key), kept.map((move) => move.aisle)],
  );
  await tx.query(
    "delete from meal_planner.aisle_moves where household_id = $1::uuid and key = any($2::text[])",
    [household.household_id, forgotten.map((move) => move.item.key)],
  );
}
