import { exceedsCapacity } from "./capacity.ts";
import { findFirstPlan } from "./first_plan.ts";
import { compileModel } from "./model.ts";
import type { Problem } from "./problem.ts";

/** One wish that could be given up, in words, and the problem without it. */
type Wish = { words: string; meal?: string; without: (problem: Problem) => Problem };

/** So many meals of one slot are named one by one. */
const NAMED_MEALS = 4;

const NODES = 2_000;

/**
 * The smallest set of wishes found that can't all be met, in words: leaving any one of them out makes a plan possible, as
 * far as the time allows to tell. Wishes are tried in groups from the most to the least particular.
 */
export function describeConflicts(problem: Problem, proven: boolean, expired: () => boolean): string[] {
  if (!proven) return ["No plan was found in the time allowed; more time or fewer rules may help."];
  const clash = clashingLocks(problem);
  if (clash.length > 0) return clash;
  const needed: Wish[] = [];
  let kept = withoutSpares(problem);
  for (const wish of wishesOf(problem)) {
    const without = wish.without(kept);
    // Still impossible without it: it isn't part of the conflict, so it stays out.
    if (isImpossible(without, expired)) kept = without;
    else needed.push(wish);
  }
  return inWords(problem, needed);
}

function inWords(problem: Problem, needed: Wish[]): string[] {
  const meals = new Map<string, Wish[]>();
  for (const wish of needed) {
    if (wish.meal !== undefined) meals.set(wish.meal, [...(meals.get(wish.meal) ?? []), wish]);
  }
  const words: string[] = [];
  for (const [name, wishes] of meals) {
    const suiting = problem.recipes.filter((recipe) => recipe.suits.includes(name)).length;
    if (wishes.length <= NAMED_MEALS) words.push(...wishes.map((wish) => wish.words));
    else words.push(`${wishes.length} meals of ${name} from ${suiting} recipes that suit it`);
  }
  return [...words, ...needed.filter((wish) => wish.meal === undefined).map((wish) => wish.words)];
}

/** Everything that could be given up, meals first, so that what remains speaks of few of them. */
function wishesOf(problem: Problem): Wish[] {
  const wishes: Wish[] = [];
  problem.days.forEach((day, d) => {
    day.slots.forEach((slot, s) => {
      wishes.push({
        words: mealInWords(problem, d, s),
        meal: slot.name,
        without: (p) => withoutMeal(p, d, s),
      });
      if (slot.max_minutes != null) {
        wishes.push({
          words: `day ${d} ${slot.name}: at most ${slot.max_minutes} minutes`,
          without: (p) => changeSlot(p, d, s, { max_minutes: null }),
        });
      }
    });
    if (day.max_minutes != null) {
      wishes.push({
        words: `day ${d}: at most ${day.max_minutes} minutes in all`,
        without: (p) => changeDay(p, d, { max_minutes: null }),
      });
    }
  });
  for (const lock of problem.locked) {
    wishes.push({
      words: `locked: "${lock.recipe_id}" on day ${lock.day} ${problem.days[lock.day]!.slots[lock.slot]!.name}`,
      without: (p) => ({ ...p, locked: p.locked.filter((l) => l.day !== lock.day || l.slot !== lock.slot) }),
    });
  }
  if (problem.min_gap_days > 1) {
    wishes.push({
      words: `at least ${problem.min_gap_days} days between two uses of a recipe`,
      without: (p) => ({ ...p, min_gap_days: 0 }),
    });
  }
  wishes.push({
    words: "no main ingredient twice on a day or on neighbouring days",
    without: (p) => ({ ...p, recipes: p.recipes.map((recipe) => ({ ...recipe, main: null })) }),
  });
  wishes.push({
    words: "no recipe more often than its max_uses",
    without: (p) => ({ ...p, recipes: p.recipes.map((recipe) => ({ ...recipe, max_uses: p.days.length })) }),
  });
  return wishes;
}

