import type { DiaryEntry } from "../nutrition/diary_entry.ts";
import { copySavedMeal } from "./diary_calls.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import type { CreateTogether } from "./put_entry.ts";
import { createSavedMeal, getSavedMeals } from "./saved_meal_calls.ts";
import { alignItems, savedMealMark, savedMealName } from "./saved_meal_of_portion.ts";

/**
 * Adds a recipe's foods to a day by a saved meal of that portion, which is made where there is none, and made right where it
 * differs: a second run, or one after a lost answer, finds it by the mark in its description.
 */
export function bySavedMeal(client: FatsecretClient, entry: DiaryEntry): CreateTogether {
  return async (wanted) => {
    const [first] = wanted;
    if (!first || entry.recipe_id === null) return false;
    const portion = entry.portion ?? 1;
    const mark = savedMealMark(entry.recipe_id, portion);
    const name = savedMealName(entry.name, portion);
    const known = (await getSavedMeals(client)).find((meal) => meal.saved_meal_description === mark);
    const mealId =
      known?.saved_meal_id ??
      (await createSavedMeal(client, { name, description: mark, meals: [first.meal] }));
    await alignItems(client, mealId, wanted);
    await copySavedMeal(client, { saved_meal_id: mealId, date: first.date, meal: first.meal });
    return true;
  };
}
