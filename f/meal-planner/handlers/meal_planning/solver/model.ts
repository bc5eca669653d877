import { daysSinceCooking, type Leftovers, withLeftovers } from "./leftovers.ts";
import type { Problem } from "./problem.ts";
import { compileWeekGoals, type WeekGoals } from "./week_goals.ts";

/** Days that offer the same choices share one search for menus. */
export type DayKind = {
  days: number[];
  /** Recipes that may fill each slot, ascending. */
  candidates: Int32Array[];
  maxMinutes: number;
};

/**
 * The problem as flat arrays. One *dimension* is one goal of one person, measured as a fraction of its target, with
 * weights in points per such fraction and already divided by the number of people; a recipe's `vector` is what a
 * portion of size 1 adds to each dimension. The week's cost here is the sum over days; the objective is its mean.
 */
export type Model = {
  /** With the leftovers as recipes behind those that are cooked. */
  problem: Problem;
  leftovers: Leftovers;
  week: WeekGoals;
  recipeCount: number;
  peopleCount: number;
  dimensions: number;
  /** Dimensions of person p: personStart[p] … personStart[p + 1] - 1. */
  personStart: Int32Array;
  low: Float64Array;
  high: Float64Array;
  weightUnder: Float64Array;
  weightOver: Float64Array;
  vectors: Float64Array;
  penalty: Float64Array;
  minutes: Float64Array;
  /** Number of the main ingredient, -1 for none. */
  main: Int32Array;
  mainCount: number;
  maxUses: Int32Array;
  sizes: Float64Array[];
  /** Already divided by the number of people. */
  sizePenalty: Float64Array[];
  /** Least distance of two uses in days, at least 1. */
  gapDays: number;
  kinds: DayKind[];
  kindOfDay: Int32Array;
  /** Recipe number locked in each cell, `FREE` or `CONTRADICTED`, by day and slot. */
  locks: Int32Array[];
};

/** A cell without a lock, and one that is locked to two recipes, which nothing may fill. */
const FREE = -1;
const CONTRADICTED = -2;

export function compileModel(given: Problem): Model {
  const { recipes, leftovers } = withLeftovers(given);
  const problem = { ...given, recipes };
  const recipeCount = recipes.length;
  const peopleCount = problem.people.length;
  const recipeNumber = new Map(given.recipes.map((recipe, r) => [recipe.id, r]));
  const locks = problem.days.map((day) => new Int32Array(day.slots.length).fill(FREE));
  for (const lock of problem.locked) {
    const recipe = recipeNumber.get(lock.recipe_id)!;
    const other = locks[lock.day]![lock.slot]!;
    locks[lock.day]![lock.slot] = other === FREE || other === recipe ? recipe : CONTRADICTED;
  }
  const mains = numberMains(problem);
  const scalars = {
    penalty: new Float64Array(problem.recipes.map((recipe) => recipe.penalty)),
    minutes: new Float64Array(problem.recipes.map((recipe) => recipe.minutes)),
    maxUses: new Int32Array(problem.recipes.map((recipe) => Math.min(recipe.max_uses, problem.days.length))),
    gapDays: Math.max(1, Math.ceil(problem.min_gap_days)),
    main: mains.main,
  };
  return {
    problem,
    leftovers,
    week: compileWeekGoals(problem),
    recipeCount,
    peopleCount,
    ...compileGoals(problem),
    ...scalars,
    mainCount: mains.count,
    sizes: problem.people.map((person) => Float64Array.from(person.portions, (portion) => portion.size)),
    sizePenalty: problem.people.map((person) =>
      Float64Array.from(person.portions, (portion) => portion.penalty / peopleCount),
    ),
    locks,
    ...groupDays(problem, locks, { ...scalars, leftovers }),
  };
}

function numberMains(problem: Problem): { main: Int32Array; count: number } {
  const numbers = new Map<string, number>();
  const main = problem.recipes.map((recipe) => {
    if (recipe.main === null) return -1;
    const known = numbers.get(recipe.main);
    if (known !== undefined) return known;
    numbers.set(recipe.main, numbers.size);
    return numbers.size - 1;
  });
  return { main: new Int32Array(main), count: numbers.size };
}

function compileGoals(problem: Problem) {
  const people = problem.people.length;
  // A goal without weights can't cost anything, so it isn't a dimension.
  const goals = problem.people.map((person) =>
    person.goals.filter((goal) => goal.weight_over > 0 || goal.weight_under > 0),
  );
  const personStart = new Int32Array(people + 1);
  goals.forEach((list, p) => {
    personStart[p + 1] = personStart[p]! + list.length;
  });
  const flat = goals.flat();
  const dimensions = flat.length;
  const vectors = new Float64Array(problem.recipes.length * dimensions);
  problem.recipes.forEach((recipe, r) => {
    for (let k = 0; k < dimensions; k++) {
      const goal = flat[k]!;
      vectors[r * dimensions + k] = (recipe.nutrients[goal.nutrient] ?? 0) / goal.target;
    }
  });
  return {
    dimensions,
    personStart,
    low: Float64Array.from(flat, (goal) => 1 - goal.tolerance_under),
    high: Float64Array.from(flat, (goal) => 1 + goal.tolerance_over),
    // Nothing lies below a band that reaches down to 0.
    weightUnder: Float64Array.from(flat, (goal) =>
      goal.tolerance_under >= 1 ? 0 : (100 * goal.weight_under) / people,
    ),
    weightOver: Float64Array.from(flat, (goal) => (100 * goal.weight_over) / people),
    vectors,
  };
}

