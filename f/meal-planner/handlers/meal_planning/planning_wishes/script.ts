import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getPlanningWishes, getPlanningWishesInput } from "../standing_wishes.ts";

/**
 * What the household wants of every week that is planned: how long meals may take, leftovers, the pantry.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(getPlanningWishesInput, { household_id });
  return inTransaction(db, (tx) => getPlanningWishes(tx, input));
}
