import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { createList, createListInput } from "../create_list.ts";

/**
 * Make a shopping list by hand, empty or with lines.
 *
 * @param name What it is called.
 * @param items Lines such as "3 lemons", or objects {name, quantity?, unit?, note?}.
 * @param recurring Also what is due of the recurring staples.
 * @param shop_id The shop to go to; its aisles give the order.
 * @param assigned_to The person who goes.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  items?: (string | { name: string; quantity?: number; unit?: string; note?: string })[],
  recurring?: boolean,
  shop_id?: string,
  assigned_to?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const given = { name, items, recurring, shop_id, assigned_to, household_id };
  return inTransaction(db, (tx) => createList(tx, parseInput(createListInput, given)));
}
