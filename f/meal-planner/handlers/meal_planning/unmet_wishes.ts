import { Infeasible } from "../../database/errors.ts";
import { dateAfter, datesFrom } from "./calendar.ts";
import { hasChoice } from "./candidates.ts";
import type { Lock } from "./locked_wishes.ts";
import { type MissedGoal, missedGoals } from "./missed_goals.ts";
import { MOST_LEFT_OUT_TOLD } from "./plan.ts";
import { planProblem, type Relaxation } from "./plan_problem.ts";
import type { Situation } from "./situation.ts";
import { type Search, type SolvedWeek, solveRelaxing } from "./solve_week.ts";
import type { Problem } from "./solver/problem.ts";
import type { Watch } from "./solver/solve_watched.ts";
import { minutesAllowed, minutesOf, withoutLimitsOf } from "./time_limits.ts";
import { describeObstruction, obstructionOf } from "./wish_relief.ts";

type Solved = Extract<SolvedWeek, { kind: "solved" }>;
export type SolvedSituation = Omit<Solved, "kind"> & { situation: Situation; missedGoals: MissedGoal[] };

type Request = Search & { plan_the_rest: boolean; min_coverage: number };

/** Enough to see whether there is a plan at all, not to find a good one. */
const QUICK: Search = { time_limit_ms: 1_000, gap_target: 1, seed: 1 };

/**
 * The best week for a situation. Where its wishes conflict they are named; with `plan_the_rest` those that can't be met
 * are given up, and told.
 *
 * @throws Infeasible with `conflicts` in words and `relaxing`: what giving up each would give.
 */
export async function planWithin(
  situation: Situation,
  request: Request,
  watch: Watch,
): Promise<SolvedSituation> {
  const served = withinTime(withoutEmptySlots(situation, request), request);
  const { unmet } = served;
  const solved = await solveRelaxing((step) => problemOf(served, served.locks, step), request, watch);
  if (solved.kind === "solved") {
    const problem = problemOf(served, served.locks, solved.relaxation);
    return {
      ...solved,
      situation: served,
      unmet: [...unmet, ...solved.unmet],
      missedGoals: missedGoals(problem, solved.solution.meals, served.eaters),
    };
  }
  const relaxing = await locksInTheWay(served, watch);
  if (request.plan_the_rest && served.locks.length > 0) {
    return planWithoutLocks(
      served,
      request,
      relaxing.length === 1 ? relaxing.map(({ lock }) => lock) : served.locks,
      watch,
    );
  }
  const conflicts = [
    ...solved.conflicts.map((conflict) => withDatesAndNames(served, conflict)),
    ...relaxing.map(({ told }) => told),
  ];
  throw new Infeasible(
    `There is no plan: ${conflicts.join("; ") || "the wishes conflict"}. Give up one of them or add recipes.`,
    {
      conflicts,
      relaxing: relaxing.map(({ told, lock }) => ({ wish: told, locked: lock })),
      left_out: situation.leftOut.slice(0, MOST_LEFT_OUT_TOLD),
    },
  );
}

function planWithoutLocks(
  situation: Situation,
  request: Request,
  dropped: readonly Lock[],
  watch: Watch,
): Promise<SolvedSituation> {
  const rest = {
    ...situation,
    locks: situation.locks.filter((lock) => !dropped.includes(lock)),
    unmet: [...situation.unmet, ...dropped.map((lock) => `${nameLock(situation, lock)} could not be kept.`)],
  };
  return planWithin(rest, request, watch);
}

/** @throws Infeasible for slots that were asked for and that no recipe suits, unless the rest is to be planned. */
function withoutEmptySlots(situation: Situation, request: Request): Situation {
  const { candidates, wishes, recipes, eaters } = situation;
  const empty = [...new Set(wishes.slots)].filter((slot) => !hasChoice(candidates, slot));
  if (empty.length === 0) return situation;
  const wanted = { people: eaters, minCoverage: request.min_coverage };
  const relaxing = empty.map((slot) => obstructionOf(slot, recipes, wanted));
  const conflicts = relaxing.map(describeObstruction);
  const slots = wishes.slots.filter((slot) => !empty.includes(slot));
  if (!request.plan_the_rest || slots.length === 0) {
    throw new Infeasible(
      `There is no plan: ${conflicts.join("; ")}. Add recipes for it, set their suits, leave the slot out, or pass plan_the_rest.`,
      { conflicts, relaxing, left_out: situation.leftOut.slice(0, MOST_LEFT_OUT_TOLD) },
    );
  }
  return {
    ...situation,
    wishes: { ...wishes, slots },
    // Nothing is locked in a slot that no recipe suits, so locks only move up.
    locks: situation.locks.map((lock) => ({
      ...lock,
      slot: lock.slot - wishes.slots.slice(0, lock.slot).filter((slot) => empty.includes(slot)).length,
    })),
    unmet: [...situation.unmet, ...conflicts.map((conflict) => `Planned without it: ${conflict}.`)],
  };
}

