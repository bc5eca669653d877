import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { lockHousehold } from "./list_store.ts";

/**
 * Takes back a list that was made for something that came to nothing. Only as it was made: one that anybody has touched
 * since, or that has followed its plan, stays. ShoppingListUpdated tells that its lines are gone.
 *
 * @returns Whether it was taken back.
 */
export async function withdrawList(
  tx: Tx,
  list: { list_id: string; household_id: string; version: number },
): Promise<boolean> {
  const household = await resolveHousehold(tx, list.household_id);
  await lockHousehold(tx, household);
  const { rows } = await tx.query<{ items: number }>(
    `delete from meal_planner.shopping_lists
     where list_id = $1::uuid and household_id = $2::uuid and version = $3::integer and state = 'open'
     returning (select count(*)::integer from meal_planner.shopping_items item where item.list_id = $1::uuid) as items`,
    [list.list_id, list.household_id, list.version],
  );
  const gone = rows[0];
  if (!gone) return false;
  const { household_id, list_id, version } = list;
  const detail = { household_id, list_id, version: version + 1, added: 0, changed: 0, removed: gone.items };
  await emit(tx, [{ type: "ShoppingListUpdated", detail }]);
  return true;
}
