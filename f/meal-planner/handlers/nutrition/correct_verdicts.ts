import type { Tx } from "../../database/connection.ts";
import type { TypedEvent } from "../../events/schemas/catalogue.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { dayTotals, judge, verdictOf } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { entriesBetween, keepAwaitedFigures } from "./diary_store.ts";
import { goalsByDay, lockPerson } from "./goal_store.ts";
import { tellVerdict } from "./verdict.ts";

type Cause = TypedEvent<"NutritionGoalSet" | "NutritionCalculated">;

/**
 * Judges days anew that were told about, where what they were judged by has changed: a goal that was set for days that
 * have passed, or the figures of a recipe that entries were still waiting for, which are kept with them from then on. It goes by how things are now, so that an
 * event may come late, twice or in any order; a verdict that stays is not told again.
 */
export async function correctVerdicts(tx: Tx, event: Cause): Promise<{ corrected: number }> {
  const household = await resolveHousehold(tx, event.detail.household_id);
  const touched = await daysTouched(tx, event);
  if (event["detail-type"] === "NutritionCalculated") await keepAwaitedFigures(tx, event.detail.recipe_id);
  let corrected = 0;
  for (const [personId, dates] of touched) {
    corrected += await correctDays(tx, household, personId, dates);
  }
  return { corrected };
}

type DaysOfPeople = Map<string, string[]>;

function daysTouched(tx: Tx, event: Cause): Promise<DaysOfPeople> {
  return event["detail-type"] === "NutritionGoalSet"
    ? daysSince(tx, event.detail.person_id, event.detail.valid_from)
    : daysThatWaitFor(tx, event.detail.recipe_id);
}

/** The days of a person from one on, the first first. */
async function daysSince(tx: Tx, personId: string, from: string): Promise<DaysOfPeople> {
  const { rows } = await tx.query<{ person_id: string; date: string }>(
    `select person_id, date from meal_planner.goal_verdicts
     where person_id = $1::uuid and date >= $2::date order by date`,
    [personId, from],
  );
  return byPerson(rows);
}

async function daysThatWaitFor(tx: Tx, recipeId: string): Promise<DaysOfPeople> {
  const { rows } = await tx.query<{ person_id: string; date: string }>(
    `select distinct v.person_id, v.date from meal_planner.diary_entries e
     join meal_planner.goal_verdicts v on v.person_id = e.person_id and v.date = e.date
     where e.recipe_id = $1::uuid and e.nutrients is null and e.deleted_at is null order by v.person_id, v.date`,
    [recipeId],
  );
  return byPerson(rows);
}

function byPerson(rows: readonly { person_id: string; date: string }[]): DaysOfPeople {
  const days: DaysOfPeople = new Map();
  for (const { person_id, date } of rows) days.set(person_id, [...(days.get(person_id) ?? []), date]);
  return days;
}

async function correctDays(
  tx: Tx,
  household: Household,
  personId: string,
  dates: readonly string[],
): Promise<number> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return 0;
  await lockPerson(tx, personId);
  const person = await findPerson(tx, household, personId);
  const goalsOf = await goalsByDay(tx, personId, last);
  const entries = new Map<string, DiaryEntry[]>();
  for (const entry of await entriesBetween(tx, [personId], first, last)) {
    entries.set(entry.date, [...(entries.get(entry.date) ?? []), entry]);
  }
  let corrected = 0;
  for (const date of dates) {
    const eaten = entries.get(date) ?? [];
    const totals = dayTotals(eaten);
    const results = goalsOf(date).map((goal) => judge(goal, totals));
    const day = { verdict: verdictOf(results, eaten.length), results, entries: eaten };
    if (await tellVerdict(tx, household, person, date, day)) corrected++;
  }
  return corrected;
}
