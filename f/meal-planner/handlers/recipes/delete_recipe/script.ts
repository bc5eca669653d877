import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { deleteRecipe, deleteRecipeInput } from "../delete_recipe.ts";

/**
 * Delete a recipe. One that a plan uses is archived: it stays in that plan and is not planned again.
 *
 * @param recipe_id The recipe's id; list_recipes gives it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(recipe_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(deleteRecipeInput, { recipe_id, household_id });
  return inTransaction(db, (tx) => deleteRecipe(tx, input));
}
