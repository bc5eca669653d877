import { mapNutrients } from "../../foods/nutrients.ts";
import { type DayTotals, dayTotals } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { DAYS_OF, type Goal } from "./goal.ts";
import { type Addition, outside, type Repair, repairDay } from "./repair.ts";
import type { WeekOutlook } from "./week_outlook.ts";

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
  const totals = timesAll(dayTotals(entries), DAYS_OF.week / days_logged);
  const ofWeek = new Set(weekGoals.map((goal) => goal.nutrient));
  const daily = goals.filter((goal) => !ofWeek.has(goal.nutrient));
  const all = [...daily.map((goal) => ({ ...goal, target: goal.target * DAYS_OF.week })), ...weekGoals];
  const amiss = all.some(
    (goal) => totals.actual[goal.nutrient] !== null && outside(goal, totals.known[goal.nutrient]) !== 0,
  );
  return amiss ? repairDay(totals, all, additions, []) : null;
}

function timesAll({ actual, known }: DayTotals, factor: number): DayTotals {
  const times = (figures: DayTotals["actual"]) =>
    mapNutrients((nutrient) => {
      const figure = figures[nutrient];
      return figure === null ? null : figure * factor;
    });
  return { actual: times(actual), known: times(known) as DayTotals["known"] };
}
