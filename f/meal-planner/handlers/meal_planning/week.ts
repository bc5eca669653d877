import type { Tx } from "../../database/connection.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import type { Household } from "../../households/household.ts";
import { planningRecipes } from "../recipes/planning_recipes.ts";
import { datesFrom } from "./calendar.ts";
import { type Candidate, chooseCandidates } from "./candidates.ts";
import { dayPoints, type PlannerRecipe, type Serving } from "./day_points.ts";
import { readEaters } from "./eaters.ts";
import { pantryWish, readPantryStock } from "./pantry_stock.ts";
import { type LeftOut, type Plan, type PlannedMeal, USUAL_MIN_COVERAGE } from "./plan.ts";
import { type Eater, planProblem, type Wishes } from "./plan_problem.ts";
import { daysSincePlanned } from "./plan_store.ts";
import { readTastes } from "./preferences.ts";
import type { Problem } from "./solver/problem.ts";
import { standingWishes } from "./standing_wishes.ts";
import { weekGoalPoints } from "./week_wishes.ts";

/** A stored plan in the planner's terms: what its meals cost, and what else could be in their places. */
export type Week = {
  plan: Plan;
  meals: readonly PlannedMeal[];
  eaters: readonly Eater[];
  candidates: ReadonlyMap<string, Candidate>;
  /** Recipes of the household that may not be planned, and why. */
  leftOut: readonly LeftOut[];
  /** Those of them whose nutrition is still to be worked out: nothing is known against them yet. */
  pending: ReadonlySet<string>;
  /** Its recipes are the candidates, its days the plan's with their usual slots. */
  problem: Problem;
  /** Candidates, and what is planned though it is none (any more): that has no main and no penalty. */
  recipes: ReadonlyMap<string, PlannerRecipe>;
  names: ReadonlyMap<string, string>;
  perServing: ReadonlyMap<string, Nutrients>;
  /** What the plan was and is judged by, beside goals. */
  wishes: Wishes;
};

export type Place = { date: string; position: number };

/**
 * Reads all that a change of a plan is judged by. `goalDate` says which goals hold. With `place`, only what may be in a
 * place of that slot, and one more recipe: a change of one meal needn't read the household's whole box.
 */
export async function readWeek(
  tx: Tx,
  household: Household,
  plan: Plan,
  meals: readonly PlannedMeal[],
  goalDate: string,
  place?: { slot: string; recipe_id?: string | undefined },
): Promise<Week> {
  const eaters = await readEaters(tx, household, goalDate);
  const minCoverage = plan.generation?.min_coverage ?? USUAL_MIN_COVERAGE;
  const { relaxation = "none", pantry_first = false } = plan.generation ?? {};
  // What was relaxed, and the best use of the pantry, are told from all recipes.
  const needsAll = !place || relaxation !== "none" || pantry_first;
  const named = [...meals.map((meal) => meal.recipe_id), ...(place?.recipe_id ? [place.recipe_id] : [])];
  const some = needsAll ? undefined : { suits: place.slot, or: named, linesBelow: minCoverage };
  const all = await planningRecipes(tx, household, some);
  const { candidates, leftOut } = chooseCandidates(all, eaters, minCoverage);
  const wishes: Wishes = {
    slots: usualSlots(plan, meals),
    days: plan.days,
    daysSincePlanned: await daysSincePlanned(tx, household, plan.start_date),
    tastes: await readTastes(tx, household, eaters.length),
    // What the household wants of every week by now holds for changes, too.
    time: {
      start: plan.start_date,
      limits: (await standingWishes(tx, household))?.max_minutes ?? plan.generation?.max_minutes ?? [],
    },
    pantry: pantry_first
      ? pantryWish(
          candidates,
          await readPantryStock(tx, household, plan.start_date, plan.days),
          eaters.length,
        )
      : null,
  };
  const problem = planProblem(candidates, eaters, wishes, relaxation);
  const planned = await readPlanned(tx, meals);
  const recipes = new Map(planned.map((recipe) => [recipe.recipe_id, keptRecipe(recipe)]));
  for (const recipe of problem.recipes) recipes.set(recipe.id, recipe);
  const known = [...planned, ...leftOut, ...candidates];
  const figures = [
    ...planned.flatMap(({ recipe_id, per_serving }) =>
      per_serving ? [[recipe_id, per_serving] as const] : [],
    ),
    ...candidates.map(({ recipe_id, nutrition }) => [recipe_id, nutrition.per_serving] as const),
  ];
  return {
    plan,
    meals,
    eaters,
    candidates: new Map(candidates.map((recipe) => [recipe.recipe_id, recipe])),
    leftOut,
    pending: new Set(all.filter((recipe) => !recipe.nutrition).map((recipe) => recipe.recipe_id)),
    problem,
    recipes,
    names: new Map(known.map(({ recipe_id, name }) => [recipe_id, name])),
    perServing: new Map(figures),
    wishes,
  };
}

