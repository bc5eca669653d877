import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { scaleRecipe, scaleRecipeInput } from "../scale_recipe.ts";

/**
 * A recipe's ingredients for another number of servings, line by line. Nothing is stored.
 *
 * @param recipe_id The recipe's id; list_recipes gives it.
 * @param servings How many it is to serve.
 * @param factor In place of servings: 2 for twice as much.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  recipe_id: string,
  servings?: number,
  factor?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(scaleRecipeInput, { recipe_id, servings, factor, household_id });
  return inTransaction(db, (tx) => scaleRecipe(tx, input));
}
