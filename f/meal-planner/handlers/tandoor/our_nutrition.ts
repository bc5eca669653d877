import { calculateNutrition } from "../recipes/calculate_nutrition.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { readRecipeNutrition, type StoredNutrition } from "../recipes/recipe_nutrition_store.ts";
import type { Run } from "./run.ts";

/**
 * A recipe's figures for its present version; worked out here where the event that asks for them hasn't been reacted to
 * yet, so that one run brings them to Tandoor. In a dry run, only those that are there.
 */
export async function ourNutrition(run: Run, recipe: Recipe): Promise<StoredNutrition | undefined> {
  const { recipe_id, household_id, version } = recipe;
  return run.database.transaction(async (tx) => {
    const stored = await readRecipeNutrition(tx, recipe_id);
    if (stored?.recipe_version === version) return stored;
    if (run.options.dryRun) return undefined;
    return (await calculateNutrition(tx, { recipe_id, household_id })) ?? undefined;
  });
}
