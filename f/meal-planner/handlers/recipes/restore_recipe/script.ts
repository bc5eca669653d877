import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { restoreRecipe, restoreRecipeInput } from "../restore_recipe.ts";

/**
 * Bring back a recipe that was archived, by a deletion while a plan used it or by a merge.
 *
 * @param recipe_id The recipe's id; list_recipes gives it with archived.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(recipe_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(restoreRecipeInput, { recipe_id, household_id });
  return inTransaction(db, (tx) => restoreRecipe(tx, input));
}
