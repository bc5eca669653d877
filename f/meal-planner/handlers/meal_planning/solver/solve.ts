import type { z } from "zod";
import type { Menu } from "./best_menus.ts";
import { exceedsCapacity } from "./capacity.ts";
import { describeConflicts } from "./conflicts.ts";
import { findFirstPlan } from "./first_plan.ts";
import { assignLeftovers } from "./leftovers.ts";
import { compileModel, type Model } from "./model.ts";
import type { Problem, Solution, solveInputSchema } from "./problem.ts";
import { seededRandom } from "./seeded_random.ts";
import { Servings } from "./servings.ts";
import { POINTS_OF_TARGET, toleratedPoints } from "./tolerance.ts";
import { weekPoints } from "./week_goals.ts";
import { type PlannedWeek, WeekPlanner, type WeekStage } from "./week_planner.ts";

export type SolveOptions = {
  /** Milliseconds for everything, kept within 10 %; default 5,000. */
  timeLimitMs?: number;
  /** Stop when (objective − bound) / objective is at most this; default 0.005. */
  gapTarget?: number;
  /** Stop when objective − bound is at most this where the objective is near zero; default 4 times `gapTarget`. */
  gapPoints?: number;
  seed?: number;
  /** Asked all the time: once it says so, the search ends as if its time were over, with the best so far. */
  stopped?: () => boolean;
};

/** How far a search is: the best plan so far, and what is proven of it by now (null: nothing yet). In points, mean over days. */
export type SolveStage = {
  stage: "starting" | "improving" | "proving";
  objective: number | null;
  lower_bound: number | null;
};

const QUICK_NODES = 500;

/** As `solve`, from what a caller outside passes. */
export function solveGiven(input: z.output<typeof solveInputSchema>): Solution {
  const { problem, time_limit_ms, gap_target, gap_target_points, seed } = input;
  return solve(problem, {
    timeLimitMs: time_limit_ms,
    gapTarget: gap_target,
    seed,
    ...(gap_target_points === undefined ? {} : { gapPoints: gap_target_points }),
  });
}

/**
 * The best plan for a problem that `problemSchema` has accepted, with a proven lower bound in points (mean over days).
 * Deterministic for the same problem, target and seed as long as the time limit doesn't end the search.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Solution {
  const steps = solveInSteps(problem, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * As `solve`, in pieces of some 30 ms (longer where thousands of recipes or weeks are gone through at once): between two of them
 * the caller may look at other things. Which plan comes doesn't depend on when the next piece is asked for.
 */
export function* solveInSteps(problem: Problem, options: SolveOptions = {}): Generator<SolveStage, Solution> {
  const started = performance.now();
  const { timeLimitMs = 5_000, gapTarget = 0.005, seed = 1, stopped = () => false } = options;
  const tolerance = { gapTarget, gapPoints: options.gapPoints ?? POINTS_OF_TARGET * gapTarget };
  const expired = () => stopped() || performance.now() - started > timeLimitMs * 0.97;
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  yield { stage: "starting", objective: null, lower_bound: null };
  const model = compileModel(problem);
  const random = seededRandom(seed);
  // Any plan is worth more than the last millisecond, so the first attempt ends by itself, not by the clock.
  let first = findFirstPlan(model, random, QUICK_NODES, () => false);
  if (first.kind === "unknown" && exceedsCapacity(model)) first = { kind: "impossible" };
  if (first.kind === "unknown") first = findFirstPlan(model, random, Number.POSITIVE_INFINITY, expired);
  if (first.kind !== "found") {
    return {
      status: "infeasible",
      meals: [],
      objective: null,
      lower_bound: null,
      gap: null,
      elapsed_ms: elapsed(),
      conflicts: describeConflicts(problem, first.kind === "impossible", expired),
    };
  }
  const servings = new Servings(model, widest(model));
  const start = first.recipes.map((recipes) => ({ recipes, cost: servings.cost(recipes, recipes.length) }));
  const days = problem.days.length;
  const planned = yield* toldInPoints(
    new WeekPlanner(model, start, { tolerance, expired, random }).run(),
    days,
  );
  const meals = serveMeals(model, planned.plan);
  const objective = objectiveOf(model, planned.plan) / days;
  const proven = planned.bound >= planned.cost - 1e-9 * Math.max(1, Math.abs(planned.cost));
  const lowerBound = proven ? objective : Math.min(objective, planned.bound / days - 1e-9);
  const gap = (objective - lowerBound) / Math.max(objective, 1e-9);
  const isWithin = objective - lowerBound <= toleratedPoints(objective, tolerance);
  return {
    status: proven ? "optimal" : isWithin ? "within_gap" : "feasible",
    meals,
    objective,
    lower_bound: lowerBound,
    gap,
    elapsed_ms: elapsed(),
  };
}

function* toldInPoints(
  search: Generator<WeekStage, PlannedWeek>,
  days: number,
): Generator<SolveStage, PlannedWeek> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    const { stage, cost, bound } = step.value;
    const lower_bound = Number.isFinite(bound) ? Math.min(bound, cost) / days : null;
    yield { stage, objective: cost / days, lower_bound };
  }
}

function objectiveOf(model: Model, plan: Menu[]): number {
  const servings = new Servings(model, widest(model));
  return plan.reduce(
    (sum, menu) => sum + servings.cost(menu.recipes, menu.recipes.length),
    weekPoints(model.week, plan),
  );
}

function serveMeals(model: Model, plan: Menu[]): Solution["meals"] {
  const { problem, leftovers } = model;
  const servings = new Servings(model, widest(model));
  const meals = plan.flatMap((menu, day) => {
    const slots = menu.recipes.length;
    servings.cost(menu.recipes, slots);
    return Array.from(menu.recipes, (r, slot): Solution["meals"][number] => ({
      day,
      slot,
      recipe_id: problem.recipes[r]!.id,
      portions: Object.fromEntries(
        problem.people.map((person, p) => [
          person.id,
          person.portions[servings.best[p * slots + slot]!]!.size,
        ]),
      ),
    }));
  });
  if (leftovers.most > 0) tellLeftovers(model, plan, meals);
  return meals;
}

/** Notes at each meal of leftovers where they were cooked, and there how much was cooked. */
function tellLeftovers(model: Model, plan: Menu[], meals: Solution["meals"]): void {
  const { first, cookedOf, keepsDays, cooksAhead, mostACooking } = model.leftovers;
  const numbers = plan.flatMap((menu) => [...menu.recipes]);
  const mealsOf = (recipe: number) => meals.filter((_, n) => numbers[n] === recipe);
  for (const leftover of new Set(numbers.filter((r) => r >= first))) {
    const cooked = cookedOf[leftover]!;
    const cookings = mealsOf(cooked).filter((meal) => cooksAhead[meal.day] === 1);
    const eaten = mealsOf(leftover);
    const sources = assignLeftovers(
      cookings.map((meal) => meal.day),
      eaten.map((meal) => meal.day),
      keepsDays[cooked]!,
      mostACooking,
    );
    eaten.forEach((meal, n) => {
      const cooking = cookings.find(({ day }) => day === sources?.[n])!;
      meal.leftover_of = { day: cooking.day, slot: cooking.slot };
      cooking.cooked_portions = (cooking.cooked_portions ?? portionsOf(cooking)) + portionsOf(meal);
    });
  }
}

function portionsOf(meal: Solution["meals"][number]): number {
  return Object.values(meal.portions).reduce((sum, size) => sum + size, 0);
}

function widest(model: Model): number {
  return Math.max(1, ...model.locks.map((cells) => cells.length));
}
