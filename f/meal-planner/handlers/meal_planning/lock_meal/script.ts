import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { lockMeal, lockMealInput } from "../lock_meal.ts";

/**
 * Lock a meal, so that planning again keeps it, or unlock it.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param locked False to unlock it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  position: number,
  locked: boolean = true,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(lockMealInput, { plan_id, version, date, position, locked, household_id });
  return inTransaction(db, (tx) => lockMeal(tx, input));
}
