import { z } from "zod";
import { id, listIn, number, numberIn, numberOrNull, objectIn, text } from "./answer_values.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";

export const foundFood = z.looseObject({
  food_id: id,
  food_name: text,
  food_type: text.optional(),
  brand_name: text.optional(),
  food_url: text.optional(),
  /** "Per 100g - Calories: 22kcal | Fat: 0.34g | …" */
  food_description: text.optional(),
});
export type FoundFood = z.output<typeof foundFood>;

const serving = z.looseObject({
  serving_id: id,
  serving_description: text.optional(),
  measurement_description: text.optional(),
  number_of_units: numberOrNull.optional(),
  metric_serving_amount: numberOrNull.optional(),
  metric_serving_unit: text.optional(),
  calories: numberOrNull.optional(),
  carbohydrate: numberOrNull.optional(),
  protein: numberOrNull.optional(),
  fat: numberOrNull.optional(),
});
export type Serving = z.output<typeof serving>;

const food = z.looseObject({
  food_id: id,
  food_name: text,
  brand_name: text.optional(),
  food_url: text.optional(),
  servings: z.preprocess((servings) => ({ servings }), listIn("servings", "serving", serving)),
});
export type CatalogueFood = z.output<typeof food>;

const foundRecipe = z.looseObject({ recipe_id: id, recipe_name: text, recipe_url: text.optional() });
export type FoundRecipe = z.output<typeof foundRecipe>;

const recipe = z.looseObject({
  recipe_id: id,
  recipe_name: text,
  recipe_description: text.optional(),
  recipe_url: text.optional(),
  number_of_servings: numberOrNull.optional(),
  preparation_time_min: numberOrNull.optional(),
  cooking_time_min: numberOrNull.optional(),
  ingredients: z.preprocess(
    (ingredients) => ({ ingredients }),
    listIn(
      "ingredients",
      "ingredient",
      z.looseObject({
        ingredient_description: text.optional(),
        food_id: id.optional(),
        food_name: text.optional(),
        serving_id: id.optional(),
        number_of_units: numberOrNull.optional(),
      }),
    ),
  ),
  directions: z.preprocess(
    (directions) => ({ directions }),
    listIn(
      "directions",
      "direction",
      z.looseObject({ direction_description: text, direction_number: number.optional() }),
    ),
  ),
});
export type CatalogueRecipe = z.output<typeof recipe>;

type Page = { query: string; page: number; limit: number };

/** `foods.search`: page counts from 0, at most 50 foods a page. */
export async function searchCatalogueFoods(
  client: FatsecretClient,
  { query, page, limit }: Page,
): Promise<{ foods: FoundFood[]; total: number | null }> {
  const parameters = { search_expression: query, page_number: page, max_results: limit };
  return client.read("foods.search", parameters, found("foods", "food", foundFood, "foods"));
}

/** `recipes.search.v3`: page counts from 0, at most 50 recipes a page. */
export async function searchCatalogueRecipes(
  client: FatsecretClient,
  { query, page, limit }: Page,
): Promise<{ recipes: FoundRecipe[]; total: number | null }> {
  const parameters = { search_expression: query, page_number: page, max_results: limit };
  return client.read("recipes.search.v3", parameters, found("recipes", "recipe", foundRecipe, "recipes"));
}

/** `food.get.v5`: with every serving. @throws NotFound where there is none of that id. */
export function getCatalogueFood(client: FatsecretClient, foodId: string): Promise<CatalogueFood> {
  return client.read("food.get.v5", { food_id: foodId }, objectIn("food", food));
}

/** `recipe.get.v2`. @throws NotFound where there is none of that id. */
export function getCatalogueRecipe(client: FatsecretClient, recipeId: string): Promise<CatalogueRecipe> {
  return client.read("recipe.get.v2", { recipe_id: recipeId }, objectIn("recipe", recipe));
}

/** Both the list and how many there are in all; `as` names the list in the result. */
function found<S extends z.ZodType, Name extends string>(outer: string, inner: string, element: S, as: Name) {
  const list = listIn(outer, inner, element);
  const total = numberIn(outer, "total_results");
  return z.unknown().transform((answer, context) => {
    const items = list.safeParse(answer);
    const count = total.safeParse(answer);
    for (const issue of [...(items.error?.issues ?? []), ...(count.error?.issues ?? [])]) {
      context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    }
    return { [as]: items.data ?? [], total: count.data ?? null } as { [K in Name]: z.output<S>[] } & {
      total: number | null;
    };
  });
}
