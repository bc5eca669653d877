import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople, type Person } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay, dayAfter, daysBetween, periodAround } from "./calendar_days.ts";
import { dayTotals, type GoalJudgement, type Verdict } from "./day_judgement.ts";
import { entriesBetween } from "./diary_store.ts";
import { goalsOn, lockPerson } from "./goal_store.ts";
import { refuseFuture } from "./log_food.ts";
import { type Addition, type Repair, repairDay } from "./repair.ts";
import { additionsFor } from "./repair_additions.ts";
import { repairWeek } from "./repair_week.ts";
import { judgeDay, tellVerdict } from "./verdict.ts";
import { type WeekOutlook, weekOutlook } from "./week_outlook.ts";

export const checkComplianceInput = z.strictObject({
  person: plainText(80).optional(),
  date: calendarDay.optional(),
  day_is_over: z.boolean().default(false),
  household_id: z.uuid().optional(),
});

export type CheckedDay = {
  person_id: string;
  name: string;
  date: string;
  /** A day that isn't over is judged so far, and not told of. */
  over: boolean;
  verdict: Verdict;
  results: GoalJudgement[];
  /** The event that this check emitted; null where nothing was new. */
  told: "NutritionGoalMet" | "NutritionGoalMissed" | null;
  /** What would bring it within its goals; null where nothing is missed. */
  repair: Repair | null;
};

export type CheckedWeek = WeekOutlook & {
  person_id: string;
  name: string;
  /** What the days left could bring on top to mend the week; null where no day is left, or nothing is amiss. */
  repair: Repair | null;
};

export type Compliance = { days: CheckedDay[]; weeks: CheckedWeek[] };

/** Days back that a check looks at by itself: what is logged late is judged too. */
const DAYS_BACK = 7;

/**
 * Compares what people ate with their goals, on a day or on the last seven that are over, and says what would repair
 * them. NutritionGoalMet or NutritionGoalMissed is emitted once a person and day, and again only where a correction has
 * changed the verdict; checking again emits nothing. A day with nothing logged, or that can't be judged for what is
 * unknown, is not told of.
 */
export async function checkCompliance(
  tx: Tx,
  input: z.output<typeof checkComplianceInput>,
): Promise<Compliance> {
  const household = await resolveHousehold(tx, input.household_id);
  const people = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const days: CheckedDay[] = [];
  const weeks: Compliance["weeks"] = [];
  for (const person of people) {
    const today = await personToday(tx, household, person);
    if (input.date && input.date > today) refuseFuture(input.date, today, "date");
    const dates = input.date ? [input.date] : daysBetween(dayAfter(today, -DAYS_BACK), dayAfter(today, -1));
    await lockPerson(tx, person.person_id);
    const additions = await additionsFor(tx, household, person);
    for (const date of dates) {
      const over = date < today || input.day_is_over;
      days.push(await checkDay(tx, household, person, { date, over }, additions));
    }
    weeks.push(await weekOf(tx, person, dates.at(-1) ?? today, today, additions));
  }
  return { days, weeks };
}

async function checkDay(
  tx: Tx,
  household: Household,
  person: Person,
  { date, over }: { date: string; over: boolean },
  additions: readonly Addition[],
): Promise<CheckedDay> {
  const { person_id, name } = person;
  const day = await judgeDay(tx, person_id, date);
  const { verdict, results } = day;
  const told = over ? await tellVerdict(tx, household, person, date, day) : null;
  const repair = verdict === "missed" ? await repairOf(tx, person, date, day.entries, additions) : null;
  return { person_id, name, date, over, verdict, results, told, repair };
}

async function repairOf(
  tx: Tx,
  person: Person,
  date: string,
  entries: Parameters<typeof repairDay>[3],
  additions: readonly Addition[],
): Promise<Repair> {
  const goals = (await goalsOn(tx, [person.person_id], date)).get(person.person_id) ?? [];
  return repairDay(dayTotals(entries), goals, additions, entries);
}

async function weekOf(
  tx: Tx,
  { person_id, name }: Person,
  date: string,
  today: string,
  additions: readonly Addition[],
): Promise<CheckedWeek> {
  const week = periodAround("week", date);
  const goals = (await goalsOn(tx, [person_id], week.to)).get(person_id) ?? [];
  const weekGoals = (await goalsOn(tx, [person_id], week.to, "week")).get(person_id) ?? [];
  const entries = await entriesBetween(tx, [person_id], week.from, week.to);
  const loggedToday = entries.some((entry) => entry.date === today);
  const firstLeft = loggedToday ? dayAfter(today, 1) : today;
  const left = daysBetween(firstLeft > week.from ? firstLeft : week.from, week.to).length;
  const outlook = weekOutlook(week, entries, { goals, weekGoals }, left);
  const repair = repairWeek(entries, { goals, weekGoals }, outlook, additions);
  return { person_id, name, ...outlook, repair };
}
