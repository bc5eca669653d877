import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getHousehold, getHouseholdInput } from "../get_household.ts";

/**
 * A household and its people, with diets, allergens and portions.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(getHouseholdInput, { household_id });
  return inTransaction(db, (tx) => getHousehold(tx, input));
}
