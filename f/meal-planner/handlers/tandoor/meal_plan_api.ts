import { z } from "zod";
import { NotFound } from "../../database/errors.ts";
import type { TandoorApi } from "./tandoor_api.ts";
import {
  mealPlanShape,
  mealTypeShape,
  type TandoorMealPlan,
  type TandoorMealType,
} from "./tandoor_shapes.ts";

/** All meal types of the space, whoever made them. */
export function mealTypes(api: TandoorApi): AsyncGenerator<TandoorMealType> {
  return api.items("/api/meal-type/", mealTypeShape);
}

/**
 * Finds the user's own type of that name (in any case), or makes it. A type of the same name that another user made
 * isn't found and breaks the call (500): look among `mealTypes` first.
 */
export function createMealType(
  api: TandoorApi,
  type: { name: string; order?: number; time?: string | null },
): Promise<TandoorMealType> {
  return api.create("/api/meal-type/", type, mealTypeShape, { repeatable: true });
}

/**
 * Entries of which the last day is between the two days (`YYYY-MM-DD`, both included), in the server's time zone. Always
 * give both: Tandoor's own span ends in 360 days.
 */
export function mealPlans(
  api: TandoorApi,
  span: { from_date: string; to_date: string; meal_type?: number[] },
): AsyncGenerator<TandoorMealPlan> {
  return api.items("/api/meal-plan/", mealPlanShape, span);
}

// Tandoor looks for a single entry within its span too: one that is older than 90 days, or more than 360 days ahead, isn't
// found without it.
const EVER = { from_date: "1900-01-01", to_date: "9999-12-31" };

export async function findMealPlan(api: TandoorApi, id: number): Promise<TandoorMealPlan | undefined> {
  try {
    return await api.get(`/api/meal-plan/${id}/`, mealPlanShape, EVER);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

/** `recipe` and `meal_type` of existing ones need id and name. Dates are ISO times with an offset. */
export type MealPlanFields = {
  title: string;
  recipe: { id: number; name: string } | null;
  servings: number;
  note: string;
  from_date: string;
  to_date: string;
  meal_type: { id: number; name: string };
  addshopping?: boolean;
};

/** Every call makes another entry. A time of midnight there becomes the meal type's time, or noon. */
export function createMealPlan(api: TandoorApi, fields: MealPlanFields): Promise<TandoorMealPlan> {
  return api.create("/api/meal-plan/", fields, mealPlanShape);
}

/** Always give `servings`: Tandoor needs them where the entry has shopping entries. Times are kept as given. */
export function patchMealPlan(
  api: TandoorApi,
  id: number,
  fields: Partial<MealPlanFields> & { servings: number },
): Promise<TandoorMealPlan> {
  const path = `/api/meal-plan/${id}/`;
  return api.call({ method: "PATCH", path, query: EVER, json: fields, repeatable: true }, mealPlanShape);
}

/** Its shopping entries go with it. False where it was gone already. */
export async function deleteMealPlan(api: TandoorApi, id: number): Promise<boolean> {
  try {
    await api.call({ method: "DELETE", path: `/api/meal-plan/${id}/`, query: EVER }, z.unknown());
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
