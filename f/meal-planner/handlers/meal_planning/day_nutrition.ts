import { NUTRIENTS, type Nutrients } from "../../foods/nutrients.ts";
import { type Goal, goalBand } from "../nutrition/goal.ts";
import type { PlannedMeal } from "./plan.ts";

export type GoalResult = {
  nutrient: string;
  kind: Goal["kind"];
  target: number;
  actual: number | null;
  met: boolean;
};

/** A nutrient of some meals together; unknown where it is unknown for any of them. */
export type DayOfPerson = {
  date: string;
  person_id: string;
  name: string;
  totals: Nutrients;
  goals: GoalResult[];
};

type Eater = { person_id: string; name: string; goals: readonly Goal[] };

/**
 * What each person eats on each day of a plan, against their goals. A nutrient that isn't known for one of the
 * day's recipes is unknown (null) for the day, and its goal isn't met. A skipped meal is eaten by nobody.
 */
export function dayNutrition(
  dates: readonly string[],
  meals: readonly PlannedMeal[],
  perServing: ReadonlyMap<string, Nutrients>,
  eaters: readonly Eater[],
): DayOfPerson[] {
  return dates.flatMap((date) => {
    const dayMeals = meals.filter((meal) => meal.date === date && meal.mark !== "skipped");
    return eaters.map((eater) => {
      const totals = sumPortions(dayMeals, perServing, eater.person_id);
      const goals = eater.goals.map((goal) => resultOf(goal, totals));
      return { date, person_id: eater.person_id, name: eater.name, totals, goals };
    });
  });
}

function sumPortions(
  meals: readonly PlannedMeal[],
  perServing: ReadonlyMap<string, Nutrients>,
  personId: string,
): Nutrients {
  const total = (nutrient: (typeof NUTRIENTS)[number]) => {
    let sum = 0;
    for (const meal of meals) {
      const size = meal.portions[personId] ?? 0;
      if (size === 0) continue;
      const amount = perServing.get(meal.recipe_id)?.[nutrient] ?? null;
      if (amount === null) return null;
      sum += size * amount;
    }
    return Math.round(sum * 10) / 10;
  };
  return Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, total(nutrient)])) as Nutrients;
}

function resultOf(goal: Goal, totals: Nutrients): GoalResult {
  const actual = totals[goal.nutrient];
  const band = goalBand(goal);
  const met = actual !== null && actual >= band.least && actual <= band.most;
  return { nutrient: goal.nutrient, kind: goal.kind, target: goal.target, actual, met };
}
