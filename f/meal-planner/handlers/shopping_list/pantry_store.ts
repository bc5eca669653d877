import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import type { Household } from "../../households/household.ts";
import type { PantryLot } from "./pantry_lot.ts";

/** A food as the pantry keeps it. `unit` is gram for a known food, the unit as written of an unknown one. */
export type PantryFood = { key: string; name: string; food_id: string | null; unit: string | null };

export type PantryReason = "set" | "bought" | "cooked";

/** What a change was for. */
export type PantryCause = {
  reason: PantryReason;
  listId?: string;
  meal?: { plan_id: string; date: string; position: number };
};

/** Makes foods known to the pantry; `alwaysHave` is set where it is given. */
export async function upsertPantryFoods(
  tx: Tx,
  household: Household,
  foods: readonly (PantryFood & { alwaysHave?: boolean })[],
): Promise<void> {
  await tx.query(
    `insert into meal_planner.pantry_foods as known (household_id, key, name, food_id, unit, always_have)
     select distinct on (key) $1::uuid, key, name, food_id, unit, coalesce(always_have, false)
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[])
       as food (key, name, food_id, unit, always_have)
     on conflict (household_id, key) do update set
       name = excluded.name, food_id = excluded.food_id,
       always_have = case when excluded.key = any($7::text[]) then excluded.always_have else known.always_have end`,
    [
      household.household_id,
      foods.map((food) => food.key),
      foods.map((food) => food.name),
      foods.map((food) => food.food_id),
      foods.map((food) => food.unit),
      foods.map((food) => food.alwaysHave ?? null),
      foods.filter((food) => food.alwaysHave !== undefined).map((food) => food.key),
    ],
  );
}

/** The lots of some foods, locked until the end, so that what is read is what is changed. */
export async function lockLots(tx: Tx, household: Household, keys: readonly string[]): Promise<PantryLot[]> {
  const { rows } = await tx.query<PantryLot>(
    `select lot_id as "lotId", key, amount, best_before as "bestBefore" from meal_planner.pantry_lots
     where household_id = $1::uuid and key = any($2::text[]) order by lot_id for update`,
    [household.household_id, keys],
  );
  return rows;
}

export type LotChange = { key: string; bestBefore: string | null; delta: number };

/**
 * Changes lots by amounts, making those that aren't there, and writes each change down. The table refuses to go below
 * zero. Changes of one lot are added up first.
 */
export async function changeLots(
  tx: Tx,
  household: Household,
  changes: readonly LotChange[],
  cause: PantryCause,
): Promise<void> {
  const merged = mergeChanges(changes).filter((change) => change.delta !== 0);
  if (merged.length === 0) return;
  await tx.query(
    `with change as (
       select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::double precision[])
         as change (entry_id, new_lot_id, key, best_before, delta)
     ), lot as (
       insert into meal_planner.pantry_lots as lot (lot_id, household_id, key, amount, best_before)
       select new_lot_id, $1::uuid, key, greatest(delta, 0), best_before from change
       on conflict (household_id, key, best_before) do update
         set amount = lot.amount + (select delta from change where change.key = excluded.key
               and change.best_before is not distinct from excluded.best_before),
           updated_at = now()
       returning lot.lot_id, lot.key, lot.best_before
     )
     insert into meal_planner.pantry_ledger
       (entry_id, household_id, key, lot_id, delta, reason, list_id, plan_id, meal_date, meal_position)
     select change.entry_id, $1::uuid, change.key, lot.lot_id, change.delta, $7::text, $8::uuid, $9::uuid,
       $10::date, $11::integer
     from change join lot on lot.key = change.key and lot.best_before is not distinct from change.best_before`,
    [
      household.household_id,
      merged.map(() => newId()),
      merged.map(() => newId()),
      merged.map((change) => change.key),
      merged.map((change) => change.bestBefore),
      merged.map((change) => change.delta),
      cause.reason,
      cause.listId ?? null,
      cause.meal?.plan_id ?? null,
      cause.meal?.date ?? null,
      cause.meal?.position ?? null,
    ],
  );
}

function mergeChanges(changes: readonly LotChange[]): LotChange[] {
  const byLot = new Map<string, LotChange>();
  for (const change of changes) {
    const lot = JSON.stringify([change.key, change.bestBefore]);
    const same = byLot.get(lot);
    byLot.set(lot, same ? { ...same, delta: same.delta + change.delta } : change);
  }
  return [...byLot.values()];
}

/** How to take an amount from lots: what spoils first goes first. `short` is what they can't give. */
export function takeFromLots(
  lots: readonly PantryLot[],
  amount: number,
): { changes: LotChange[]; short: number } {
  const order = [...lots].sort((a, b) => ((a.bestBefore ?? "9999") < (b.bestBefore ?? "9999") ? -1 : 1));
  const changes: LotChange[] = [];
  let wanted = amount;
  for (const lot of order) {
    const taken = Math.min(lot.amount, wanted);
    if (taken <= 0) continue;
    wanted -= taken;
    changes.push({ key: lot.key, bestBefore: lot.bestBefore, delta: -taken });
  }
  return { changes, short: wanted };
}
