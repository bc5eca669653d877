import { z } from "zod";
import { createdId, done, id, idOrNull, listIn, number, numberOrNull, text } from "./answer_values.ts";
import { calendarDay, dateInt } from "./calendar_day.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import { type FatsecretMeal, mealName } from "./meal_name.ts";

const foodEntry = z.looseObject({
  food_entry_id: id,
  food_id: id,
  /** What is in the diary as a quick figure has none. */
  serving_id: idOrNull.optional().transform((given) => given ?? null),
  number_of_units: numberOrNull.optional().transform((given) => given ?? 1),
  food_entry_name: text.optional().transform((given) => given ?? ""),
  food_entry_description: text.optional().transform((given) => given ?? ""),
  meal: mealName,
  date_int: calendarDay,
  calories: numberOrNull.optional(),
  carbohydrate: numberOrNull.optional(),
  protein: numberOrNull.optional(),
  fat: numberOrNull.optional(),
  saturated_fat: numberOrNull.optional(),
  fiber: numberOrNull.optional(),
  sugar: numberOrNull.optional(),
  sodium: numberOrNull.optional(),
  cholesterol: numberOrNull.optional(),
  potassium: numberOrNull.optional(),
  calcium: numberOrNull.optional(),
  iron: numberOrNull.optional(),
});
/** An entry of the diary; `date_int` is read as a calendar date. */
export type FoodEntry = z.output<typeof foodEntry>;

const entries = listIn("food_entries", "food_entry", foodEntry);

/** `food_entries.get.v2`: all entries of a day. */
export function getFoodEntries(client: FatsecretClient, date: string): Promise<FoodEntry[]> {
  return client.read("food_entries.get.v2", { date: dateInt(date) }, entries);
}

/** `food_entries.get.v2` by id; undefined where it is gone. */
export async function getFoodEntry(client: FatsecretClient, entryId: string): Promise<FoodEntry | undefined> {
  const found = await client.read("food_entries.get.v2", { food_entry_id: entryId }, entries);
  return found.find((entry) => entry.food_entry_id === entryId);
}

const monthDay = z.looseObject({
  date_int: calendarDay,
  calories: numberOrNull.optional(),
  carbohydrate: numberOrNull.optional(),
  protein: numberOrNull.optional(),
  fat: numberOrNull.optional(),
});
export type DiaryMonthDay = z.output<typeof monthDay>;

/** `food_entries.get_month.v2`: the sums of a month's days that have entries. */
export function getDiaryMonth(client: FatsecretClient, date: string): Promise<DiaryMonthDay[]> {
  return client.read("food_entries.get_month.v2", { date: dateInt(date) }, listIn("month", "day", monthDay));
}

export type NewFoodEntry = {
  date: string;
  meal: FatsecretMeal;
  food_id: string;
  serving_id: string;
  /** Of the serving's measure, such as 150 for 150 g or 1.5 for a cup and a half. */
  units: number;
  name: string;
};

/**
 * `food_entry.create`; the new entry's id. FatSecret knows no key by which a repeat would be found out: where the answer
 * is lost (`details.effect` is `unknown`), look at the day before another try.
 */
export function createFoodEntry(client: FatsecretClient, entry: NewFoodEntry): Promise<string> {
  return client.create(
    "food_entry.create",
    {
      food_id: entry.food_id,
      food_entry_name: entry.name,
      serving_id: entry.serving_id,
      number_of_units: entry.units,
      meal: entry.meal,
      date: dateInt(entry.date),
    },
    createdId("food_entry_id"),
  );
}

/** `food_entry.edit`; the day and the food of an entry can't be changed. @throws NotFound where it is gone. */
export async function editFoodEntry(
  client: FatsecretClient,
  entryId: string,
  changes: Partial<Pick<NewFoodEntry, "meal" | "serving_id" | "units" | "name">>,
): Promise<void> {
  await client.read(
    "food_entry.edit",
    {
      food_entry_id: entryId,
      food_entry_name: changes.name,
      serving_id: changes.serving_id,
      number_of_units: changes.units,
      meal: changes.meal,
    },
    done,
  );
}

/** `food_entry.delete`. @throws NotFound where it is gone already. */
export async function deleteFoodEntry(client: FatsecretClient, entryId: string): Promise<void> {
  await client.read("food_entry.delete", { food_entry_id: entryId }, done);
}

/** `food_entries.copy_saved_meal`: adds each item of a saved meal to a day, and doesn't say under which ids. */
export async function copySavedMeal(
  client: FatsecretClient,
  copy: { saved_meal_id: string; date: string; meal: FatsecretMeal },
): Promise<void> {
  const { saved_meal_id, meal } = copy;
  await client.create(
    "food_entries.copy_saved_meal",
    { saved_meal_id, meal, date: dateInt(copy.date) },
    done,
  );
}

const exercise = z.looseObject({
  exercise_id: id,
  exercise_name: text,
  minutes: number,
  calories: numberOrNull.optional(),
  /** Whether it is what the person usually does, not what they said of this day. */
  is_template_value: numberOrNull.optional(),
});
export type ExerciseEntry = z.output<typeof exercise>;

/** `exercise_entries.get.v2`: the 24 hours of a day, sleep and rest included. */
export function getExerciseEntries(client: FatsecretClient, date: string): Promise<ExerciseEntry[]> {
  const answer = listIn("exercise_entries", "exercise_entry", exercise);
  return client.read("exercise_entries.get.v2", { date: dateInt(date) }, answer);
}

/** `exercise_entry.edit`: a day has 24 hours, so that minutes move from one exercise (rest: 2) to another. */
export async function shiftExercise(
  client: FatsecretClient,
  shift: { date: string; from_id: string; to_id: string; minutes: number },
): Promise<void> {
  await client.create(
    "exercise_entry.edit",
    {
      shift_from_id: shift.from_id,
      shift_to_id: shift.to_id,
      minutes: shift.minutes,
      date: dateInt(shift.date),
    },
    done,
  );
}