function mealInWords(problem: Problem, d: number, s: number): string {
  const slot = problem.days[d]!.slots[s]!;
  const suiting = problem.recipes.filter((recipe) => recipe.suits.includes(slot.name));
  const limit = slot.max_minutes;
  const intime = limit == null ? suiting : suiting.filter((recipe) => recipe.minutes <= limit);
  const count = `${intime.length} ${intime.length === 1 ? "recipe" : "recipes"}`;
  return `day ${d} ${slot.name}: a meal (${count}${limit == null ? "" : ` within ${limit} minutes`})`;
}

function clashingLocks(problem: Problem): string[] {
  const words: string[] = [];
  const byCell = new Map<string, string>();
  for (const lock of problem.locked) {
    const slot = problem.days[lock.day]!.slots[lock.slot]!;
    const where = `day ${lock.day} ${slot.name}`;
    const cell = `${lock.day}/${lock.slot}`;
    const other = byCell.get(cell);
    if (other !== undefined && other !== lock.recipe_id) {
      words.push(`${where} is locked to both "${other}" and "${lock.recipe_id}"`);
    }
    byCell.set(cell, lock.recipe_id);
    const recipe = problem.recipes.find(({ id }) => id === lock.recipe_id)!;
    if (!recipe.suits.includes(slot.name)) {
      words.push(`${where} is locked to "${recipe.id}", which doesn't suit ${slot.name}`);
    }
    if (slot.max_minutes != null && recipe.minutes > slot.max_minutes) {
      words.push(
        `${where} is locked to "${recipe.id}", which takes ${recipe.minutes} of ${slot.max_minutes} minutes`,
      );
    }
  }
  return words.slice(0, 1);
}

function isImpossible(problem: Problem, expired: () => boolean): boolean {
  if (expired()) return false;
  const model = compileModel({ ...problem, people: [] });
  return exceedsCapacity(model) || findFirstPlan(model, () => 0, NODES, expired).kind === "impossible";
}

/** The meal is filled by a recipe of its own that no rule concerns; its day keeps its numbering. */
function withoutMeal(problem: Problem, d: number, s: number): Problem {
  const free = `\u0000${d}/${s}`;
  const nothing = { id: free, suits: [free], nutrients: {}, minutes: 0, main: null, max_uses: 1, penalty: 0 };
  const locked = problem.locked.filter((lock) => lock.day !== d || lock.slot !== s);
  return changeSlot({ ...problem, locked, recipes: [...problem.recipes, nothing] }, d, s, {
    name: free,
    max_minutes: null,
  });
}

/**
 * Of recipes that differ in nothing but their minutes, no plan needs more than the quickest few. It keeps the repeated
 * tries quick where there are very many recipes.
 */
function withoutSpares(problem: Problem): Problem {
  const names = new Set(problem.days.flatMap((day) => day.slots.map((slot) => slot.name)));
  const cells = problem.days.reduce((sum, day) => sum + day.slots.length, 0);
  const locked = new Set(problem.locked.map((lock) => lock.recipe_id));
  const kept = new Map<string, number>();
  const quickest = problem.recipes.slice().sort((a, b) => a.minutes - b.minutes);
  const recipes = quickest.filter((recipe) => {
    const suits = recipe.suits.filter((name) => names.has(name)).sort();
    if (locked.has(recipe.id)) return true;
    if (suits.length === 0) return false;
    const likes = JSON.stringify([suits, recipe.main, recipe.max_uses]);
    const count = kept.get(likes) ?? 0;
    kept.set(likes, count + 1);
    return count < cells;
  });
  return { ...problem, recipes };
}

function changeSlot(
  problem: Problem,
  d: number,
  s: number,
  change: Partial<Problem["days"][number]["slots"][number]>,
): Problem {
  const slots = problem.days[d]!.slots.map((slot, n) => (n === s ? { ...slot, ...change } : slot));
  return changeDay(problem, d, { slots });
}

function changeDay(problem: Problem, d: number, change: Partial<Problem["days"][number]>): Problem {
  return { ...problem, days: problem.days.map((day, n) => (n === d ? { ...day, ...change } : day)) };
}
