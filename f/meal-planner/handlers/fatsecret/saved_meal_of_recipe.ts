import type { DiaryEntry } from "../nutrition/diary_entry.ts";
import { copySavedMeal } from "./diary_calls.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import type { CreateTogether, WantedItem } from "./put_entry.ts";
import {
  addSavedMealItem,
  createSavedMeal,
  deleteSavedMealItem,
  getSavedMealItems,
  getSavedMeals,
} from "./saved_meal_calls.ts";

const SAME_UNITS = 0.006;

/**
 * Adds a recipe's foods to a day by a saved meal of that portion, which is made where there is none, and made right where it
 * differs: a second run, or one after a lost answer, finds it by the mark in its description.
 */
export function bySavedMeal(client: FatsecretClient, entry: DiaryEntry): CreateTogether {
  return async (wanted) => {
    const [first] = wanted;
    if (!first || entry.recipe_id === null) return false;
    const portion = entry.portion ?? 1;
    const mark = `meal-planner ${entry.recipe_id} × ${portion}`;
    const name = portion === 1 ? entry.name : `${entry.name} (${portion} servings)`;
    const known = (await getSavedMeals(client)).find((meal) => meal.saved_meal_description === mark);
    const mealId =
      known?.saved_meal_id ??
      (await createSavedMeal(client, { name, description: mark, meals: [first.meal] }));
    await alignItems(client, mealId, wanted);
    await copySavedMeal(client, { saved_meal_id: mealId, date: first.date, meal: first.meal });
    return true;
  };
}

async function alignItems(
  client: FatsecretClient,
  mealId: string,
  wanted: readonly WantedItem[],
): Promise<void> {
  const open = [...wanted];
  for (const item of await getSavedMealItems(client, mealId)) {
    const at = open.findIndex(
      (one) =>
        one.fatsecret_food_id === item.food_id &&
        one.serving_id === item.serving_id &&
        Math.abs(one.units - item.number_of_units) <= SAME_UNITS,
    );
    if (at < 0) await deleteSavedMealItem(client, item.saved_meal_item_id);
    else open.splice(at, 1);
  }
  for (const { fatsecret_food_id: food_id, serving_id, units, name } of open) {
    await addSavedMealItem(client, { saved_meal_id: mealId, food_id, serving_id, units, name });
  }
}
