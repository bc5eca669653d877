import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { removeMeal, removeMealInput } from "../remove_meal.ts";

/**
 * Take a meal out of a plan; its place stays empty.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  position: number,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(removeMealInput, { plan_id, version, date, position, household_id });
  return inTransaction(db, (tx) => removeMeal(tx, input));
}
