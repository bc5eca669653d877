import { createHash } from "node:crypto";
import type { Tx } from "../../database/connection.ts";
import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { gramsOfUnit, unitNamed } from "../../foods/units.ts";
import { asBought, namesBoughtAs } from "./bought_as.ts";
import type { Meal, Need } from "./need.ts";
import type { PlannedMeal } from "./planned_meals.ts";
import { type RecipeLines, readRecipeLines } from "./recipe_lines.ts";
import type { ShopFood } from "./shop_food.ts";
import { readShopFoods, readShopFoodsByName } from "./shop_food_store.ts";

/** All that has to be read to know what meals need; the same for any number of portions of them. */
export type Ingredients = {
  recipes: ReadonlyMap<string, RecipeLines>;
  foods: ReadonlyMap<string, ShopFood>;
  /** What foods are bought as, by name: lemons for zest. */
  boughtAs: ReadonlyMap<string, ShopFood>;
};

export async function readIngredients(tx: Tx, meals: readonly PlannedMeal[]): Promise<Ingredients> {
  const recipes = await readRecipeLines(tx, [...new Set(meals.map(({ meal }) => meal.recipe_id))]);
  const foodIds = [...recipes.values()].flatMap((recipe) =>
    recipe.lines.flatMap((line) => line.foodId ?? []),
  );
  const foods = await readShopFoods(tx, foodIds);
  const names = new Set([...foods.values()].flatMap((food) => namesBoughtAs(food.name)));
  return { recipes, foods, boughtAs: await readShopFoodsByName(tx, [...names]) };
}

/** What meals need, in the foods that are bought for them. */
export function needsOf(meals: readonly PlannedMeal[], ingredients: Ingredients): Need[] {
  const { recipes, foods, boughtAs } = ingredients;
  const needs = meals.flatMap(({ meal, portions }) =>
    mealNeeds(meal, portions, recipes.get(meal.recipe_id), foods),
  );
  return asBought(needs, boughtAs);
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
    containers: containersOf(parsed, scale),
    toTaste: parsed.to_taste,
    optional: parsed.optional,
  };
}

/** "400 g tin": one tin, and what its label says. "2 (14 oz) cans": two, likewise. */
export function containersOf(parsed: IngredientLine, scale: number): Need["containers"] {
  const { unit, quantity, container } = parsed;
  const gramsOfOne = unit === null ? null : gramsOfUnit(unit);
  if (container !== null && gramsOfOne !== null && quantity !== null) {
    return { unit: container, count: scale, grams: quantity * gramsOfOne };
  }
  if (unit === null || unitNamed(unit)?.kind !== "container") return null;
  const label = parsed.package;
  const labelUnit = label?.unit ? gramsOfUnit(label.unit) : null;
  const grams = label?.quantity && labelUnit !== null ? label.quantity * labelUnit : null;
  return { unit, count: (quantity ?? 1) * scale, grams };
}

/** A digest of all that meals need: another one means that a list made from them no longer answers. */
export function digestNeeds(needs: readonly Need[]): string {
  const texts = needs.map(({ meal, original, food, grams, quantity, unit }) =>
    JSON.stringify([meal.plan_id, meal.date, meal.position, original, food?.foodId, grams, quantity, unit]),
  );
  return createHash("sha256").update(texts.sort().join("\n")).digest("hex");
}
