import type { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type createRecipeInput, recipeContent } from "./recipe.ts";
import { insertRecipe } from "./recipe_store.ts";

/** Stores a recipe of the household's own. RecipeCreated commits with it; its nutrition follows by event. */
export async function createRecipe(
  tx: Tx,
  { household_id, ...draft }: z.output<typeof createRecipeInput>,
): Promise<{ recipe_id: string; version: number }> {
  const household = await resolveHousehold(tx, household_id);
  const from = { origin: "own", origin_ref: null };
  // Only a recipe with an origin_ref can be there already.
  const recipe = (await insertRecipe(tx, household, recipeContent(draft), from))!;
  const { recipe_id, version, name } = recipe;
  await emit(tx, [
    { type: "RecipeCreated", detail: { household_id: household.household_id, recipe_id, version, name } },
  ]);
  return { recipe_id, version };
}
