import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listShops, listShopsInput } from "../list_shops.ts";

/**
 * The shops that a household knows, each with all aisles in the order of its walk.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(listShopsInput, { household_id });
  return inTransaction(db, (tx) => listShops(tx, input));
}