/**
 * Where a slot's time limit leaves no recipe on some day, the limit is given up if the rest is to be planned.
 *
 * @throws Infeasible naming the fewest wishes that leave nothing, the limit among them, unless the rest is to be planned.
 */
function withinTime(situation: Situation, request: Request): Situation {
  const { candidates, wishes, recipes, eaters } = situation;
  if (!wishes.time) return situation;
  const { start, limits } = wishes.time;
  const tight = [...new Set(wishes.slots)].flatMap((slot) => {
    const allowed = datesFrom(start, wishes.days).flatMap((date) => minutesAllowed(limits, date, slot) ?? []);
    const least = Math.min(...allowed);
    const quick = candidates.some(
      (recipe) => recipe.suits.some((meal) => meal === slot) && minutesOf(recipe) <= least,
    );
    return allowed.length === 0 || quick ? [] : [{ slot, least }];
  });
  if (tight.length === 0) return situation;
  const relaxing = tight.map(({ slot, least }) =>
    obstructionOf(slot, recipes, {
      people: eaters,
      minCoverage: request.min_coverage,
      maxMinutes: least,
    }),
  );
  const conflicts = relaxing.map(describeObstruction);
  if (!request.plan_the_rest) {
    throw new Infeasible(
      `There is no plan: ${conflicts.join("; ")}. Allow more time, add quicker recipes, or pass plan_the_rest.`,
      { conflicts, relaxing, left_out: situation.leftOut.slice(0, MOST_LEFT_OUT_TOLD) },
    );
  }
  const kept = tight.reduce((left, { slot }) => withoutLimitsOf(left, slot, wishes.slots), [...limits]);
  return {
    ...situation,
    wishes: { ...wishes, time: { start, limits: kept } },
    unmet: [
      ...situation.unmet,
      ...conflicts.map((conflict) => `Planned without the time limit: ${conflict}.`),
    ],
  };
}

/** The locked meals without any one of which there is a plan. */
async function locksInTheWay(situation: Situation, watch: Watch): Promise<{ lock: Lock; told: string }[]> {
  const inTheWay: { lock: Lock; told: string }[] = [];
  for (const lock of situation.locks) {
    const others = situation.locks.filter((other) => other !== lock);
    const without = await solveRelaxing((step) => problemOf(situation, others, step), QUICK, watch);
    if (without.kind === "solved") {
      inTheWay.push({ lock, told: `without ${nameLock(situation, lock)} there is one` });
    }
  }
  return inTheWay;
}

function problemOf({ candidates, eaters, wishes }: Situation, locked: Lock[], step: Relaxation): Problem {
  return { ...planProblem(candidates, eaters, wishes, step), locked };
}

/** The planner's words with dates in the place of its days, and names in that of ids. */
export function withDatesAndNames(
  { candidates, start }: Pick<Situation, "candidates" | "start">,
  conflict: string,
): string {
  return conflict
    .replace(/^day (\d+)(?= )/, (_, day) => dateAfter(start, Number(day)))
    .replace(/\bon day (\d+)(?= )/g, (_, day) => `on ${dateAfter(start, Number(day))}`)
    .replace(/"([0-9a-f-]{36})"/g, (quoted, id) => {
      const name = candidates.find((recipe) => recipe.recipe_id === id)?.name;
      return name ? `“${name}”` : quoted;
    });
}

function nameLock({ candidates, start, wishes }: Situation, lock: Lock): string {
  const name = candidates.find((recipe) => recipe.recipe_id === lock.recipe_id)?.name;
  return `the locked ${wishes.slots[lock.slot]} on ${dateAfter(start, lock.day)} (${name})`;
}
