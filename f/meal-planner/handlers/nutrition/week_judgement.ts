import type { Nutrient } from "../../foods/nutrients.ts";
import type { DayTotals } from "./day_judgement.ts";
import { DAYS_OF, type Goal, goalBand } from "./goal.ts";

export type WeekGoalJudgement = {
  nutrient: Nutrient;
  kind: Goal["kind"];
  /** Of the week, as what follows. */
  target: number;
  /** What meets it, tolerance included; `most` is null where there is no upper limit. */
  least: number;
  most: number | null;
  /** What is known for certain to have been eaten. */
  known: number;
  /** What the week comes to, with days that aren't logged as the mean of those that are; null where that isn't known. */
  expected: number | null;
  /** Null where it can't be said: the week isn't over, too few of its days are logged, or figures are unknown. */
  met: boolean | null;
  /** What each day left needs for the week to end within the goal; null where no day is left or it isn't known. */
  needed_a_day: { least: number; most: number | null } | null;
};

export type WeekSoFar = { totals: DayTotals; daysLogged: number; daysLeft: number };

/** With fewer days than this the others can't be taken to have been like them. */
const LEAST_DAYS_LOGGED = 4;

/**
 * Compares a week with a goal for a week. A limit that is passed is missed and a minimum that is reached is met whatever
 * is still to come. Otherwise it is decided when no day is left: days that aren't logged are not days of nothing, they
 * count as the mean of the others, of which there must be four. Pure.
 */
export function judgeWeek(goal: Goal, { totals, daysLogged, daysLeft }: WeekSoFar): WeekGoalJudgement {
  const band = goalBand(goal);
  const actual = totals.actual[goal.nutrient];
  const known = totals.known[goal.nutrient];
  const limited = band.most !== Number.POSITIVE_INFINITY;
  const a_day = actual === null || daysLogged === 0 ? null : actual / daysLogged;
  const expected = a_day === null ? null : round(a_day * DAYS_OF.week);
  const [least, most] = [round(band.least), limited ? round(band.most) : null];
  const within = (amount: number) => amount >= least && (most === null || amount <= most);
  const decided = daysLeft === 0 && daysLogged >= LEAST_DAYS_LOGGED && expected !== null;
  const passed = most !== null && known > most;
  const reached = most === null && known >= least;
  const needed = (limit: number) =>
    round(Math.max(0, (limit * (daysLogged + daysLeft)) / DAYS_OF.week - (actual ?? 0)) / daysLeft);
  const canMend = daysLeft > 0 && (actual !== null || daysLogged === 0);
  return {
    ...{ nutrient: goal.nutrient, kind: goal.kind, target: goal.target, least, most, known, expected },
    met: passed ? false : reached ? true : decided ? within(expected) : null,
    needed_a_day: canMend ? { least: needed(band.least), most: limited ? needed(band.most) : null } : null,
  };
}

// To hundredths: sums of thousandths must not miss a limit by a rounding of binary fractions.
const round = (number: number) => Math.round(number * 100) / 100;
