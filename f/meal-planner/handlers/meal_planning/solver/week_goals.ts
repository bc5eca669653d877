import type { Menu } from "./best_menus.ts";
import type { Problem } from "./problem.ts";

/**
 * Goals of the whole plan: what all its meals bring, in portions of size 1. Amounts are fractions of the target; weights are
 * points per such fraction in the sum over days, of which the objective is the mean.
 */
export type WeekGoals = {
  count: number;
  low: Float64Array;
  high: Float64Array;
  weightUnder: Float64Array;
  weightOver: Float64Array;
  /** Of goal g by recipe r at [r * count + g]. */
  amounts: Float64Array;
};

export function compileWeekGoals(problem: Problem): WeekGoals {
  const goals = (problem.week_goals ?? []).filter((goal) => goal.weight_over > 0 || goal.weight_under > 0);
  const count = goals.length;
  const points = 100 * problem.days.length;
  const amounts = new Float64Array(problem.recipes.length * count);
  problem.recipes.forEach((recipe, r) => {
    for (let g = 0; g < count; g++)
      amounts[r * count + g] = (recipe.nutrients[goals[g]!.nutrient] ?? 0) / goals[g]!.target;
  });
  return {
    count,
    low: Float64Array.from(goals, (goal) => 1 - goal.tolerance_under),
    high: Float64Array.from(goals, (goal) => 1 + goal.tolerance_over),
    // Nothing lies below a band that reaches down to 0.
    weightUnder: Float64Array.from(goals, (goal) =>
      goal.tolerance_under >= 1 ? 0 : points * goal.weight_under,
    ),
    weightOver: Float64Array.from(goals, (goal) => points * goal.weight_over),
    amounts,
  };
}

/** What the week's goals add to the sum over days; never negative. */
export function weekPoints(goals: WeekGoals, plan: readonly Menu[]): number {
  const { count, low, high, weightUnder, weightOver, amounts } = goals;
  let points = 0;
  for (let g = 0; g < count; g++) {
    let x = 0;
    for (const menu of plan) for (const r of menu.recipes) x += amounts[r * count + g]!;
    points += weightOver[g]! * Math.max(0, x - high[g]!) + weightUnder[g]! * Math.max(0, low[g]! - x);
  }
  return points;
}