type Scalars = Pick<Model, "minutes" | "maxUses" | "gapDays" | "main" | "leftovers">;

/** Puts days together that offer the same choices once the locks of *other* days have taken theirs away. */
function groupDays(problem: Problem, locks: Int32Array[], scalars: Scalars) {
  const { leftovers } = scalars;
  const suiting = new Map<string, number[]>();
  problem.recipes.forEach((recipe, r) => {
    if (scalars.maxUses[r]! < 1) return;
    for (const name of recipe.suits) {
      const list = suiting.get(name);
      // A name may be said twice.
      if (list?.at(-1) === r) continue;
      if (list) list.push(r);
      else suiting.set(name, [r]);
    }
  });
  const kinds: DayKind[] = [];
  const kindOfDay = new Int32Array(problem.days.length);
  const known = new Map<string, number>();
  problem.days.forEach((day, d) => {
    const banned = bannedByLocks(d, locks, scalars);
    const sinceCooking = daysSinceCooking(leftovers, d);
    const allowed = (r: number) => {
      const cooked = leftovers.cookedOf[r]!;
      if (cooked !== r && leftovers.keepsDays[cooked]! < sinceCooking) return false;
      const sharers = banned.mains.get(scalars.main[r]!);
      // Beside its own leftovers a recipe may share its main ingredient.
      const clashes = sharers && (cooked === r || sharers.size > 1 || !sharers.has(cooked));
      return !clashes && !banned.recipes.has(r);
    };
    const signature = JSON.stringify([
      day.slots.map((slot) => [slot.name, slot.max_minutes ?? null]),
      day.max_minutes ?? null,
      [...locks[d]!],
      [...banned.recipes].sort(),
      Array.from(banned.mains, ([main, recipes]) => [main, [...recipes].sort()]).sort(),
      leftovers.most > 0 ? sinceCooking : null,
    ]);
    let kind = known.get(signature);
    if (kind === undefined) {
      kind = kinds.length;
      known.set(signature, kind);
      const candidates = day.slots.map((slot, s) => {
        const lock = locks[d]![s]!;
        const most = slot.max_minutes ?? Number.POSITIVE_INFINITY;
        return new Int32Array(
          (suiting.get(slot.name) ?? []).filter(
            (r) => (lock === FREE || r === lock) && scalars.minutes[r]! <= most && allowed(r),
          ),
        );
      });
      const maxMinutes = day.max_minutes ?? Number.POSITIVE_INFINITY;
      kinds.push({ days: [], candidates: withinDay(candidates, maxMinutes, scalars.minutes), maxMinutes });
    }
    kinds[kind]!.days.push(d);
    kindOfDay[d] = kind;
  });
  return { kinds, kindOfDay };
}

/** What the locks of other days forbid on day `d`. */
function bannedByLocks(d: number, locks: Int32Array[], scalars: Scalars) {
  const recipes = new Set<number>();
  const mains = new Map<number, Set<number>>();
  const uses = new Map<number, number>();
  locks.forEach((cells, other) => {
    if (other === d) return;
    for (const r of cells) {
      if (r < 0) continue;
      uses.set(r, (uses.get(r) ?? 0) + 1);
      const tooNear = Math.abs(other - d) < scalars.gapDays;
      if (tooNear || uses.get(r)! >= scalars.maxUses[r]!) recipes.add(r);
      const main = scalars.main[r]!;
      if (Math.abs(other - d) === 1 && main >= 0) mains.set(main, (mains.get(main) ?? new Set()).add(r));
    }
  });
  return { recipes, mains };
}

/** Leaves out recipes that take so long that even the quickest other meals don't fit into the day. */
function withinDay(candidates: Int32Array[], maxMinutes: number, minutes: Float64Array): Int32Array[] {
  if (maxMinutes === Number.POSITIVE_INFINITY) return candidates;
  const quickest = candidates.map((list) =>
    list.reduce((least, r) => Math.min(least, minutes[r]!), Infinity),
  );
  return candidates.map((list, s) => {
    const others = quickest.reduce((sum, least, other) => (other === s ? sum : sum + least), 0);
    return list.filter((r) => minutes[r]! + others <= maxMinutes + 1e-9);
  });
}
