import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setShop, setShopInput } from "../set_shop.ts";

/**
 * Make a shop known with the order of its aisles, and choose it for a list.
 *
 * @param name The shop's name.
 * @param aisle_order The aisles as one walks past them, such as bakery, fruit_and_vegetables; the others come last.
 * @param list_id A list to do in this shop.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  aisle_order: string[],
  list_id?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(setShopInput, { name, aisle_order, list_id, household_id });
  return inTransaction(db, (tx) => setShop(tx, input));
}
