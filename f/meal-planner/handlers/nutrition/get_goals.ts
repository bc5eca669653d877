import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { findPerson, listPeople } from "../../households/person.ts";
import type { Goal } from "./goal.ts";
import { goalsOn } from "./goal_store.ts";

export const getGoalsInput = z.strictObject({
  person: plainText(80).optional(),
  date: z.iso.date().optional(),
  household_id: z.uuid().optional(),
});

export type PersonGoals = { person_id: string; name: string; goals: Goal[] };

/** The daily goals that hold on a day (today in the household's time zone, if not given). */
export async function getGoals(
  tx: Tx,
  input: z.output<typeof getGoalsInput>,
): Promise<{ date: string; people: PersonGoals[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const people = input.person
    ? [await findPerson(tx, household, input.person)]
    : await listPeople(tx, household);
  const date = input.date ?? (await householdToday(tx, household));
  const goals = await goalsOn(
    tx,
    people.map((person) => person.person_id),
    date,
  );
  return {
    date,
    people: people.map(({ person_id, name }) => ({ person_id, name, goals: goals.get(person_id) ?? [] })),
  };
}
