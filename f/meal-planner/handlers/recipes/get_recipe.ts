import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import type { Recipe } from "./recipe.ts";
import { readRecipeNutrition, type StoredNutrition } from "./recipe_nutrition_store.ts";
import { findRecipe } from "./recipe_store.ts";

export const getRecipeInput = z.strictObject({ recipe_id: z.uuid(), household_id: z.uuid().optional() });

/** A recipe with its nutrition; `nutrition` is null until it has been worked out for this version. */
export async function getRecipe(
  tx: Tx,
  input: z.output<typeof getRecipeInput>,
): Promise<Recipe & { nutrition: StoredNutrition | null }> {
  const household = await resolveHousehold(tx, input.household_id);
  const recipe = await findRecipe(tx, household, input.recipe_id);
  const nutrition = await readRecipeNutrition(tx, recipe.recipe_id);
  return { ...recipe, nutrition: nutrition?.recipe_version === recipe.version ? nutrition : null };
}
