import { dateAfter, datesFrom, daysApart } from "./calendar.ts";
import type { PlannerRecipe } from "./day_points.ts";
import type { PlannedMeal } from "./plan.ts";
import { isSettled } from "./plan_place.ts";
import { planProblem, type Relaxation } from "./plan_problem.ts";
import type { Problem } from "./solver/problem.ts";
import { minutesAllowed } from "./time_limits.ts";
import { type Place, plannedRecipe, usualSlots, type Week } from "./week.ts";
import { weekGoalsAfter } from "./week_wishes.ts";

/** A place that is planned anew, and the meal that is there now. */
export type FreePlace = Place & { slot: string; now: PlannedMeal | null };

/** What is planned anew: every place from a day on whose meal isn't locked, settled or, where wanted, is missing. */
export function freePlaces(week: Week, from: string, fillEmpty: boolean): FreePlace[] {
  const planned = week.meals
    .filter((meal) => meal.date >= from && !meal.locked && !isSettled(meal))
    .map((meal) => ({ date: meal.date, position: meal.position, slot: meal.slot, now: meal }));
  if (!fillEmpty) return planned;
  const empty = datesFrom(week.plan.start_date, week.plan.days)
    .filter((date) => date >= from)
    .flatMap((date) =>
      usualSlots(week.plan, week.meals).map((slot, position) => ({ date, position, slot, now: null })),
    )
    .filter(
      (place) => !week.meals.some((meal) => meal.date === place.date && meal.position === place.position),
    );
  return [...planned, ...empty].sort((a, b) =>
    a.date === b.date ? a.position - b.position : a.date < b.date ? -1 : 1,
  );
}

export type ReplanProblem = {
  problem: Problem;
  /** The place that each slot of each day stands for, null for a meal that is kept. */
  places: (FreePlace | null)[][];
  /** Where each slot's meal is in the plan, kept or not: leftovers name the place that they are cooked in. */
  cells: Place[][];
};

/** Meals that are kept stand in slots of this name, which only they suit. */
const KEPT = "kept";

/**
 * The planner's problem for the free places of a plan. Meals that are kept are locked in it, so that repeats and main
 * ingredients are counted with them; so are those of the days just before.
 */
export function replanProblem(
  week: Week,
  free: readonly FreePlace[],
  from: string,
  step: Relaxation,
): ReplanProblem {
  const { plan, candidates, eaters, wishes } = week;
  const base = planProblem([...candidates.values()], eaters, wishes, step);
  const reach = Math.max(1, Math.ceil(base.min_gap_days) - 1);
  const wanted = dateAfter(from, -reach);
  const first = wanted < plan.start_date ? plan.start_date : wanted;
  const dates = datesFrom(first, plan.days - daysApart(first, plan.start_date));
  const isFree = new Set(free.map(({ date, position }) => `${date} ${position}`));
  const eaten = week.meals.filter(
    (meal) => meal.mark !== "skipped" && !isFree.has(`${meal.date} ${meal.position}`),
  );
  const kept = keepMeals(
    week,
    base,
    eaten.filter((meal) => meal.date >= first),
  );
  const usesBefore = countBy(eaten.filter((meal) => meal.date < first).map((meal) => meal.recipe_id));
  const usesKept = countBy(kept.map(({ recipe }) => recipe.id));
  const keptRecipes = new Map(kept.map(({ recipe }) => [recipe.id, recipe]));
  const spent = new Set(
    kept.filter(({ meal }) => !canCookMore(week, meal, from)).map(({ recipe }) => recipe.id),
  );
  const recipes = base.recipes.map((recipe) => ({
    ...recipe,
    ...(spent.has(recipe.id) ? { keeps_days: 0 } : {}),
    suits: keptRecipes.has(recipe.id) ? [...recipe.suits, KEPT] : recipe.suits,
    max_uses: Math.max(usesKept.get(recipe.id) ?? 0, recipe.max_uses - (usesBefore.get(recipe.id) ?? 0)),
  }));
  const known = new Set(recipes.map((recipe) => recipe.id));
  const standIns = [...keptRecipes.values()]
    .filter((recipe) => !known.has(recipe.id))
    .map((recipe) => ({ ...recipe, keeps_days: 0 }));
  const locked: Problem["locked"] = [];
  const places: (FreePlace | null)[][] = [];
  const cells: Place[][] = [];
  const days = dates.map((date, day) => {
    const keptHere = kept.filter(({ meal }) => meal.date === date);
    const freeHere = free.filter((place) => place.date === date);
    keptHere.forEach(({ recipe }, slot) => {
      locked.push({ day, slot, recipe_id: recipe.id });
    });
    places.push([...keptHere.map(() => null), ...freeHere]);
    cells.push([...keptHere.map(({ meal }) => meal), ...freeHere]);
    return {
      slots: [...keptHere.map(() => ({ name: KEPT })), ...freeHere.map((place) => slotOf(week, place))],
    };
  });
  const before = eaten
    .filter((meal) => meal.date < first)
    .map((meal) => plannedRecipe(week, meal.recipe_id).nutrients);
  const spans = { days: days.length, all: plan.days };
  const problem = {
    ...{ ...base, days, recipes: [...recipes, ...standIns], locked },
    ...(base.week_goals ? { week_goals: weekGoalsAfter(base.week_goals, before, spans) } : {}),
  };
  return { problem, places, cells };
}

function slotOf({ wishes }: Week, { date, slot }: FreePlace): Problem["days"][number]["slots"][number] {
  const max_minutes = minutesAllowed(wishes.time?.limits ?? [], date, slot);
  return max_minutes === null ? { name: slot } : { name: slot, max_minutes };
}

/** Of a meal that is kept, more can be cooked for later days where it isn't cooked yet, and for nobody else already. */
function canCookMore({ meals }: Week, meal: PlannedMeal, from: string): boolean {
  const feedsOther = meals.some(
    ({ leftover_of: of }) => of && of.date === meal.date && of.position === meal.position,
  );
  return meal.date >= from && !isSettled(meal) && !meal.leftover_of && !feedsOther;
}

type Kept = { meal: PlannedMeal; recipe: PlannerRecipe };

/**
 * The recipes that stand for the kept meals. They are facts, so where two of them break a rule between each other (the
 * rules have changed, or a recipe has) the later one is counted for the day alone, and the week is planned all the same.
 */
function keepMeals(week: Week, base: Problem, meals: readonly PlannedMeal[]): Kept[] {
  const kept: Kept[] = [];
  for (const meal of meals) {
    const recipe = plannedRecipe(week, meal.recipe_id);
    const clashes = kept.some(
      (other) =>
        (other.recipe.id === recipe.id &&
          daysApart(other.meal.date, meal.date) < Math.max(1, base.min_gap_days)) ||
        (recipe.main !== null &&
          other.recipe.main === recipe.main &&
          daysApart(other.meal.date, meal.date) <= 1),
    );
    const own = week.candidates.has(recipe.id) && !clashes;
    const standIn = { ...recipe, id: `${KEPT} ${meal.date} ${meal.position}`, main: null, max_uses: 1 };
    kept.push({ meal, recipe: own ? recipe : { ...standIn, suits: [KEPT] } });
  }
  return kept;
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
