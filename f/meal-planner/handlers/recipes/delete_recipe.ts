import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findRecipe, lockRecipe, setArchived } from "./recipe_store.ts";

export const deleteRecipeInput = z.strictObject({ recipe_id: z.uuid(), household_id: z.uuid().optional() });

/**
 * Takes a recipe out of the household. One that a plan uses is archived instead: plans and lists keep it, new
 * plans don't. RecipeDeleted commits with it. Deleting an archived one again changes nothing.
 */
export async function deleteRecipe(
  tx: Tx,
  input: z.output<typeof deleteRecipeInput>,
): Promise<{ recipe_id: string; archived: boolean }> {
  const household = await resolveHousehold(tx, input.household_id);
  // Held: a plan that takes the recipe up meanwhile is seen below, or comes after and is refused.
  await lockRecipe(tx, household, input.recipe_id);
  const recipe = await findRecipe(tx, household, input.recipe_id);
  const { recipe_id, household_id, name, version } = recipe;
  if (recipe.archived) return { recipe_id, archived: true };
  const archived = await isPlanned(tx, recipe_id);
  if (archived) await setArchived(tx, recipe, true, version);
  else await tx.query("delete from meal_planner.recipes where recipe_id = $1::uuid", [recipe_id]);
  await emit(tx, [{ type: "RecipeDeleted", detail: { household_id, recipe_id, name, archived } }]);
  return { recipe_id, archived };
}

async function isPlanned(tx: Tx, recipeId: string): Promise<boolean> {
  const { rows } = await tx.query("select from meal_planner.plan_meals where recipe_id = $1::uuid limit 1", [
    recipeId,
  ]);
  return rows.length > 0;
}
