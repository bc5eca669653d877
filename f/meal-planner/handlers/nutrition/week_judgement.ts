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
  /** The logged days that know it. */
  days_known: number;
  /** What the week comes to, with its other days as the mean of those that know it; null where none does. */
  expected: number | null;
  /** Null where it can't be said: the week isn't over, too few of its days are logged, or figures are unknown. */
  met: boolean | null;
  /** What each day left needs for the week to end within the goal; null where no day is left or it isn't known. */
  needed_a_day: { least: number; most: number | null } | null;
};

/** The days that are logged, each by itself, and how many are still to come. */
export type WeekSoFar = { days: readonly DayTotals[]; daysLeft: number };

/** With fewer days than this the others can't be taken to have been like them. */
const LEAST_DAYS_KNOWN = 4;

/**
 * Compares a week with a goal for a week. A limit that is passed is missed and a minimum that is reached is met whatever
 * is still to come. Otherwise it is decided when no day is left: days that aren't logged, or don't know it, are not days of
 * nothing, they count as the mean of the others, of which there must be four. Pure.
 */
export function judgeWeek(goal: Goal, { days, daysLeft }: WeekSoFar): WeekGoalJudgement {
  const { nutrient, kind, target } = goal;
  const band = goalBand(goal);
  const limited = band.most !== Number.POSITIVE_INFINITY;
  const [least, most] = [round(band.least), limited ? round(band.most) : null];
  const known = round(days.reduce((sum, day) => sum + day.known[nutrient], 0));
  const { days: days_known, mean } = meanOfKnown(nutrient, days);
  const expected = mean === null ? null : round(mean * DAYS_OF.week);
  const within = (amount: number) => amount >= least && (most === null || amount <= most);
  const decided = daysLeft === 0 && days_known >= LEAST_DAYS_KNOWN && expected !== null;
  const passed = most !== null && known > most;
  const reached = most === null && known >= least;
  return {
    ...{ nutrient, kind, target, least, most, known, days_known, expected },
    met: passed ? false : reached ? true : decided ? within(expected) : null,
    needed_a_day: neededADay(
      nutrient,
      { least: band.least / DAYS_OF.week, most: band.most / DAYS_OF.week },
      {
        ...{ days, daysLeft },
      },
    ),
  };
}

/** The mean of the days that know a nutrient, and how many do. */
export function meanOfKnown(
  nutrient: Nutrient,
  days: readonly DayTotals[],
): { days: number; mean: number | null } {
  const known = days.flatMap(({ actual }) => actual[nutrient] ?? []);
  const sum = known.reduce((total, amount) => total + amount, 0);
  return { days: known.length, mean: known.length === 0 ? null : sum / known.length };
}

/**
 * What each day left needs, for the mean of a week's days to end within limits for a day; days that don't know the
 * nutrient are taken to be like those that do. Null where no day is left, or none of those logged knows it.
 */
export function neededADay(
  nutrient: Nutrient,
  { least, most }: { least: number; most: number },
  { days, daysLeft }: WeekSoFar,
): { least: number; most: number | null } | null {
  const { mean } = meanOfKnown(nutrient, days);
  if (daysLeft === 0 || (mean === null && days.length > 0)) return null;
  const needed = (limit: number) =>
    round(Math.max(0, (limit * (days.length + daysLeft) - (mean ?? 0) * days.length) / daysLeft));
  return { least: needed(least), most: most === Number.POSITIVE_INFINITY ? null : needed(most) };
}

// To hundredths: sums of thousandths must not miss a limit by a rounding of binary fractions.
const round = (number: number) => Math.round(number * 100) / 100;
