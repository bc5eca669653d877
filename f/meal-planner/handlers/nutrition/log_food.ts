import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson, type Person } from "../../households/person.ts";
import { personToday, timeZoneOf } from "../../households/person_day.ts";
import { defineIdempotentOperation } from "../../patterns/idempotency/idempotent_operation.ts";
import { runOnceInTransaction } from "../../patterns/idempotency/run_once.ts";
import { calendarDay } from "./calendar_days.ts";
import { type DiaryEntry, type Eaten, type MealPlace, MOST_GRAMS, MOST_PORTIONS } from "./diary_entry.ts";
import { tellLogged } from "./diary_news.ts";
import { entryOfMeal, insertEntry } from "./diary_store.ts";
import { eatenFood, eatenLine, eatenRecipe } from "./eaten.ts";
import { lockPerson } from "./goal_store.ts";
import { plannedMealsOf } from "./planned_meals_of.ts";
import { correctVerdict } from "./verdict.ts";

export const portion = z
  .number()
  .gt(0, { message: "Must be more than 0; to take an entry back, delete it." })
  .max(MOST_PORTIONS, { message: `At most ${MOST_PORTIONS} servings.` });
export const grams = z
  .number()
  .gt(0, { message: "Must be more than 0; to take an entry back, delete it." })
  .max(MOST_GRAMS, { message: `At most ${MOST_GRAMS} g at once. Is the unit right?` });
export const slot = plainText(40).transform((name) => name.toLowerCase());

const WHAT = ["recipe_id", "food_id", "line", "from_plan"] as const;

export const logFoodInput = z
  .strictObject({
    person: plainText(80),
    recipe_id: z.uuid().optional(),
    portion: portion.optional(),
    food_id: z.uuid().optional(),
    grams: grams.optional(),
    unit: plainText(60).optional(),
    line: plainText(600).optional(),
    from_plan: z.boolean().default(false),
    slot: slot.optional(),
    date: calendarDay.optional(),
    eaten_at: z.iso.datetime({ offset: true }).optional(),
    idempotency_key: plainText(200).optional(),
    household_id: z.uuid().optional(),
  })
  .superRefine((input, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const given = WHAT.filter((name) => input[name]);
    if (given.length !== 1) {
      problem(given[1] ?? "line", `Give one of ${WHAT.join(", ")}: they say what was eaten.`);
    }
    if (input.food_id && (input.grams === undefined) === (input.portion === undefined)) {
      problem("grams", "How much of the food? Give grams, or portion as a number of its unit.");
    }
    if (input.unit !== undefined && (!input.food_id || input.portion === undefined)) {
      problem("unit", "Goes with food_id and portion: it says of what.");
    }
    if (!input.food_id && input.grams !== undefined)
      problem("grams", "Goes with food_id. A line says its own amount.");
    if (input.portion !== undefined && !input.recipe_id && !input.food_id && !input.from_plan) {
      problem("portion", "Goes with recipe_id, food_id or from_plan.");
    }
    if (input.date && input.eaten_at) problem("eaten_at", "Give a date or a time, not both.");
  });

export type FoodLogged = { entries: DiaryEntry[]; already: boolean };

const LOG_FOOD = defineIdempotentOperation({
  consumer: "log_food",
  onMissingKey: "run",
  ttlSeconds: 30 * 86_400,
});

/**
 * Logs what a person ate: a recipe, a food by grams or portions, a free line, or what the active plan has for them. A planned meal
 * is logged once however often it is asked for; anything else once a key, for 30 days. DiaryEntryLogged commits with
 * each entry, and a day that was judged already is judged again.
 *
 * @throws InvalidInput where the day is yet to come, or the plan has nothing for it.
 */
export async function logFood(tx: Tx, input: z.output<typeof logFoodInput>): Promise<FoodLogged> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const key = input.idempotency_key && `${person.person_id}/${input.idempotency_key}`;
  const once = await runOnceInTransaction(tx, LOG_FOOD, { payload: input, key }, (inner) =>
    logOnce(inner, household, person, input),
  );
  return once.kind === "replayed" ? { ...once.result, already: true } : once.result;
}

async function logOnce(
  tx: Tx,
  household: Household,
  person: Person,
  input: z.output<typeof logFoodInput>,
): Promise<FoodLogged> {
  const date = await dayEaten(tx, household, person, input);
  await lockPerson(tx, person.person_id);
  const entries: DiaryEntry[] = [];
  let already = true;
  for (const { eaten, meal, mealSlot } of await whatWasEaten(tx, household, person, date, input)) {
    const origin = meal ? "plan" : "manual";
    const entry = { ...eaten, person_id: person.person_id, date, slot: mealSlot, origin, origin_ref: null };
    const stored = await insertEntry(tx, household, { ...entry, meal });
    if (stored) {
      await tellLogged(tx, household, stored);
      already = false;
    }
    // Only a planned meal can be there already.
    entries.push(stored ?? (await entryOfMeal(tx, person.person_id, meal!))!);
  }
  if (!already) await correctVerdict(tx, household, person, date);
  return { entries, already };
}

type Meal = { eaten: Eaten; meal: MealPlace | null; mealSlot: string | null };

async function whatWasEaten(
  tx: Tx,
  household: Household,
  person: Person,
  date: string,
  input: z.output<typeof logFoodInput>,
): Promise<Meal[]> {
  const alone = (eaten: Eaten): Meal[] => [{ eaten, meal: null, mealSlot: input.slot ?? null }];
  if (input.recipe_id) return alone(await eatenRecipe(tx, household, input.recipe_id, input.portion ?? 1));
  if (input.food_id) {
    const { grams, portion = 1, unit } = input;
    const amount = grams === undefined ? { portion, unit } : { grams };
    return alone(await eatenFood(tx, household, input.food_id, amount));
  }
  if (input.line) return alone(await eatenLine(tx, household, input.line));
  const meals: Meal[] = [];
  for (const planned of await plannedMealsOf(tx, household, person, date, input.slot)) {
    const eaten = await eatenRecipe(tx, household, planned.recipe_id, input.portion ?? planned.portion);
    meals.push({ eaten, meal: planned.place, mealSlot: planned.slot });
  }
  return meals;
}

/**
 * The day, where the person is, on which something was eaten: as given, by its time, or today.
 *
 * @throws InvalidInput where that day is yet to come.
 */
async function dayEaten(
  tx: Tx,
  household: Household,
  person: Person,
  input: { date?: string; eaten_at?: string },
): Promise<string> {
  const { rows } = await tx.query<{ date: string }>(
    "select coalesce($1::date, ($2::timestamptz at time zone $3::text)::date) as date",
    [input.date ?? null, input.eaten_at ?? null, timeZoneOf(household, person)],
  );
  const date = rows[0]?.date ?? null;
  const today = await personToday(tx, household, person);
  if (date !== null && date > today) refuseFuture(date, today, input.date ? "date" : "eaten_at");
  return date ?? today;
}

export function refuseFuture(date: string, today: string, path: string): never {
  const message = `${date} is yet to come; today is ${today} there. Log what was eaten, plan the rest.`;
  throw new InvalidInput([{ path, message }]);
}
