import { NUTRIENTS, type Nutrient } from "../../foods/nutrients.ts";
import type { DayTotals, GoalJudgement, Verdict } from "./day_judgement.ts";
import type { Goal } from "./goal.ts";
import { linearTrend, mean } from "./trend.ts";

export type ProgressDay = DayTotals & {
  date: string;
  entries: number;
  goals: GoalJudgement[];
  verdict: Verdict;
};

export type NutrientProgress = {
  nutrient: Nutrient;
  goal: Pick<Goal, "kind" | "target" | "tolerance_percent"> | null;
  /** The mean of the logged days that know it; null where none does. */
  mean: number | null;
  days_known: number;
  days_unknown: number;
  days_met: number;
  days_missed: number;
  /** How much it rises or falls a day, by the line that fits the known days best; null for fewer than three. */
  trend_a_day: number | null;
  /** Of the days judged, the share that met the goal; null without one. */
  met_share: number | null;
};

export type Streaks = { current: number; longest: number };

/** How each nutrient went over some days. Days with nothing logged don't count, nor does what is unknown. Pure. */
export function nutrientProgress(days: readonly ProgressDay[], goals: readonly Goal[]): NutrientProgress[] {
  const logged = days.filter((day) => day.entries > 0);
  return NUTRIENTS.map((nutrient) => {
    const known = logged.flatMap(({ date, actual }) => {
      const value = actual[nutrient];
      return value === null ? [] : [{ date, value }];
    });
    const judged = logged.flatMap((day) => day.goals.filter((goal) => goal.nutrient === nutrient));
    const days_met = judged.filter((goal) => goal.met === true).length;
    const days_missed = judged.filter((goal) => goal.met === false).length;
    const goal = goals.find((one) => one.nutrient === nutrient);
    const slope = linearTrend(known);
    return {
      nutrient,
      goal: goal ? { kind: goal.kind, target: goal.target, tolerance_percent: goal.tolerance_percent } : null,
      mean: known.length === 0 ? null : round(mean(known.map((point) => point.value))),
      days_known: known.length,
      days_unknown: logged.length - known.length,
      ...{ days_met, days_missed },
      trend_a_day: slope === null ? null : round(slope),
      met_share: days_met + days_missed === 0 ? null : round(days_met / (days_met + days_missed)),
    };
  });
}

/**
 * The nutrients with the largest and the smallest share of days met; of equals, the one whose mean is nearest to or
 * farthest from its target. Null where fewer than two have been judged.
 */
export function bestAndWorst(progress: readonly NutrientProgress[]): {
  best: Nutrient | null;
  worst: Nutrient | null;
} {
  const ranked = progress
    .filter((one) => one.met_share !== null)
    .sort((a, b) => (b.met_share ?? 0) - (a.met_share ?? 0) || distance(a) - distance(b));
  if (ranked.length < 2) return { best: null, worst: null };
  return { best: ranked[0]?.nutrient ?? null, worst: ranked.at(-1)?.nutrient ?? null };
}

function distance({ goal, mean: average }: NutrientProgress): number {
  if (!goal || average === null) return Number.POSITIVE_INFINITY;
  const off = average / goal.target - 1;
  if (goal.kind === "at_least") return Math.max(0, -off);
  return goal.kind === "at_most" ? Math.max(0, off) : Math.abs(off);
}

/**
 * Days in a row on which every goal was met, by days in order up to today. Today breaks no streak, for it isn't over;
 * a day with nothing logged, or that can't be judged, does.
 */
export function streaks(days: readonly ProgressDay[], today: string): Streaks {
  let run = 0;
  let longest = 0;
  for (const day of days) {
    if (day.date === today && day.verdict !== "met") break;
    run = day.verdict === "met" ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return { current: run, longest };
}

const round = (number: number) => Math.round(number * 100) / 100;
