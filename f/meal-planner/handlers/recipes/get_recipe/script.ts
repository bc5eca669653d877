import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getRecipe, getRecipeInput } from "../get_recipe.ts";

/**
 * One recipe with its parsed ingredient lines and its nutrition.
 *
 * @param recipe_id The recipe's id; list_recipes gives it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(recipe_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(getRecipeInput, { recipe_id, household_id });
  return inTransaction(db, (tx) => getRecipe(tx, input));
}
