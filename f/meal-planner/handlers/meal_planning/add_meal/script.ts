import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { addMeal, addMealInput } from "../add_meal.ts";

/**
 * Add a meal to a day of a plan, with the best portions for everyone.
 * It takes the empty place of its slot, or comes after the day's others.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param slot Which meal it is: breakfast, lunch, snack, dinner or a name of your own that the recipe suits.
 * @param recipe_id The recipe.
 * @param lock Whether planning again keeps the meal.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  slot: string,
  recipe_id: string,
  lock: boolean = true,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(addMealInput, { plan_id, version, date, slot, recipe_id, lock, household_id });
  return inTransaction(db, (tx) => addMeal(tx, input));
}
