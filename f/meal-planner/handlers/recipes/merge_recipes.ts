import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import type { Recipe, RecipeContent } from "./recipe.ts";
import { findRecipe, setArchived } from "./recipe_store.ts";
import { staleVersion, writeContent } from "./update_recipe.ts";

const version = z.int().min(1, { message: "The version that you saw; find_duplicates gives it." });

export const mergeRecipesInput = z
  .strictObject({
    keep_id: z.uuid(),
    keep_version: version,
    merge_id: z.uuid(),
    merge_version: version,
    household_id: z.uuid().optional(),
  })
  .superRefine(({ keep_id, merge_id }, context) => {
    if (keep_id !== merge_id) return;
    context.addIssue({ code: "custom", path: ["merge_id"], message: "Is the recipe to keep. Name another." });
  });

export type Merged = { recipe_id: string; version: number; changed: string[]; already: boolean };

/**
 * Merges a recipe into another: what the kept one lacks (steps, description, picture, source, times, rating) is taken
 * over, tags are put together, its ingredients stay. The merged one is archived: plans keep it, and an import of it
 * doesn't bring it back. RecipeUpdated and RecipeDeleted commit with it. Done again, it changes nothing.
 *
 * @throws Conflict where one of them was changed since its version; nothing is written.
 */
export async function mergeRecipes(tx: Tx, input: z.output<typeof mergeRecipesInput>): Promise<Merged> {
  const household = await resolveHousehold(tx, input.household_id);
  const keep = await findRecipe(tx, household, input.keep_id);
  const merge = await findRecipe(tx, household, input.merge_id);
  const { recipe_id } = keep;
  if (merge.archived) return { recipe_id, version: keep.version, changed: [], already: true };
  if (keep.archived) {
    throw new InvalidInput([{ path: "keep_id", message: `"${keep.name}" is archived. Keep the other one.` }]);
  }
  if (keep.version !== input.keep_version) throw staleVersion(keep, input.keep_version);
  if (!(await setArchived(tx, merge, true, input.merge_version)))
    throw staleVersion(merge, input.merge_version);
  const written = await writeContent(tx, keep, mergedContent(keep, merge));
  const { household_id, name } = merge;
  const detail = { household_id, recipe_id: merge.recipe_id, name, archived: true };
  await emit(tx, [{ type: "RecipeDeleted", detail }]);
  return { recipe_id, version: written.version, changed: written.changed, already: false };
}

function mergedContent(keep: Recipe, merge: Recipe): RecipeContent {
  return {
    name: keep.name,
    ingredients: keep.ingredients,
    description: keep.description || merge.description,
    servings: keep.servings ?? merge.servings,
    servings_text: keep.servings_text || merge.servings_text,
    prep_minutes: keep.prep_minutes ?? merge.prep_minutes,
    cook_minutes: keep.cook_minutes ?? merge.cook_minutes,
    cuisine: keep.cuisine ?? merge.cuisine,
    tags: [...new Set([...keep.tags, ...merge.tags])],
    suits: keep.suits.length > 0 ? keep.suits : merge.suits,
    keeps_days: keep.keeps_days || merge.keeps_days,
    steps: keep.steps.length > 0 ? keep.steps : merge.steps,
    source_url: keep.source_url ?? merge.source_url,
    image_url: keep.image_url ?? merge.image_url,
    rating: keep.rating ?? merge.rating,
  };
}
