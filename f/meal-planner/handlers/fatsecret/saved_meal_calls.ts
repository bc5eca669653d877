import { z } from "zod";
import { createdId, done, id, listIn, number, text } from "./answer_values.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import { type FatsecretMeal, mealNames } from "./meal_name.ts";

const savedMeal = z.looseObject({
  saved_meal_id: id,
  saved_meal_name: text.optional().transform((name) => name ?? ""),
  saved_meal_description: text.optional().transform((description) => description ?? ""),
  meals: mealNames.optional().transform((meals) => meals ?? []),
});
export type SavedMeal = z.output<typeof savedMeal>;

/** `saved_meals.get.v2`: all saved meals of the account. */
export function getSavedMeals(client: FatsecretClient): Promise<SavedMeal[]> {
  return client.read("saved_meals.get.v2", {}, listIn("saved_meals", "saved_meal", savedMeal));
}

const savedMealItem = z.looseObject({
  saved_meal_item_id: id,
  food_id: id,
  serving_id: id,
  number_of_units: number,
  saved_meal_item_name: text.optional().transform((name) => name ?? ""),
});
export type SavedMealItem = z.output<typeof savedMealItem>;

/** `saved_meal_items.get.v2`: the foods of a saved meal. @throws NotFound where it is gone. */
export function getSavedMealItems(client: FatsecretClient, savedMealId: string): Promise<SavedMealItem[]> {
  const answer = listIn("saved_meal_items", "saved_meal_item", savedMealItem);
  return client.read("saved_meal_items.get.v2", { saved_meal_id: savedMealId }, answer);
}

export type NewSavedMeal = { name: string; description?: string; meals?: readonly FatsecretMeal[] };

/**
 * `saved_meal.create`; the new meal's id. Where the answer is lost (`details.effect` is `unknown`), look among the saved
 * meals by name and description before another try.
 */
export function createSavedMeal(client: FatsecretClient, meal: NewSavedMeal): Promise<string> {
  return client.create(
    "saved_meal.create",
    {
      saved_meal_name: meal.name,
      saved_meal_description: meal.description,
      meals: meal.meals?.length ? meal.meals.join(",") : undefined,
    },
    createdId("saved_meal_id"),
  );
}

/** `saved_meal.edit`. @throws NotFound where it is gone. */
export async function editSavedMeal(
  client: FatsecretClient,
  savedMealId: string,
  changes: Partial<NewSavedMeal>,
): Promise<void> {
  await client.read(
    "saved_meal.edit",
    {
      saved_meal_id: savedMealId,
      saved_meal_name: changes.name,
      saved_meal_description: changes.description,
      meals: changes.meals?.length ? changes.meals.join(",") : undefined,
    },
    done,
  );
}

/** `saved_meal.delete`, with its items. @throws NotFound where it is gone already. */
export async function deleteSavedMeal(client: FatsecretClient, savedMealId: string): Promise<void> {
  await client.read("saved_meal.delete", { saved_meal_id: savedMealId }, done);
}

export type NewSavedMealItem = {
  saved_meal_id: string;
  food_id: string;
  serving_id: string;
  units: number;
  name: string;
};

/** `saved_meal_item.add`; the new item's id. Where the answer is lost, look at the meal's items before another try. */
export function addSavedMealItem(client: FatsecretClient, item: NewSavedMealItem): Promise<string> {
  return client.create(
    "saved_meal_item.add",
    {
      saved_meal_id: item.saved_meal_id,
      food_id: item.food_id,
      serving_id: item.serving_id,
      number_of_units: item.units,
      saved_meal_item_name: item.name,
    },
    createdId("saved_meal_item_id"),
  );
}

/** `saved_meal_item.delete`. @throws NotFound where it is gone already. */
export async function deleteSavedMealItem(client: FatsecretClient, itemId: string): Promise<void> {
  await client.read("saved_meal_item.delete", { saved_meal_item_id: itemId }, done);
}
