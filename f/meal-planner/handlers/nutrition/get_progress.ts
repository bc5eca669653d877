import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import type { Nutrient } from "../../foods/nutrients.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople, type Person } from "../../households/person.ts";
import { dayAfter, daysBetween, periodAround } from "./calendar_days.ts";
import { dayTotals, judge, verdictOf } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { entriesBetween } from "./diary_store.ts";
import { goalsByDay } from "./goal_store.ts";
import {
  bestAndWorst,
  type NutrientProgress,
  nutrientProgress,
  type ProgressDay,
  type Streaks,
  streaks,
} from "./progress.ts";
import { type WeightProgress, weighingsBetween, weightProgress } from "./weight_log.ts";

export const getProgressInput = z.strictObject({
  person: plainText(80).optional(),
  period: z.enum(["day", "week", "month"]).default("week"),
  date: z.iso.date().optional(),
  household_id: z.uuid().optional(),
});

export type PersonProgress = {
  person_id: string;
  name: string;
  days: ProgressDay[];
  days_logged: number;
  nutrients: NutrientProgress[];
  best: Nutrient | null;
  worst: Nutrient | null;
  /** Of days with every goal met, over the last year. */
  streaks: Streaks;
  weight: WeightProgress;
};

export type Progress = { period: string; from: string; to: string; people: PersonProgress[] };

/** How far back streaks are counted. */
const STREAK_DAYS = 366;

/**
 * What people ate against their goals over a day, a week (from Monday) or a month, up to today: day by day, and for
 * each nutrient its mean, trend and days met. Goals are those that held on each day. Unknown is null, never 0.
 */
export async function getProgress(tx: Tx, input: z.output<typeof getProgressInput>): Promise<Progress> {
  const household = await resolveHousehold(tx, input.household_id);
  const today = await householdToday(tx, household);
  const { from, to: end } = periodAround(input.period, input.date ?? today);
  const to = end > today && from <= today ? today : end;
  const everyone = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const people: PersonProgress[] = [];
  for (const person of everyone) people.push(await progressOf(tx, person, { from, to }, today));
  return { period: input.period, from, to, people };
}

async function progressOf(
  tx: Tx,
  { person_id, name }: Person,
  { from, to }: { from: string; to: string },
  today: string,
): Promise<PersonProgress> {
  const yearBefore = dayAfter(today, -STREAK_DAYS);
  const first = yearBefore < from ? yearBefore : from;
  const last = today > to ? today : to;
  const goalsAt = await goalsByDay(tx, person_id, last);
  const byDate = new Map<string, DiaryEntry[]>();
  for (const entry of await entriesBetween(tx, [person_id], first, last)) {
    const sameDay = byDate.get(entry.date);
    if (sameDay) sameDay.push(entry);
    else byDate.set(entry.date, [entry]);
  }
  const all = daysBetween(first, last).map((date): ProgressDay => {
    const entries = byDate.get(date) ?? [];
    const totals = dayTotals(entries);
    const goals = goalsAt(date).map((goal) => judge(goal, totals));
    return { date, entries: entries.length, goals, verdict: verdictOf(goals, entries.length), ...totals };
  });
  const days = all.filter((day) => day.date >= from && day.date <= to);
  const nutrients = nutrientProgress(days, goalsAt(to));
  const lastYear = all.filter((day) => day.date >= yearBefore && day.date <= today);
  return {
    ...{ person_id, name, days, nutrients, ...bestAndWorst(nutrients) },
    days_logged: days.filter((day) => day.entries > 0).length,
    streaks: streaks(lastYear, today),
    weight: weightProgress(await weighingsBetween(tx, person_id, from, to)),
  };
}
