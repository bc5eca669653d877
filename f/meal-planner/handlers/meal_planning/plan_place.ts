import { z } from "zod";
import { Conflict, InvalidInput, NotFound } from "../../database/errors.ts";
import { dateAfter } from "./calendar.ts";
import type { OpenPlan } from "./change_plan.ts";
import type { PlannedMeal } from "./plan.ts";
import type { CellMeal } from "./plan_history.ts";
import type { Place, Week } from "./week.ts";

/** Which meal of a plan is meant. */
export const placeInput = {
  date: z.iso.date({ message: "A date such as 2026-03-02." }),
  position: z.int().min(0).describe("The meal's place in its day, from 0."),
};

/** The meal of a place. @throws InvalidInput where the plan has no such day, NotFound where no meal is there. */
export function mealAt({ plan, meals }: Pick<OpenPlan, "plan" | "meals">, place: Place): PlannedMeal {
  requireDay(plan, place.date);
  const meal = meals.find(({ date, position }) => date === place.date && position === place.position);
  if (meal) return meal;
  throw new NotFound(
    "meal",
    `${place.position} on ${place.date}`,
    "See the places with f/meal-planner/handlers/meal_planning/get_plan/script.",
  );
}

/** @throws InvalidInput where the day isn't one of the plan's. */
export function requireDay(plan: { start_date: string; days: number }, date: string, path = "date"): void {
  const last = dateAfter(plan.start_date, plan.days - 1);
  if (date >= plan.start_date && date <= last) return;
  throw new InvalidInput([{ path, message: `The plan goes from ${plan.start_date} to ${last}.` }]);
}

/** @throws InvalidInput where the day has passed by the household's calendar. */
export function requireNotPast(date: string, today: string, path = "date"): void {
  if (date >= today) return;
  throw new InvalidInput([{ path, message: `${date} has passed; today is ${today}.` }]);
}

/** Whether a meal has happened, or is known not to happen: nothing plans it anew. */
export function isSettled(meal: PlannedMeal): boolean {
  return meal.cooked || meal.mark !== null;
}

/** @throws InvalidInput, NotFound as `mealAt`; InvalidInput where its day has passed, Conflict where it is settled. */
export function changeableMeal(open: OpenPlan, place: Place): PlannedMeal {
  const meal = mealAt(open, place);
  requireNotPast(place.date, open.today);
  if (!isSettled(meal)) return meal;
  const what = meal.mark ?? "cooked";
  throw new Conflict(
    `The ${meal.slot} on ${meal.date} is ${what} already.${meal.mark ? " Take the mark off with mark_meal first." : ""}`,
    { meal },
  );
}

/** @throws NotFound for a recipe that the household doesn't have, Conflict in words where it may not be planned. */
export function requireCandidate(week: Week, recipeId: string): void {
  if (week.candidates.has(recipeId)) return;
  const out = week.leftOut.find((recipe) => recipe.recipe_id === recipeId);
  if (out) throw new Conflict(`${out.name} can't be planned: ${out.reason}.`, { recipe_id: recipeId });
  throw new NotFound(
    "recipe",
    recipeId,
    "It is unknown or archived. List them with f/meal-planner/handlers/recipes/list_recipes/script.",
  );
}

/** A meal as the history keeps it. */
export function cellOf(meal: PlannedMeal): CellMeal {
  const { slot, recipe_id, portions, locked, mark, eaten_out, leftover_of } = meal;
  return {
    ...{ slot, recipe_id, portions, locked, mark },
    ...(eaten_out ? { eaten_out } : {}),
    ...(leftover_of ? { leftover_of } : {}),
  };
}
