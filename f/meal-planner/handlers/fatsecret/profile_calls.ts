import { z } from "zod";
import { done, id, listIn, number, numberOrNull, objectIn, text } from "./answer_values.ts";
import { calendarDay, dateInt } from "./calendar_day.ts";
import { type FoundFood, foundFood } from "./catalogue_calls.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";

const profile = z.looseObject({
  goal_weight_kg: numberOrNull.optional(),
  height_cm: numberOrNull.optional(),
  last_weight_kg: numberOrNull.optional(),
  /** Said to lag behind: the month's weights say which day the last one is of. */
  last_weight_date_int: numberOrNull.optional(),
});
export type FatsecretProfile = z.output<typeof profile>;

/** `profile.get`. */
export function getProfile(client: FatsecretClient): Promise<FatsecretProfile> {
  return client.read("profile.get", {}, objectIn("profile", profile));
}

const weighing = z.looseObject({ date_int: calendarDay, weight_kg: number });
export type FatsecretWeighing = z.output<typeof weighing>;

/** `weights.get_month.v2`: the weights of the month that a date is in. */
export function getMonthWeights(client: FatsecretClient, date: string): Promise<FatsecretWeighing[]> {
  return client.read("weights.get_month.v2", { date: dateInt(date) }, listIn("month", "day", weighing));
}

export type WeightUpdate = { date: string; weight_kg: number; goal_weight_kg?: number; height_cm?: number };

/** `weight.update`: one weight a day, the last one counts. The first of an account needs a goal and a height as well. */
export async function updateWeight(client: FatsecretClient, update: WeightUpdate): Promise<void> {
  await client.read(
    "weight.update",
    {
      current_weight_kg: update.weight_kg,
      date: dateInt(update.date),
      goal_weight_kg: update.goal_weight_kg,
      current_height_cm: update.height_cm,
    },
    done,
  );
}

/** `foods.get_favorites.v2`, `foods.get_recently_eaten.v2`, `foods.get_most_eaten.v2`. */
export const FOOD_LISTS = {
  favorite_foods: "foods.get_favorites.v2",
  recent_foods: "foods.get_recently_eaten.v2",
  frequent_foods: "foods.get_most_eaten.v2",
} as const;
export type FoodList = keyof typeof FOOD_LISTS;

const listedFood = foundFood.extend({ serving_id: id.optional(), number_of_units: numberOrNull.optional() });
export type ListedFood = z.output<typeof listedFood> & FoundFood;

/** One of a person's lists of foods. */
export function getFoodList(client: FatsecretClient, list: FoodList): Promise<ListedFood[]> {
  return client.read(FOOD_LISTS[list], {}, listIn("foods", "food", listedFood));
}

const listedRecipe = z.looseObject({ recipe_id: id, recipe_name: text.optional() });
export type ListedRecipe = z.output<typeof listedRecipe>;

/** `recipes.get_favorites.v2`. */
export function getFavoriteRecipes(client: FatsecretClient): Promise<ListedRecipe[]> {
  return client.read("recipes.get_favorites.v2", {}, listIn("recipes", "recipe", listedRecipe));
}
