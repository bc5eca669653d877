import { mapNutrients } from "../../foods/nutrients.ts";
import { type DayTotals, dayTotals } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { DAYS_OF, type Goal } from "./goal.ts";
import { type Addition, outside, type Repair, repairDay } from "./repair.ts";
import { meanOfKnown } from "./week_judgement.ts";
import { daysOf, type WeekOutlook } from "./week_outlook.ts";

/**
 * What the days left of a week could bring on top, for the week to end within its goals if they are otherwise like those
 * logged: at most three things, once each. What was eaten can't be left out any more. Null where no day is left or
 * logged, and where the week comes out right by itself. Pure.
 */
export function repairWeek(
  entries: readonly DiaryEntry[],
  { goals, weekGoals }: { goals: readonly Goal[]; weekGoals: readonly Goal[] },
  { days_logged, days_left }: Pick<WeekOutlook, "days_logged" | "days_left">,
  additions: readonly Addition[],
): Repair | null {
  if (days_left === 0 || days_logged === 0) return null;
  const totals = expectedOfWeek(daysOf(entries).map(dayTotals));
  const ofWeek = new Set(weekGoals.map((goal) => goal.nutrient));
  const daily = goals.filter((goal) => !ofWeek.has(goal.nutrient));
  const all = [...daily.map((goal) => ({ ...goal, target: goal.target * DAYS_OF.week })), ...weekGoals];
  const amiss = all.some(
    (goal) => totals.actual[goal.nutrient] !== null && outside(goal, totals.known[goal.nutrient]) !== 0,
  );
  return amiss ? repairDay(totals, all, additions, []) : null;
}

/** A week of days like those that are logged, each nutrient by those that know it. */
function expectedOfWeek(days: readonly DayTotals[]): DayTotals {
  const actual = mapNutrients((nutrient) => {
    const { mean } = meanOfKnown(nutrient, days);
    return mean === null ? null : mean * DAYS_OF.week;
  });
  return { actual, known: mapNutrients((nutrient) => actual[nutrient] ?? 0) as DayTotals["known"] };
}