/** The goals that hold for what is left of a plan: those of today, or of its first day where it is yet to come. */
export function goalDateOf(plan: Plan, today: string): string {
  return today > plan.start_date ? today : plan.start_date;
}

/** The plan's own slots; of one that was stored without, those of its fullest day. */
export function usualSlots(plan: Plan, meals: readonly PlannedMeal[]): string[] {
  if (plan.slots.length > 0) return plan.slots;
  const days = [...new Set(meals.map((meal) => meal.date))].map((date) =>
    meals.filter((meal) => meal.date === date).map((meal) => meal.slot),
  );
  return days.reduce((fullest, slots) => (slots.length > fullest.length ? slots : fullest), ["dinner"]);
}

/** What is eaten on a day, apart from the meal of one place; a skipped meal isn't. */
export function servingsOf(week: Week, date: string, except?: Place): Serving[] {
  return week.meals
    .filter((meal) => meal.date === date && meal.mark !== "skipped")
    .filter((meal) => !except || meal.date !== except.date || meal.position !== except.position)
    .map((meal) => ({ recipe: servedRecipe(week, meal), portions: meal.portions }));
}

/** Leftovers cost no cooking. */
function servedRecipe(week: Week, meal: PlannedMeal): PlannerRecipe {
  const recipe = plannedRecipe(week, meal.recipe_id);
  return meal.leftover_of ? { ...recipe, penalty: recipe.leftover_penalty ?? recipe.penalty } : recipe;
}

export function plannedRecipe(week: Week, recipeId: string): PlannerRecipe {
  return week.recipes.get(recipeId) ?? keptRecipe({ recipe_id: recipeId, per_serving: null });
}

/** The plan's objective as its meals are now, in points (mean over its days). */
export function weekObjective(week: Week, dates: readonly string[]): number {
  const served = dates.map((date) => servingsOf(week, date));
  const points = served.map((servings) => dayPoints(week.problem.people, servings).total);
  const meals = served.flat().map(({ recipe }) => recipe.nutrients);
  const ofWeek = weekGoalPoints(week.problem.week_goals ?? [], meals);
  return points.reduce((sum, total) => sum + total, 0) / dates.length + ofWeek;
}

export type WeekGoalsBeside = { now: number; withRecipe: (recipe: PlannerRecipe) => number };

/** What the week's goals cost with a place as it is now, and with another recipe in it, in points of one day. */
export function weekGoalsBeside(week: Week, place: Place): WeekGoalsBeside {
  const goals = week.problem.week_goals ?? [];
  if (goals.length === 0) return { now: 0, withRecipe: () => 0 };
  const dates = datesFrom(week.plan.start_date, week.plan.days);
  const nutrientsOf = (except?: Place) =>
    dates.flatMap((date) => servingsOf(week, date, except)).map(({ recipe }) => recipe.nutrients);
  const rest = nutrientsOf(place);
  // Summed once: a household's whole box is held against it.
  const brought = Object.fromEntries(
    goals.map(({ nutrient }) => [nutrient, rest.reduce((sum, meal) => sum + (meal[nutrient] ?? 0), 0)]),
  );
  const points = (meals: Parameters<typeof weekGoalPoints>[1]) =>
    weekGoalPoints(goals, meals) * week.plan.days;
  return {
    now: points(nutrientsOf()),
    withRecipe: (recipe) => points([brought, recipe.nutrients]),
  };
}

type PlannedRecipe = { recipe_id: string; name: string; per_serving: Nutrients | null };

async function readPlanned(tx: Tx, meals: readonly PlannedMeal[]): Promise<PlannedRecipe[]> {
  const { rows } = await tx.query<PlannedRecipe>(
    `select r.recipe_id, r.name, n.per_serving from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n using (recipe_id) where r.recipe_id = any ($1::uuid[])`,
    [meals.map((meal) => meal.recipe_id)],
  );
  return rows;
}

function keptRecipe({ recipe_id, per_serving }: Omit<PlannedRecipe, "name">): PlannerRecipe {
  return {
    id: recipe_id,
    suits: [],
    nutrients: { ...per_serving },
    minutes: 0,
    main: null,
    max_uses: 0,
    penalty: 0,
  };
}
