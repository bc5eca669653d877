import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { mapNutrients, NUTRIENTS, type Nutrients, scaleNutrients } from "../../foods/nutrients.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson, type Person } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import { type DiaryEntry, keptFigures } from "./diary_entry.ts";
import { tellChanged, tellLogged } from "./diary_news.ts";
import { entryOfMeal, entryOfOrigin, insertEntry, replaceEntry } from "./diary_store.ts";
import { lockPerson } from "./goal_store.ts";
import { grams, refuseFuture, slot } from "./log_food.ts";
import { type Eating, matchParts, matchToPlan } from "./planned_match.ts";
import { activeMealsOf, type MealOfPerson } from "./planned_meals_of.ts";
import { correctVerdict } from "./verdict.ts";

/** Far beyond what anybody eats at once, near enough to catch a wrong unit. */
const MOST = 100_000;

const figures = z
  .strictObject(
    Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, z.number().min(0).max(MOST).nullish()])),
  )
  .transform((given): Nutrients => mapNutrients((nutrient) => given[nutrient] ?? null));

const outsideEntry = z.strictObject({
  origin_ref: plainText(200),
  date: calendarDay,
  name: plainText(300),
  slot: slot.nullish(),
  grams: grams.nullish(),
  nutrients: figures,
});

export const importDiaryInput = z.strictObject({
  person: plainText(80),
  origin: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, {
    message: "A short name in lower case, such as fatsecret.",
  }),
  entries: z.array(outsideEntry).min(1).max(1_000, { message: "At most 1,000 at once. Send them in parts." }),
  household_id: z.uuid().optional(),
});

export type OutsideEntry = z.output<typeof outsideEntry>;

/** `same_meal`: the person has logged that planned meal already; it isn't counted again. */
export type EntryOutcome = {
  origin_ref: string;
  outcome: "logged" | "updated" | "unchanged" | "deleted_here" | "same_meal";
  entry_id: string;
  planned: { plan_id: string; date: string; slot: string } | null;
};

/**
 * Takes entries of another diary over, each once by its id there: one that has changed there is changed here, one that
 * was deleted here stays deleted. An entry that is a planned meal by its figures (15 % of energy, 20 % of macros) is
 * linked to it, and not counted twice where the person has logged that meal; so are several of one slot that are the meal
 * together, of which the first is linked. All or nothing.
 *
 * @throws InvalidInput where one is of a day to come.
 */
