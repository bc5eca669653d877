import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { addItems, addItemsInput } from "../add_items.ts";

/**
 * Add lines to a shopping list in free text: "3 lemons", "oat milk".
 *
 * @param list_id The list.
 * @param items Lines such as "3 lemons", or objects {name, quantity?, unit?, note?}.
 * @param request_id Any text of yours, the same on every try: the lines are added once.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  list_id: string,
  items: (string | { name: string; quantity?: number; unit?: string; note?: string })[],
  request_id?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(addItemsInput, { list_id, items, request_id, household_id });
  return inTransaction(db, (tx) => addItems(tx, input));
}
