import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { cookMeal, cookMealInput } from "../cook_meal.ts";

/**
 * Cook a planned meal: its ingredients are taken from the pantry. Cooking it twice takes nothing more.
 *
 * @param plan_id The plan.
 * @param date The meal's day.
 * @param position The meal's place in its day, from 0.
 * @param extra_portions Portions cooked on top, which are kept as leftovers.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  date: string,
  position: number,
  extra_portions?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(cookMealInput, { plan_id, date, position, extra_portions, household_id });
  return inTransaction(db, (tx) => cookMeal(tx, input));
}
