import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { calculateNutrition, calculateNutritionInput } from "../calculate_nutrition.ts";

/**
 * Work out a recipe's nutrition from its ingredient lines and store it: per serving and in all, with coverage and,
 * line by line, the food, its grams and how they were got.
 *
 * @param recipe_id The recipe's id; list_recipes gives it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(recipe_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(calculateNutritionInput, { recipe_id, household_id });
  return inTransaction(db, (tx) => calculateNutrition(tx, input));
}
