import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setEaters, setEatersInput } from "../set_eaters.ts";

/**
 * Say who eats on a day of a plan: who is away gets nothing of its meals, and what changes by it is locked.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param person_ids Who eats that day; all others are away.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  person_ids: string[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(setEatersInput, { plan_id, version, date, person_ids, household_id });
  return inTransaction(db, (tx) => setEaters(tx, input));
}
