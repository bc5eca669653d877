import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { learnPreferences, learnPreferencesInput } from "../preferences.ts";

/**
 * Switch the learning of tastes on or off. Off, the planner goes by ratings and wishes alone.
 *
 * @param on Whether what the household does tells the planner of its tastes.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(on: boolean, household_id?: string, db?: Postgresql) {
  const input = parseInput(learnPreferencesInput, { on, household_id });
  return inTransaction(db, (tx) => learnPreferences(tx, input));
}
