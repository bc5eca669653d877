import type { Tx } from "../../database/connection.ts";
import { foodIndexFor, readFoods } from "../../foods/food_store.ts";
import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { resolveLine } from "../../foods/line_nutrition.ts";
import type { Household } from "../../households/household.ts";
import { type ShopFood, shopFoodOf } from "./shop_food.ts";

/** Foods as shopping sees them, by id. */
export async function readShopFoods(tx: Tx, foodIds: readonly string[]): Promise<Map<string, ShopFood>> {
  if (foodIds.length === 0) return new Map();
  const records = await readFoods(tx, [...new Set(foodIds)]);
  return new Map(records.map((record) => [record.foodId, shopFoodOf(record)]));
}

/** Those of the given names that a staple has, as its name or else as one of its other names. */
export async function readShopFoodsByName(tx: Tx, names: readonly string[]): Promise<Map<string, ShopFood>> {
  if (names.length === 0) return new Map();
  const { rows } = await tx.query<{ called: string; food_id: string }>(
    `select distinct on (called) called, food_id
     from unnest($1::text[]) as called
     join meal_planner.foods food
       on food.source = 'starter' and (food.name = called or called = any (food.aliases))
     order by called, food.name = called desc, food.name`,
    [names],
  );
  const foods = await readShopFoods(
    tx,
    rows.map((row) => row.food_id),
  );
  return new Map(
    rows.flatMap(({ called, food_id }) => {
      const food = foods.get(food_id);
      return food ? [[called, food] as const] : [];
    }),
  );
}

/**
 * A food and the edible grams of it that a line means; null grams where nobody can weigh them. `among` tells that the
 * line names others beside it: "milk and eggs".
 */
export type RecognisedFood = { food: ShopFood; grams: number | null; among: boolean };

/** What foods lines mean, by the household's own confirmed names first; null where no food is near enough. */
export async function recogniseFoods(
  tx: Tx,
  household: Household,
  lines: readonly IngredientLine[],
): Promise<(RecognisedFood | null)[]> {
  if (lines.length === 0) return [];
  const index = await foodIndexFor(tx, household.household_id);
  return lines.map((line) => {
    const { food, grams, also } = resolveLine(index, line);
    return food && { food: shopFoodOf(food), grams, among: also.length > 0 };
  });
}
