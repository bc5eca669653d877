import type { Tx } from "../../database/connection.ts";
import type { PartCounts } from "./sync_run.ts";

export type PersonalList =
  | "favorite_foods"
  | "recent_foods"
  | "frequent_foods"
  | "favorite_recipes"
  | "saved_meals";

/** Keeps a person's list by its ids, in its order; writes nothing where it is so already. Left out ones go. */
export async function keepList(
  tx: Tx,
  personId: string,
  list: PersonalList,
  itemIds: readonly string[],
): Promise<PartCounts> {
  const ids = [...new Set(itemIds)];
  const { rowCount: removed } = await tx.query(
    `delete from meal_planner.fatsecret_lists
     where person_id = $1::uuid and list = $2::text and not item_id = any ($3::text[])`,
    [personId, list, ids],
  );
  const { rows } = await tx.query<{ created: boolean }>(
    `insert into meal_planner.fatsecret_lists as l (person_id, list, item_id, position)
     select $1::uuid, $2::text, item_id, position - 1
     from unnest($3::text[]) with ordinality as i (item_id, position) order by item_id
     on conflict (person_id, list, item_id) do update set position = excluded.position, seen_at = now()
     where l.position <> excluded.position
     returning xmax = 0 as created`,
    [personId, list, ids],
  );
  const created = rows.filter((row) => row.created).length;
  const moved = rows.length - created;
  return { created, updated: moved + removed, unchanged: ids.length - rows.length, failed: 0 };
}

/** The ids of a person's list, in its order. */
export async function listedIds(tx: Tx, personId: string, list: PersonalList): Promise<string[]> {
  const { rows } = await tx.query<{ item_id: string }>(
    `select item_id from meal_planner.fatsecret_lists
     where person_id = $1::uuid and list = $2::text order by position, item_id`,
    [personId, list],
  );
  return rows.map((row) => row.item_id);
}
