import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { createPlan, createPlanInput } from "../create_plan.ts";

/**
 * Make an empty plan, to be filled by hand or by replan.
 *
 * @param start_date First day, YYYY-MM-DD; left out, the coming Monday in the household's time zone.
 * @param days How many days, 1 to 28.
 * @param slots The meals of a day, in order; left out: breakfast, lunch, snack, dinner.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  start_date?: string,
  days: number = 7,
  slots?: string[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(createPlanInput, { start_date, days, slots, household_id });
  return inTransaction(db, (tx) => createPlan(tx, input));
}
