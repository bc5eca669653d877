import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { checkCompliance, checkComplianceInput } from "../check_compliance.ts";

/**
 * Compare what people ate with their goals, say what would repair it, and tell by event whether a day met them. Once a
 * person and day; again only where a correction has changed the verdict.
 *
 * @param person A person's name or id; left out, everyone.
 * @param date YYYY-MM-DD; left out, the last seven days that are over.
 * @param day_is_over Tell of the given day although it isn't over by the clock.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person?: string,
  date?: string,
  day_is_over: boolean = false,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(checkComplianceInput, { person, date, day_is_over, household_id });
  return inTransaction(db, (tx) => checkCompliance(tx, input));
}
