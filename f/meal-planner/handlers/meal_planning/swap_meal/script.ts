import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { swapMeal, swapMealInput } from "../swap_meal.ts";

/**
 * Put another recipe in the place of a planned meal, or ask which ten would be best there.
 * Each choice says what it does to everyone's day; diets, allergens and the plan's rules on repeats are kept, and everything else stays.
 *
 * @param plan_id The plan.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param recipe_id The recipe to put there, with the best portions; left out, the ten best are shown and nothing changes.
 * @param version The version of the plan that you saw; needed to swap. Where it has changed since, nothing is done.
 * @param lock Whether planning again keeps the meal.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  date: string,
  position: number,
  recipe_id?: string,
  version?: number,
  lock: boolean = true,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(swapMealInput, {
    plan_id,
    date,
    position,
    recipe_id,
    version,
    lock,
    household_id,
  });
  return inTransaction(db, (tx) => swapMeal(tx, input));
}
