import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import type { Goal } from "./goal.ts";
import { goalsOn } from "./goal_store.ts";

export const getGoalsInput = z.strictObject({
  person: plainText(80).optional(),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

export type PersonGoals = {
  person_id: string;
  name: string;
  /** Of each day. */
  goals: Goal[];
  /** Of the week from Monday that the day lies in; their targets are a week's. */
  week_goals: Goal[];
};

/** The goals that hold on a day (today in the household's time zone, if not given). */
export async function getGoals(
  tx: Tx,
  input: z.output<typeof getGoalsInput>,
): Promise<{ date: string; people: PersonGoals[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const people = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const date = input.date ?? (await personToday(tx, household, people.length === 1 ? people[0] : undefined));
  const ids = people.map((person) => person.person_id);
  const goals = await goalsOn(tx, ids, date);
  const weekGoals = await goalsOn(tx, ids, date, "week");
  return {
    date,
    people: people.map(({ person_id, name }) => ({
      ...{ person_id, name },
      goals: goals.get(person_id) ?? [],
      week_goals: weekGoals.get(person_id) ?? [],
    })),
  };
}
