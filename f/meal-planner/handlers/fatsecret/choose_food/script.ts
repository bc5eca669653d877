import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { chooseFood, chooseFoodInput } from "../choose_food.ts";
import type { Fatsecret } from "../fatsecret_account.ts";

/**
 * Say which food of FatSecret's a food of ours is, for both ways. It wins over what is found by name and figures.
 *
 * @param food_id The food of ours.
 * @param fatsecret_food_id The food of FatSecret's; search_foods gives it.
 * @param serving_id The serving to count it in; left out, the one that is weighed best.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  food_id: string,
  fatsecret_food_id: string,
  serving_id?: string,
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const foods = { food_id, fatsecret_food_id, serving_id };
  const input = parseInput(chooseFoodInput, { ...foods, household_id, fatsecret });
  return withDatabase(db, (database) => chooseFood(database, input));
}
