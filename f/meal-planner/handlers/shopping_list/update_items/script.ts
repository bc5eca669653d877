import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { updateItems, updateItemsInput } from "../update_items.ts";

/**
 * Edit lines of a shopping list: tick, change amounts, notes, prices, aisles. Edits of two people meet field by field.
 *
 * @param list_id The list.
 * @param version The version of the list that the edits were made on.
 * @param items For each line its item_id and the fields to change; null clears one.
 * @param list Changes of the list itself: its name, the shop, the person who goes.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  list_id: string,
  version: number,
  items: {
    item_id: string;
    ticked?: boolean;
    removed?: boolean;
    amount?: number | null;
    substitute?: string | null;
    note?: string | null;
    price?: number | null;
    aisle?: string | null;
    assigned_to?: string | null;
    shop_id?: string | null;
  }[] = [],
  list?: { name?: string; shop_id?: string | null; assigned_to?: string | null },
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(updateItemsInput, { list_id, version, items, list, household_id });
  return inTransaction(db, (tx) => updateItems(tx, input));
}
