import { createHash } from "node:crypto";
import type { Tx } from "../../database/connection.ts";
import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { asBought, namesBoughtAs } from "./bought_as.ts";
import type { Meal, Need } from "./need.ts";
import type { PlannedMeal } from "./planned_meals.ts";
import { type RecipeLines, readRecipeLines } from "./recipe_lines.ts";
import type { ShopFood } from "./shop_food.ts";
import { readShopFoods, readShopFoodsByName } from "./shop_food_store.ts";

/** What meals need, in the foods that are bought for them. */
export async function readNeeds(tx: Tx, meals: readonly PlannedMeal[]): Promise<Need[]> {
  const recipes = await readRecipeLines(tx, [...new Set(meals.map(({ meal }) => meal.recipe_id))]);
  const foodIds = [...recipes.values()].flatMap((recipe) =>
    recipe.lines.flatMap((line) => line.foodId ?? []),
  );
  const foods = await readShopFoods(tx, [...new Set(foodIds)]);
  const names = new Set([...foods.values()].flatMap((food) => namesBoughtAs(food.name)));
  const needs = meals.flatMap(({ meal, portions }) =>
    mealNeeds(meal, portions, recipes.get(meal.recipe_id), foods),
  );
  return asBought(needs, await readShopFoodsByName(tx, [...names]));
}

function mealNeeds(
  meal: Meal,
  portions: number,
  recipe: RecipeLines | undefined,
  foods: ReadonlyMap<string, ShopFood>,
): Need[] {
  if (!recipe || portions <= 0) return [];
  const scale = portions / recipe.servings;
  return recipe.lines.map(({ parsed, foodId, grams }) => ({
    meal,
    ...lineNeed(parsed, scale),
    food: (foodId && foods.get(foodId)) || null,
    grams: grams === null || parsed.to_taste ? null : grams * scale,
  }));
}

/** A parsed line, scaled; a range counts by its middle, as its nutrition does. "A bunch of parsley" is one. */
export function lineNeed(parsed: IngredientLine, scale: number): Omit<Need, "meal" | "food" | "grams"> {
  const { quantity, quantity_max, unit } = parsed;
  const stated = quantity ?? (unit === null ? null : 1);
  const middle = stated === null ? null : (stated + (quantity_max ?? stated)) / 2;
  return {
    original: parsed.original,
    text: parsed.food ?? parsed.original,
    quantity: middle === null || parsed.to_taste ? null : middle * scale,
    unit,
    size: parsed.size,
    part: parsed.part,
    container: parsed.container,
    toTaste: parsed.to_taste,
    optional: parsed.optional,
  };
}

/** A digest of all that meals need: another one means that a list made from them no longer answers. */
export function digestNeeds(needs: readonly Need[]): string {
  const texts = needs.map(({ meal, original, food, grams, quantity, unit }) =>
    JSON.stringify([meal.plan_id, meal.date, meal.position, original, food?.foodId, grams, quantity, unit]),
  );
  return createHash("sha256").update(texts.sort().join("\n")).digest("hex");
}
