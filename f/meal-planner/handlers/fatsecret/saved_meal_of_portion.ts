import type { TargetItem } from "./entry_targets.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import { addSavedMealItem, deleteSavedMealItem, getSavedMealItems } from "./saved_meal_calls.ts";

/** In the description of a saved meal of ours: all that there is to know it by. */
export function savedMealMark(recipeId: string, portion: number): string {
  return `meal-planner ${recipeId} × ${portion}`;
}

export function savedMealName(recipe: string, portion: number): string {
  return portion === 1 ? recipe : `${recipe} (${portion} servings)`;
}

const SAME_UNITS = 0.006;

/**
 * Makes a saved meal's foods what is wanted, with as few writes as that takes. `wrote` is called after each.
 *
 * @returns Whether anything was written.
 */
export async function alignItems(
  client: FatsecretClient,
  mealId: string,
  wanted: readonly TargetItem[],
  wrote: () => void = () => undefined,
): Promise<boolean> {
  let hasWritten = false;
  const note = () => {
    hasWritten = true;
    wrote();
  };
  const open = [...wanted];
  for (const item of await getSavedMealItems(client, mealId)) {
    const at = open.findIndex(
      (one) =>
        one.fatsecret_food_id === item.food_id &&
        one.serving_id === item.serving_id &&
        Math.abs(one.units - item.number_of_units) <= SAME_UNITS,
    );
    if (at >= 0) open.splice(at, 1);
    else {
      await deleteSavedMealItem(client, item.saved_meal_item_id);
      note();
    }
  }
  for (const { fatsecret_food_id: food_id, serving_id, units, name } of open) {
    await addSavedMealItem(client, { saved_meal_id: mealId, food_id, serving_id, units, name });
    note();
  }
  return hasWritten;
}
