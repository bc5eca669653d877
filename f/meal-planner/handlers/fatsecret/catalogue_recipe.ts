import type { Database } from "../../database/connection.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { resolveLine } from "../../foods/line_nutrition.ts";
import { type Nutrients, scaleNutrients, sumCovered } from "../../foods/nutrients.ts";
import type { Household } from "../../households/household.ts";
import { keptAnswers } from "../../http/answer_cache.ts";
import { type RecipeDraft, recipeInput } from "../recipes/recipe.ts";
import { isGone } from "./answer_error.ts";
import { type CatalogueRecipe, getCatalogueRecipe } from "./catalogue_calls.ts";
import { KEPT_SECONDS } from "./catalogue_food.ts";
import type { FatsecretApplication } from "./fatsecret_account.ts";
import { withFatsecretCatalogue } from "./fatsecret_client.ts";
import { FATSECRET } from "./fatsecret_system.ts";

/** Recipes of the catalogue by id, each fetched at most once a day. One that isn't there is left out. */
export async function catalogueRecipes(
  database: Database,
  application: FatsecretApplication,
  recipeIds: readonly string[],
): Promise<Map<string, CatalogueRecipe>> {
  const prefix = `v1 recipe ${application.addresses.api} `;
  const kept = await keptAnswers<CatalogueRecipe>(
    database,
    { system: FATSECRET, keepSeconds: KEPT_SECONDS },
    [...new Set(recipeIds)].map((id) => `${prefix}${id}`),
    (questions) =>
      withFatsecretCatalogue(database, application, async (client) => {
        const found = new Map<string, CatalogueRecipe>();
        for (const question of questions) {
          const recipe = await getCatalogueRecipe(client, question.slice(prefix.length)).catch(
            (error: unknown) => {
              if (isGone(error)) return undefined;
              throw error;
            },
          );
          if (recipe) found.set(question, recipe);
        }
        return found;
      }),
  );
  return new Map([...kept].map(([question, recipe]) => [question.slice(prefix.length), recipe]));
}

/** A recipe's lines as FatSecret writes them. */
function linesOf(recipe: CatalogueRecipe): string[] {
  return recipe.ingredients.map(
    ({ ingredient_description, food_name }) => ingredient_description || food_name || "unknown",
  );
}

/** Figures of our own tables for a recipe of theirs; `coverage` is the share of its lines that they know. */
export async function ownNutrition(
  database: Database,
  household: Household,
  recipe: CatalogueRecipe,
): Promise<{ per_serving: Nutrients; coverage: number }> {
  const index = await database.transaction((tx) => foodIndexFor(tx, household.household_id));
  const lines = linesOf(recipe).map((line) => resolveLine(index, line));
  const known = lines.flatMap(({ nutrients, grams }) =>
    nutrients && grams !== null ? [{ nutrients, weight: grams }] : [],
  );
  const { nutrients } = sumCovered(known);
  const servings = recipe.number_of_servings && recipe.number_of_servings > 0 ? recipe.number_of_servings : 1;
  const coverage = lines.length === 0 ? 0 : known.length / lines.length;
  return {
    per_serving: scaleNutrients(nutrients, 1 / servings),
    coverage: Math.round(coverage * 1000) / 1000,
  };
}

/** A recipe of theirs as one of ours would be written. */
export function draftOf(recipe: CatalogueRecipe): RecipeDraft {
  const servings =
    recipe.number_of_servings && recipe.number_of_servings > 0 ? recipe.number_of_servings : null;
  const minutes = (figure: number | null | undefined) => (figure && figure > 0 ? Math.round(figure) : null);
  const draft = recipeInput.parse({
    name: recipe.recipe_name.slice(0, 200),
    ingredients: linesOf(recipe).map((line) => line.slice(0, 500)),
    servings: servings ?? 1,
    description: recipe.recipe_description ?? "",
    steps: recipe.directions.map(({ direction_description }) => direction_description).filter(Boolean),
    prep_minutes: minutes(recipe.preparation_time_min),
    cook_minutes: minutes(recipe.cooking_time_min),
    source_url: recipe.recipe_url && URL.canParse(recipe.recipe_url) ? recipe.recipe_url : null,
  });
  return { ...draft, servings };
}
