import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { goalsOn } from "../nutrition/goal_store.ts";
import type { Eater } from "./plan_problem.ts";

/** Everyone at the table with the goals of a day. @throws InvalidInput where nobody is. */
export async function readEaters(tx: Tx, household: Household, date: string): Promise<Eater[]> {
  const people = await listPeople(tx, household);
  if (people.length === 0) {
    throw new InvalidInput([
      {
        path: "household_id",
        message: `${household.name} has no people. Add one with f/meal-planner/handlers/households/set_person/script.`,
      },
    ]);
  }
  const ids = people.map((person) => person.person_id);
  const goals = await goalsOn(tx, ids, date);
  const weekGoals = await goalsOn(tx, ids, date, "week");
  return people.map((person) => ({
    ...person,
    goals: goals.get(person.person_id) ?? [],
    week_goals: weekGoals.get(person.person_id) ?? [],
  }));
}
