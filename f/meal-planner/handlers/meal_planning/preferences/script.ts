import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listPreferences, preferencesInput } from "../preferences.ts";

/**
 * What was learned of the household's tastes from what it cooked, chose, swapped away and skipped, and why.
 * The planner lets it decide between weeks that are as good; older things count less and less.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(preferencesInput, { household_id });
  return inTransaction(db, (tx) => listPreferences(tx, input));
}
