import { z } from "zod";
import type { PublishedMeal } from "../meal_planning/published_meals.ts";
import { FATSECRET_MEALS, mealOfSlot } from "./meal_name.ts";
import { savedMealMark } from "./saved_meal_of_portion.ts";

/** A portion of a recipe that a plan has for a person, and the meals that they eat it at. */
export const wantedSavedMealSchema = z.object({
  recipe_id: z.string(),
  recipe: z.string(),
  portion: z.number(),
  meals: z.array(z.enum(FATSECRET_MEALS)),
});
export type WantedSavedMeal = z.infer<typeof wantedSavedMealSchema>;

export const savedMealsContentSchema = z.array(
  z.object({ person_id: z.string(), saved_meals: z.array(wantedSavedMealSchema) }),
);
export type SavedMealsContent = z.infer<typeof savedMealsContentSchema>;

/** Pure: for each of the people one saved meal a portion, however often the plan has it. */
export function savedMealsOf(
  meals: readonly PublishedMeal[],
  personIds: readonly string[],
): SavedMealsContent {
  return personIds.map((person_id) => {
    const byMark = new Map<string, WantedSavedMeal>();
    for (const { recipe_id, recipe, slot, portions } of meals) {
      const portion = portions.find((one) => one.person_id === person_id)?.size ?? 0;
      if (portion <= 0) continue;
      const mark = savedMealMark(recipe_id, portion);
      const at = new Set([...(byMark.get(mark)?.meals ?? []), mealOfSlot(slot)]);
      const eatenAt = FATSECRET_MEALS.filter((meal) => at.has(meal));
      byMark.set(mark, { recipe_id, recipe, portion, meals: eatenAt });
    }
    return { person_id, saved_meals: [...byMark.values()] };
  });
}

/** By person, the marks of what is in a content. */
export function marksByPerson(content: SavedMealsContent): Map<string, Set<string>> {
  return new Map(
    content.map(({ person_id, saved_meals }) => [
      person_id,
      new Set(saved_meals.map((meal) => savedMealMark(meal.recipe_id, meal.portion))),
    ]),
  );
}
