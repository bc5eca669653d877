import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import type { Nutrient } from "../../foods/nutrients.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople, type Person } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay, dayAfter, daysBetween, periodAround } from "./calendar_days.ts";
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
import { judgeWeek, type WeekGoalJudgement } from "./week_judgement.ts";
import { SMOOTHED_FROM_DAYS, type WeightProgress, weighingsBetween, weightProgress } from "./weight_log.ts";

export const getProgressInput = z.strictObject({
  person: plainText(80).optional(),
  period: z.enum(["day", "week", "month"]).default("week"),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

/** A week from Monday against the goals that are for a week; its days may lie outside of the period. */
export type ProgressWeek = { from: string; to: string; days_logged: number; goals: WeekGoalJudgement[] };

export type PersonProgress = {
  person_id: string;
  name: string;
  days: ProgressDay[];
  days_logged: number;
  nutrients: NutrientProgress[];
  best: Nutrient | null;
  worst: Nutrient | null;
  /** The weeks that the period touches, where the person has goals for a week. */
  weeks: ProgressWeek[];
  /** Of days with every goal met, over the last year. */
  streaks: Streaks;
  weight: WeightProgress;
};

export type Progress = { period: string; from: string; to: string; people: PersonProgress[] };

/** How far back streaks are counted. */
const STREAK_DAYS = 366;

type Span = { from: string; to: string };

/**
 * What people ate against their goals over a day, a week (from Monday) or a month, up to today: day by day, and for
 * each nutrient its mean, trend and days met; and its weeks against the goals that are for a week. Goals are those that
 * held on each day, and of a week those of its last day. Unknown is null, never 0.
 */
export async function getProgress(tx: Tx, input: z.output<typeof getProgressInput>): Promise<Progress> {
  const household = await resolveHousehold(tx, input.household_id);
  const everyone = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const today = await personToday(tx, household, everyone.length === 1 ? everyone[0] : undefined);
  const { from, to: end } = periodAround(input.period, input.date ?? today);
  const to = end > today && from <= today ? today : end;
  const people: PersonProgress[] = [];
  for (const person of everyone) {
    const theirs = await personToday(tx, household, person);
    people.push(await progressOf(tx, person, { from, to }, theirs));
  }
  return { period: input.period, from, to, people };
}

async function progressOf(
  tx: Tx,
  { person_id, name }: Person,
  period: Span,
  today: string,
): Promise<PersonProgress> {
  const { from, to } = period;
  const lastYear = { from: dayAfter(today, -STREAK_DAYS), to: today };
  // Whole weeks: a week's goals are judged by all its days, wherever the period begins.
  const asked = { from: periodAround("week", from).from, to: periodAround("week", to).to };
  const goalsAt = await goalsByDay(tx, person_id, to > today ? to : today);
  // A month of long ago and the last year are read apart: what lies between may be ten years of entries.
  const apart = asked.to < lastYear.from || asked.from > lastYear.to;
  const spans = apart ? [asked, lastYear] : [joined(asked, lastYear)];
  const all: ProgressDay[] = [];
  const byDate = new Map<string, DiaryEntry[]>();
  for (const span of spans) all.push(...(await daysOf(tx, person_id, span, goalsAt, byDate)));
  const days = all.filter((day) => isIn(day.date, period));
  const nutrients = nutrientProgress(days, goalsAt(to));
  return {
    ...{ person_id, name, days, nutrients, ...bestAndWorst(nutrients) },
    days_logged: days.filter((day) => day.entries > 0).length,
    weeks: await weeksOf(tx, person_id, asked, byDate, today),
    streaks: streaks(
      all.filter((day) => isIn(day.date, lastYear)),
      today,
    ),
    weight: weightProgress(
      await weighingsBetween(tx, person_id, dayAfter(from, -SMOOTHED_FROM_DAYS), to),
      from,
    ),
  };
}

const isIn = (date: string, { from, to }: Span) => date >= from && date <= to;

function joined(a: Span, b: Span): Span {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

async function daysOf(
  tx: Tx,
  personId: string,
  { from, to }: Span,
  goalsAt: (date: string) => ReturnType<Awaited<ReturnType<typeof goalsByDay>>>,
  byDate: Map<string, DiaryEntry[]>,
): Promise<ProgressDay[]> {
  for (const entry of await entriesBetween(tx, [personId], from, to)) {
    const sameDay = byDate.get(entry.date);
    if (sameDay) sameDay.push(entry);
    else byDate.set(entry.date, [entry]);
  }
  return daysBetween(from, to).map((date): ProgressDay => {
    const entries = byDate.get(date) ?? [];
    const totals = dayTotals(entries);
    const goals = goalsAt(date).map((goal) => judge(goal, totals));
    return { date, entries: entries.length, goals, verdict: verdictOf(goals, entries.length), ...totals };
  });
}

async function weeksOf(
  tx: Tx,
  personId: string,
  { from, to }: Span,
  byDate: ReadonlyMap<string, DiaryEntry[]>,
  today: string,
): Promise<ProgressWeek[]> {
  const goalsAt = await goalsByDay(tx, personId, to, "week");
  const weeks: ProgressWeek[] = [];
  for (let monday = from; monday <= to && monday <= today; monday = dayAfter(monday, 7)) {
    const sunday = dayAfter(monday, 6);
    const goals = goalsAt(sunday);
    if (goals.length === 0) continue;
    const dates = daysBetween(monday, sunday);
    const logged = dates.filter((date) => byDate.has(date));
    const days = logged.map((date) => dayTotals(byDate.get(date) ?? []));
    const daysLeft = dates.filter((date) => date >= today && !byDate.has(date)).length;
    const judged = goals.map((goal) => judgeWeek(goal, { days, daysLeft }));
    weeks.push({ from: monday, to: sunday, days_logged: logged.length, goals: judged });
  }
  return weeks;
}
