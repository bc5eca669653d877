import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findRecipe, lockRecipe, setArchived } from "./recipe_store.ts";

export const restoreRecipeInput = z.strictObject({
  recipe_id: z.uuid().describe("The recipe's id; list_recipes gives it with archived."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

/**
 * Takes an archived recipe back into the household: it is listed and planned again. RecipeUpdated commits with it; one
 * that isn't archived is left as it is.
 *
 * @throws NotFound where there is no such recipe, as after it was deleted for good.
 */
export async function restoreRecipe(
  tx: Tx,
  input: z.output<typeof restoreRecipeInput>,
): Promise<{ recipe_id: string; version: number; restored: boolean }> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockRecipe(tx, household, input.recipe_id);
  const recipe = await findRecipe(tx, household, input.recipe_id);
  const { recipe_id, household_id } = recipe;
  const taken = recipe.archived ? await setArchived(tx, recipe, false, recipe.version) : undefined;
  if (!taken) return { recipe_id, version: recipe.version, restored: false };
  const { version } = taken;
  await emit(tx, [
    { type: "RecipeUpdated", detail: { household_id, recipe_id, version, changed: ["archived"] } },
  ]);
  return { recipe_id, version, restored: true };
}
