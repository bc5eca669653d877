import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import { type DayTotals, dayTotals, type GoalJudgement, type Verdict } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { judgeDay } from "./verdict.ts";

export const getDiaryInput = z.strictObject({
  person: plainText(80).optional(),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

export type DiaryDay = DayTotals & {
  person_id: string;
  name: string;
  entries: DiaryEntry[];
  goals: GoalJudgement[];
  verdict: Verdict;
};

/** What people ate on a day (today in the household's time zone, if not given), added up and beside their goals. */
export async function getDiary(
  tx: Tx,
  input: z.output<typeof getDiaryInput>,
): Promise<{ date: string; people: DiaryDay[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const everyone = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const date =
    input.date ?? (await personToday(tx, household, everyone.length === 1 ? everyone[0] : undefined));
  const people: DiaryDay[] = [];
  for (const { person_id, name } of everyone) {
    const { entries, results, verdict } = await judgeDay(tx, person_id, date);
    people.push({ person_id, name, entries, goals: results, verdict, ...dayTotals(entries) });
  }
  return { date, people };
}
