import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { recipeAsJson, recipeAsJsonLd } from "./formats/exported_recipe.ts";
import { recipeAsMarkdown } from "./formats/markdown.ts";
import { readRecipeNutrition } from "./recipe_nutrition_store.ts";
import { findRecipe, listRecipeIds } from "./recipe_store.ts";

export const exportRecipesInput = z.strictObject({
  recipe_ids: z.array(z.uuid()).min(1).max(5_000).optional(),
  format: z.enum(["json", "json_ld", "markdown"]).default("json"),
  household_id: z.uuid().optional(),
});

export type RecipesExported = { format: string; recipes: number; content: string };

/**
 * Recipes as one text: our JSON, which import_file reads back without loss; schema.org's JSON-LD, with nutrition per
 * serving; or Markdown for people. Without ids, all of the household's, by name.
 *
 * @throws NotFound where one of the ids isn't the household's.
 */
export async function exportRecipes(
  tx: Tx,
  input: z.output<typeof exportRecipesInput>,
): Promise<RecipesExported> {
  const household = await resolveHousehold(tx, input.household_id);
  const ids = input.recipe_ids ?? (await listRecipeIds(tx, household));
  const exported: unknown[] = [];
  for (const id of ids) {
    const recipe = await findRecipe(tx, household, id);
    if (input.format === "markdown") exported.push(recipeAsMarkdown(recipe));
    else if (input.format === "json") exported.push(recipeAsJson(recipe));
    else {
      const nutrition = await readRecipeNutrition(tx, id);
      const current = nutrition?.recipe_version === recipe.version ? nutrition.per_serving : null;
      exported.push(recipeAsJsonLd(recipe, current));
    }
  }
  const content = input.format === "markdown" ? exported.join("\n") : JSON.stringify(exported, null, 2);
  return { format: input.format, recipes: ids.length, content };
}
