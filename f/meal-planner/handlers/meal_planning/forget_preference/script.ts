import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { forgetPreference, forgetPreferenceInput } from "../preferences.ts";

/**
 * Forget what was learned of one recipe, main ingredient or cuisine; what is done from now on counts again.
 *
 * @param kind What it is a preference for.
 * @param subject The recipe's id, the main ingredient or the cuisine, as preferences shows it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  kind: "recipe" | "main" | "cuisine",
  subject: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(forgetPreferenceInput, { kind, subject, household_id });
  return inTransaction(db, (tx) => forgetPreference(tx, input));
}
