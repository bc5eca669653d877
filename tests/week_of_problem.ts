import { dateAfter } from "../f/meal-planner/handlers/meal_planning/calendar.ts";
import type { PlannedMeal } from "../f/meal-planner/handlers/meal_planning/plan.ts";
import type { Problem, Solution } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { NO_TASTES } from "../f/meal-planner/handlers/meal_planning/taste.ts";
import type { Week } from "../f/meal-planner/handlers/meal_planning/week.ts";

export const WEEK_START = "2096-01-02";

/** A solved problem as a stored week, for what needs no names, tastes or foods. */
export function weekOf(problem: Problem, solution: Solution): Week {
  const slots = problem.days[0]!.slots.map((slot) => slot.name);
  const meals = solution.meals.map(
    (meal): PlannedMeal => ({
      date: dateAfter(WEEK_START, meal.day),
      position: meal.slot,
      slot: problem.days[meal.day]!.slots[meal.slot]!.name,
      recipe_id: meal.recipe_id,
      portions: meal.portions,
      locked: false,
      mark: null,
      cooked: false,
    }),
  );
  return {
    plan: {
      plan_id: "0198f3a0-0000-7000-8000-000000000001",
      household_id: "0198f3a0-0000-7000-8000-000000000002",
      version: 1,
      state: "generated",
      start_date: WEEK_START,
      days: problem.days.length,
      slots,
      generation: null,
    },
    meals,
    eaters: [],
    candidates: new Map(),
    leftOut: [],
    pending: new Set(),
    problem,
    recipes: new Map(problem.recipes.map((recipe) => [recipe.id, recipe])),
    names: new Map(problem.recipes.map((recipe) => [recipe.id, recipe.id])),
    perServing: new Map(),
    wishes: {
      slots,
      days: problem.days.length,
      daysSincePlanned: new Map(),
      pantry: null,
      tastes: NO_TASTES,
    },
  };
}
