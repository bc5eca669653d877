import type { Problem } from "./problem.ts";

/**
 * Recipes that keep, a second time: as their own leftovers. In the model a leftover is a recipe of its own, with the
 * nutrients and the main ingredient of what was cooked, so that a day's menu needn't know which of its meals are cooked.
 */
export type Leftovers = {
  /** Meals of a plan that may be leftovers; 0 where none may. */
  most: number;
  mostACooking: number;
  /** Recipes with a lower number are cooked, this one and those above are leftovers. */
  first: number;
  /** What was cooked, by recipe; a cooked recipe is its own. */
  cookedOf: Int32Array;
  /** The leftovers of a cooked recipe, -1 where it doesn't keep. */
  leftoverOf: Int32Array;
  /** By cooked recipe. */
  keepsDays: Int32Array;
  /** 1 for days whose cooking may be eaten later. */
  cooksAhead: Uint8Array;
};

/** The problem's recipes with the leftovers behind them. */
export function withLeftovers(problem: Problem): { recipes: Problem["recipes"]; leftovers: Leftovers } {
  const { days, recipes, leftovers: wish } = problem;
  const keepsDays = new Int32Array(recipes.map((recipe) => Math.min(recipe.keeps_days ?? 0, days.length)));
  const leftoverOf = new Int32Array(recipes.length).fill(-1);
  const most = Math.min(
    wish?.most ?? 0,
    days.reduce((sum, day) => sum + day.slots.length, 0),
  );
  const again: Problem["recipes"] = [];
  const cooked: number[] = [];
  if (wish && most > 0) {
    const welcome = (name: string) => !wish.slots || wish.slots.includes(name);
    recipes.forEach((recipe, r) => {
      const suits = recipe.suits.filter(welcome);
      if (keepsDays[r]! === 0 || suits.length === 0 || recipe.max_uses === 0) return;
      leftoverOf[r] = recipes.length + again.length;
      cooked.push(r);
      again.push({
        ...recipe,
        suits,
        minutes: wish.minutes ?? 0,
        penalty: recipe.leftover_penalty ?? recipe.penalty,
        max_uses: days.length,
      });
    });
  }
  return {
    recipes: again.length > 0 ? [...recipes, ...again] : recipes,
    leftovers: {
      most: again.length > 0 ? most : 0,
      mostACooking: wish?.most_a_cooking ?? 1,
      first: recipes.length,
      cookedOf: new Int32Array([...recipes.map((_, r) => r), ...cooked]),
      leftoverOf,
      keepsDays,
      cooksAhead: Uint8Array.from(days, (day) => (day.cooks_ahead === false ? 0 : 1)),
    },
  };
}

/** How long before each day one last cooked for later, in days; infinite where nobody did. */
export function daysSinceCooking({ cooksAhead }: Leftovers, day: number): number {
  const last = cooksAhead.slice(0, day).lastIndexOf(1);
  return last < 0 ? Number.POSITIVE_INFINITY : day - last;
}

/**
 * Finds for each leftover of one recipe the cooking that it is of, or null where they aren't enough. Days ascend; the
 * oldest that still keeps is eaten first, which is best because all keep equally long.
 */
export function assignLeftovers(
  cookedOn: readonly number[],
  eatenOn: readonly number[],
  keepsDays: number,
  mostACooking: number,
): number[] | null {
  const left = cookedOn.map(() => mostACooking);
  const sources: number[] = [];
  for (const day of eatenOn) {
    const source = cookedOn.findIndex((c, n) => c < day && day - c <= keepsDays && left[n]! > 0);
    if (source < 0) return null;
    left[source]!--;
    sources.push(cookedOn[source]!);
  }
  return sources;
}
