import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findRecipe } from "./recipe_store.ts";

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
  const recipe = await findRecipe(tx, household, input.recipe_id);
  const { recipe_id, household_id, name } = recipe;
  if (recipe.archived) return { recipe_id, archived: true };
  const archived = await archiveIfPlanned(tx, recipe_id);
  if (!archived) {
    await tx.query("delete from meal_planner.recipes where recipe_id = $1::uuid", [recipe_id]);
  }
  await emit(tx, [{ type: "RecipeDeleted", detail: { household_id, recipe_id, name, archived } }]);
  return { recipe_id, archived };
}

async function archiveIfPlanned(tx: Tx, recipeId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meal_planner.recipes set archived_at = now(), version = version + 1, updated_at = now()
     where recipe_id = $1::uuid
       and exists (select 1 from meal_planner.plan_meals where recipe_id = $1::uuid)`,
    [recipeId],
  );
  return rowCount > 0;
}
