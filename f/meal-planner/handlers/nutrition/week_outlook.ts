import type { Nutrient } from "../../foods/nutrients.ts";
import { dayTotals } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { type Goal, goalBand } from "./goal.ts";
import { judgeWeek, meanOfKnown, neededADay, type WeekGoalJudgement } from "./week_judgement.ts";

export type WeekOutlook = {
  from: string;
  to: string;
  days_logged: number;
  days_left: number;
  goals: {
    nutrient: Nutrient;
    /** The mean of the logged days that know it; null where none does. */
    mean: number | null;
    days_known: number;
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
  const days = daysOf(entries).map(dayTotals);
  const soFar = { days, daysLeft };
  const judged = goals.map((goal) => {
    const { nutrient } = goal;
    const { least, most } = goalBand(goal);
    const known = meanOfKnown(nutrient, days);
    const mean = known.mean === null ? null : round(known.mean);
    const met = mean === null ? null : mean >= round(least) && mean <= round(most);
    const needed_a_day = neededADay(nutrient, { least, most }, soFar);
    return { nutrient, mean, days_known: known.days, met, needed_a_day };
  });
  const week_goals = weekGoals.map((goal) => judgeWeek(goal, soFar));
  return { ...week, days_logged: days.length, days_left: daysLeft, goals: judged, week_goals };
}

/** The entries day by day; days with none are left out. */
export function daysOf(entries: readonly DiaryEntry[]): DiaryEntry[][] {
  const days = new Map<string, DiaryEntry[]>();
  for (const entry of entries) {
    const sameDay = days.get(entry.date);
    if (sameDay) sameDay.push(entry);
    else days.set(entry.date, [entry]);
  }
  return [...days.values()];
}

const round = (number: number) => Math.round(number * 100) / 100;
