import type { Nutrient } from "../../foods/nutrients.ts";
import { dayTotals } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { type Goal, goalBand } from "./goal.ts";
import { judgeWeek, type WeekGoalJudgement } from "./week_judgement.ts";

export type WeekOutlook = {
  from: string;
  to: string;
  days_logged: number;
  days_left: number;
  goals: {
    nutrient: Nutrient;
    /** The mean of the days that are logged; null where one of them doesn't know it. */
    mean: number | null;
    met: boolean | null;
    /** What each day left needs, for the week's mean to end within the goal; null where no day is left or it isn't known. */
    needed_a_day: { least: number; most: number | null } | null;
  }[];
  /** The goals that are for the week itself. */
  week_goals: WeekGoalJudgement[];
};

/** How a week stands against the goals that hold on its last day, and what its days left need to mend it. Pure. */
export function weekOutlook(
  week: { from: string; to: string },
  entries: readonly DiaryEntry[],
  { goals, weekGoals }: { goals: readonly Goal[]; weekGoals: readonly Goal[] },
  daysLeft: number,
): WeekOutlook {
  const days = [...new Set(entries.map((entry) => entry.date))];
  const totals = dayTotals(entries);
  const all = days.length + daysLeft;
  const judged = goals.map((goal) => {
    const sum = totals.actual[goal.nutrient];
    const { least, most } = goalBand(goal);
    const mean = sum === null || days.length === 0 ? null : round(sum / days.length);
    const met = mean === null ? null : mean >= round(least) && mean <= round(most);
    if (sum === null || daysLeft === 0) return { nutrient: goal.nutrient, mean, met, needed_a_day: null };
    const needed = (limit: number) => round(Math.max(0, (limit * all - sum) / daysLeft));
    const upper = most === Number.POSITIVE_INFINITY ? null : needed(most);
    return { nutrient: goal.nutrient, mean, met, needed_a_day: { least: needed(least), most: upper } };
  });
  const soFar = { totals, daysLogged: days.length, daysLeft };
  const week_goals = weekGoals.map((goal) => judgeWeek(goal, soFar));
  return { ...week, days_logged: days.length, days_left: daysLeft, goals: judged, week_goals };
}

const round = (number: number) => Math.round(number * 100) / 100;
