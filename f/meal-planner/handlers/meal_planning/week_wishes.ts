import { DAYS_OF } from "../nutrition/goal.ts";
import type { Candidate } from "./candidates.ts";
import type { Eater } from "./plan_problem.ts";
import type { Problem } from "./solver/problem.ts";

type WeekGoal = NonNullable<Problem["week_goals"]>[number];
type Nutrients = Readonly<Record<string, number | null | undefined>>;

/** Smallest share of a target that what is left of a week is measured by. */
const LEAST_SHARE = 0.01;

/**
 * What people want of a week as goals of the whole plan: the target by its days, in portions of size 1, of which a person
 * is taken to eat as many a meal as their energy goal asks for. Points are shared among people, as those of days are.
 */
export function weekGoalsOf(
  eaters: readonly Eater[],
  candidates: readonly Candidate[],
  { slots, days }: { slots: readonly string[]; days: number },
): WeekGoal[] {
  return eaters.flatMap((eater) => {
    const size = usualSize(eater, candidates, slots);
    return eater.week_goals.map((goal): WeekGoal => {
      const tolerance = goal.tolerance_percent / 100;
      const weight = goal.weight / eaters.length;
      return {
        nutrient: goal.nutrient,
        target: (goal.target * days) / DAYS_OF.week / size,
        ...{ tolerance_under: tolerance, tolerance_over: tolerance },
        weight_under: goal.kind === "at_most" ? 0 : weight,
        weight_over: goal.kind === "at_least" ? 0 : weight,
      };
    });
  });
}

/** How large a person's portions will be on average: their energy over what a day of middling recipes has. */
function usualSize(eater: Eater, candidates: readonly Candidate[], slots: readonly string[]): number {
  const energy = eater.goals.find((goal) => goal.nutrient === "energy_kcal")?.target;
  const day = slots.reduce((sum, slot) => sum + middlingEnergy(candidates, slot), 0);
  if (!energy || day === 0) return 1;
  const sizes = eater.portion_sizes;
  return Math.min(Math.max(energy / day, Math.min(...sizes)), Math.max(...sizes));
}

function middlingEnergy(candidates: readonly Candidate[], slot: string): number {
  const energies = candidates
    .filter((recipe) => recipe.suits.some((meal) => meal === slot))
    .flatMap((recipe) => recipe.nutrition.per_serving.energy_kcal ?? [])
    .sort((a, b) => a - b);
  return energies[Math.floor(energies.length / 2)] ?? 0;
}

/** What is left of goals of the whole plan after meals that are eaten or kept outside of a problem of `days` of its `all`. */
export function weekGoalsAfter(
  goals: readonly WeekGoal[],
  before: readonly Nutrients[],
  { days, all }: { days: number; all: number },
): WeekGoal[] {
  return goals.map((goal) => {
    const brought = broughtOf(before, goal.nutrient);
    const target = Math.max(goal.target - brought, goal.target * LEAST_SHARE);
    // Points are a mean over days: of fewer days, a day counts for more, and so must the plan.
    const factor = ((target / goal.target) * all) / days;
    const least = goal.target * (1 - goal.tolerance_under) - brought;
    const most = goal.target * (1 + goal.tolerance_over) - brought;
    return {
      nutrient: goal.nutrient,
      target,
      tolerance_under: Math.max(0, 1 - least / target),
      tolerance_over: Math.max(0, most / target - 1),
      weight_under: goal.weight_under * factor,
      weight_over: goal.weight_over * factor,
    };
  });
}

/** What goals of the whole plan add to its objective. */
export function weekGoalPoints(goals: readonly WeekGoal[], meals: readonly Nutrients[]): number {
  return goals.reduce((points, goal) => {
    const share = broughtOf(meals, goal.nutrient) / goal.target;
    const over = goal.weight_over * Math.max(0, share - 1 - goal.tolerance_over);
    const under = goal.weight_under * Math.max(0, 1 - goal.tolerance_under - share);
    return points + 100 * (over + under);
  }, 0);
}

function broughtOf(meals: readonly Nutrients[], nutrient: string): number {
  return meals.reduce((sum, nutrients) => sum + (nutrients[nutrient] ?? 0), 0);
}
