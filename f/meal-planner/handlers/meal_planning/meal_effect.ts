import { NUTRIENTS, type Nutrients } from "../../foods/nutrients.ts";
import { dayNutrition, type GoalResult } from "./day_nutrition.ts";
import type { PlannedMeal } from "./plan.ts";
import type { Place, Week } from "./week.ts";

/** What a day becomes for one person: the sums, each against its goal, and the difference to how the day is now. */
export type EffectOnPerson = {
  person_id: string;
  name: string;
  portion: number;
  totals: Nutrients;
  change: Nutrients;
  goals: GoalResult[];
};

/** What each person's day comes to with another meal in a place, or with none. */
export function effectOn(
  week: Week,
  place: Place,
  meal: Pick<PlannedMeal, "recipe_id" | "portions"> | null,
): EffectOnPerson[] {
  const now = week.meals.filter(({ date }) => date === place.date);
  const others = now.filter(({ position }) => position !== place.position);
  const placed = meal && {
    ...{ ...place, slot: "", locked: false, mark: null, cooked: false },
    ...{ recipe_id: meal.recipe_id, portions: meal.portions },
  };
  const before = dayNutrition([place.date], now, week.perServing, week.eaters);
  const after = dayNutrition(
    [place.date],
    placed ? [...others, placed] : others,
    week.perServing,
    week.eaters,
  );
  return after.map(({ person_id, name, totals, goals }, index) => ({
    person_id,
    name,
    portion: meal?.portions[person_id] ?? 0,
    totals,
    change: difference(totals, before[index]!.totals),
    goals,
  }));
}

/** Unknown where either is. */
function difference(after: Nutrients, before: Nutrients): Nutrients {
  const of = (nutrient: (typeof NUTRIENTS)[number]) => {
    const [to, from] = [after[nutrient], before[nutrient]];
    return to === null || from === null ? null : Math.round((to - from) * 10) / 10;
  };
  return Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, of(nutrient)])) as Nutrients;
}
