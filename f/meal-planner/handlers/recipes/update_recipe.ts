import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type Recipe, type RecipeContent, type RecipeDraft, recipeContent, recipeInput } from "./recipe.ts";
import { comparableContent, findRecipe, replaceRecipe } from "./recipe_store.ts";

// Without the defaults: a field that is left out stays as it is.
const {
  name,
  ingredients,
  servings,
  cuisine,
  prep_minutes,
  cook_minutes,
  source_url,
  image_url,
  rating,
  suits,
} = recipeInput.shape;

export const updateRecipeInput = z.strictObject({
  recipe_id: z.uuid(),
  version: z.int().min(1, { message: "The version that you saw; get_recipe gives it." }),
  household_id: z.uuid().optional(),
  name: name.optional(),
  ingredients: ingredients.optional(),
  servings: servings.optional(),
  description: recipeInput.shape.description.removeDefault().optional(),
  tags: recipeInput.shape.tags.removeDefault().optional(),
  keeps_days: recipeInput.shape.keeps_days.removeDefault().optional(),
  steps: recipeInput.shape.steps.removeDefault().optional(),
  ...{ cuisine, prep_minutes, cook_minutes, source_url, image_url, rating, suits },
});

/**
 * Changes the given fields of a recipe. RecipeUpdated, with the names of the fields, commits with the change;
 * where nothing differs, nothing is written.
 *
 * @throws Conflict where the stored version isn't `version`: someone else changed it, nothing is overwritten.
 */
export async function updateRecipe(
  tx: Tx,
  input: z.output<typeof updateRecipeInput>,
): Promise<{ recipe_id: string; version: number; changed: string[] }> {
  const { recipe_id, version, household_id, ...changes } = input;
  const household = await resolveHousehold(tx, household_id);
  const stored = await findRecipe(tx, household, recipe_id);
  if (stored.version !== version) throw staleVersion(stored, version);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return writeContent(tx, stored, recipeContent({ ...draftOf(stored), ...given }));
}

/** Writes a recipe's new content where it differs from the stored one. */
export async function writeContent(
  tx: Tx,
  stored: Recipe,
  content: RecipeContent,
): Promise<{ recipe_id: string; version: number; changed: string[] }> {
  const changed = changedFields(stored, content);
  const { recipe_id, household_id } = stored;
  if (changed.length === 0) return { recipe_id, version: stored.version, changed };
  const written = await replaceRecipe(tx, stored, content, stored.version);
  if (!written) throw staleVersion(stored, stored.version);
  const { version } = written;
  await emit(tx, [{ type: "RecipeUpdated", detail: { household_id, recipe_id, version, changed } }]);
  return { recipe_id, version, changed };
}

export function staleVersion(stored: Recipe, version: number): Conflict {
  return new Conflict(
    `Recipe "${stored.name}" was changed or archived since version ${version}. Read it again and repeat the change.`,
    { stored_version: stored.version, archived: stored.archived },
  );
}

/** The names of the fields that differ; a line counts as changed when its text is. */
function changedFields(stored: Recipe, content: RecipeContent): string[] {
  const before: Record<string, unknown> = comparableContent(stored);
  return Object.entries(comparableContent(content))
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]))
    .map(([field]) => field);
}

function draftOf(recipe: Recipe): RecipeDraft {
  return { ...recipe, ingredients: recipe.ingredients.map((line) => line.original) };
}
