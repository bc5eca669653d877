import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { moveMeal, moveMealInput } from "../move_meal.ts";

/**
 * Move a meal to another day or place of its plan; the meal that is there comes to where this one was.
 * Each gets the best portions for its new day; diets, allergens and the plan's rules on repeats are kept.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param to_date The day to move it to.
 * @param to_position The place in that day; left out, the same one.
 * @param lock Whether planning again keeps the moved meal.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  position: number,
  to_date: string,
  to_position?: number,
  lock: boolean = true,
  household_id?: string,
  db?: Postgresql,
) {
  const places = { date, position, to_date, to_position };
  const input = parseInput(moveMealInput, { plan_id, version, ...places, lock, household_id });
  return inTransaction(db, (tx) => moveMeal(tx, input));
}