export async function importDiary(
  tx: Tx,
  input: z.output<typeof importDiaryInput>,
): Promise<{ entries: EntryOutcome[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const today = await personToday(tx, household, person);
  input.entries.forEach((entry, index) => {
    if (entry.date > today) refuseFuture(entry.date, today, `entries[${index}].date`);
  });
  await lockPerson(tx, person.person_id);
  const planned = await plannedOn(tx, household, person, [...new Set(input.entries.map(({ date }) => date))]);
  const eaten = input.entries.map((entry) => ({ ...entry, slot: entry.slot ?? null }));
  const meals = await mealsOfEntries(tx, person, input.origin, eaten, planned);
  const outcomes: EntryOutcome[] = [];
  const changedDays = new Set<string>();
  for (const [index, entry] of input.entries.entries()) {
    const of = meals[index] ?? NO_MEAL;
    const { outcome, days } = await importEntry(tx, household, person, {
      origin: input.origin,
      entry,
      ...of,
    });
    outcomes.push(outcome);
    for (const day of days) changedDays.add(day);
  }
  for (const day of changedDays) await correctVerdict(tx, household, person, day);
  return { entries: outcomes };
}

type Planned = Eating & { of: MealOfPerson };

async function plannedOn(
  tx: Tx,
  household: Household,
  person: Person,
  dates: readonly string[],
): Promise<Planned[]> {
  const meals: { date: string; of: MealOfPerson }[] = [];
  for (const date of dates) {
    const found = await activeMealsOf(tx, household, person.person_id, date);
    meals.push(...found.map((of) => ({ date, of })));
  }
  const { rows } = await tx.query<{ recipe_id: string; per_serving: Nutrients }>(
    "select recipe_id, per_serving from meal_planner.recipe_nutrition where recipe_id = any ($1::uuid[])",
    [meals.map(({ of }) => of.recipe_id)],
  );
  const perServing = new Map(rows.map((row) => [row.recipe_id, row.per_serving]));
  return meals.flatMap(({ date, of }) => {
    const known = perServing.get(of.recipe_id);
    return known ? [{ date, slot: of.slot, nutrients: scaleNutrients(known, of.portion), of }] : [];
  });
}

/** The planned meal that an entry is, and whether it is one of several that are it together, after the first. */
type OfMeal = { meal: Planned | null; isFurtherPart: boolean };
const NO_MEAL: OfMeal = { meal: null, isFurtherPart: false };

async function mealsOfEntries(
  tx: Tx,
  person: Person,
  origin: string,
  eaten: readonly (Eating & { origin_ref: string })[],
  planned: readonly Planned[],
): Promise<OfMeal[]> {
  const matches = matchToPlan(eaten, planned);
  const meals = matches.map((to): OfMeal => ({ ...NO_MEAL, meal: planned[to ?? -1] ?? null }));
  for (const { to, parts } of matchParts(eaten, planned, matches)) {
    const meal = planned[to] as Planned;
    const logged = await entryOfMeal(tx, person.person_id, meal.of.place);
    // Logged here already, all parts are that meal; else they are logged, and the first stands for it.
    const isLogged = logged !== undefined && logged.origin !== origin;
    for (const [nth, at] of parts.entries()) meals[at] = { meal, isFurtherPart: nth > 0 && !isLogged };
  }
  return meals;
}

type Incoming = OfMeal & { origin: string; entry: OutsideEntry };

async function importEntry(
  tx: Tx,
  household: Household,
  person: Person,
  { origin, entry, meal, isFurtherPart }: Incoming,
): Promise<{ outcome: EntryOutcome; days: string[] }> {
  const { origin_ref, date } = entry;
  const planned = meal && { plan_id: meal.of.place.plan_id, date: meal.date, slot: meal.of.slot };
  const answer = (outcome: EntryOutcome["outcome"], entry_id: string, days: string[]) => ({
    outcome: { origin_ref, outcome, entry_id, planned },
    days,
  });
  const known = await entryOfOrigin(tx, person.person_id, origin, origin_ref);
  if (known?.deleted) return answer("deleted_here", known.entry.entry_id, []);
  if (known) {
    const changed = { ...known.entry, ...contentOf(entry) };
    if (isDeepStrictEqual(changed, known.entry)) {
      return answer("unchanged", changed.entry_id, []);
    }
    await replaceEntry(tx, changed);
    await tellChanged(tx, household, known.entry, { ...changed, version: changed.version + 1 });
    return answer("updated", changed.entry_id, [known.entry.date, date]);
  }
  const place = isFurtherPart ? null : (meal?.of.place ?? null);
  const logged = place && (await entryOfMeal(tx, person.person_id, place));
  if (logged) return answer("same_meal", logged.entry_id, []);
  // The person is locked, and neither the meal nor the origin is there: nothing can be in its way.
  const stored = (await insertEntry(tx, household, {
    ...{ kind: "line", recipe_id: null, food_id: null, portion: null, coverage: null },
    ...{ person_id: person.person_id, origin, origin_ref, meal: place },
    note: `as ${origin} has it`,
    ...contentOf(entry),
  }))!;
  await tellLogged(tx, household, stored);
  return answer("logged", stored.entry_id, [date]);
}

function contentOf(
  entry: OutsideEntry,
): Pick<DiaryEntry, "date" | "slot" | "name" | "line" | "grams" | "nutrients"> {
  const { date, name } = entry;
  const nutrients = keptFigures(entry.nutrients);
  return { date, slot: entry.slot ?? null, name, line: name, grams: entry.grams ?? null, nutrients };
}
