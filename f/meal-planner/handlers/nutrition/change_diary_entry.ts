import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput, NotFound } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { scaleNutrients } from "../../foods/nutrients.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson, type Person } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { tellChanged, tellDeleted } from "./diary_news.ts";
import { findEntry, markDeleted, replaceEntry } from "./diary_store.ts";
import { eatenLine } from "./eaten.ts";
import { lockPerson } from "./goal_store.ts";
import { grams, portion, refuseFuture, slot } from "./log_food.ts";
import { correctVerdict } from "./verdict.ts";

const version = z.int().min(1, { message: "The version that you saw; get_diary gives it." });

export const editDiaryEntryInput = z.strictObject({
  entry_id: z.uuid(),
  version,
  portion: portion.optional(),
  grams: grams.optional(),
  line: plainText(600).optional(),
  slot: slot.optional(),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

export const deleteDiaryEntryInput = z.strictObject({
  entry_id: z.uuid(),
  version,
  household_id: z.uuid().optional(),
});

/**
 * Changes the given fields of an entry; its figures follow. An edit that has been made already changes nothing,
 * whatever the version, so that it can be repeated. Days that were judged already are judged again, and DiaryEntryChanged
 * commits with the change.
 *
 * @throws Conflict where someone else changed the entry since `version`; nothing is overwritten.
 */
export async function editDiaryEntry(
  tx: Tx,
  input: z.output<typeof editDiaryEntryInput>,
): Promise<{ entry: DiaryEntry; changed: boolean }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { entry: stored, person, deleted } = await lockedEntry(tx, household, input.entry_id);
  if (deleted) throw new Conflict("The entry was deleted. Log the food again.");
  const today = await personToday(tx, household, person);
  if (input.date && input.date > today) refuseFuture(input.date, today, "date");
  const edited = await applyEdit(tx, household, stored, input);
  if (isDeepStrictEqual(edited, stored)) return { entry: stored, changed: false };
  if (stored.version !== input.version || !(await replaceEntry(tx, edited))) throw stale(stored);
  for (const date of new Set([stored.date, edited.date])) await correctVerdict(tx, household, person, date);
  const written = (await findEntry(tx, household, input.entry_id))!;
  await tellChanged(tx, household, stored, written.entry);
  return { entry: written.entry, changed: true };
}

/**
 * Takes an entry out of the diary. Deleting it again changes nothing. A day that was judged already is judged again, and
 * DiaryEntryDeleted commits with the change.
 *
 * @throws Conflict where someone else changed the entry since `version`.
 */
export async function deleteDiaryEntry(
  tx: Tx,
  input: z.output<typeof deleteDiaryEntryInput>,
): Promise<{ entry_id: string; already: boolean }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { entry, person, deleted } = await lockedEntry(tx, household, input.entry_id);
  const { entry_id } = entry;
  if (deleted) return { entry_id, already: true };
  if (!(await markDeleted(tx, entry_id, input.version))) throw stale(entry);
  await correctVerdict(tx, household, person, entry.date);
  await tellDeleted(tx, household, { ...entry, version: entry.version + 1 });
  return { entry_id, already: false };
}

async function lockedEntry(
  tx: Tx,
  household: Household,
  entryId: string,
): Promise<{ entry: DiaryEntry; person: Person; deleted: boolean }> {
  const missing = () => new NotFound("diary entry", entryId, "See get_diary for what is logged.");
  const seen = await findEntry(tx, household, entryId);
  if (!seen) throw missing();
  await lockPerson(tx, seen.entry.person_id);
  const person = await findPerson(tx, household, seen.entry.person_id);
  const locked = await findEntry(tx, household, entryId);
  if (!locked) throw missing();
  return { ...locked, person };
}

async function applyEdit(
  tx: Tx,
  household: Household,
  stored: DiaryEntry,
  input: z.output<typeof editDiaryEntryInput>,
): Promise<DiaryEntry> {
  const moved = { ...stored, date: input.date ?? stored.date, slot: input.slot ?? stored.slot };
  if (input.line !== undefined && input.line !== stored.line) {
    if (stored.kind !== "line") throw wrongField("line", stored);
    return { ...moved, ...(await eatenLine(tx, household, input.line)) };
  }
  return resize(moved, "portion", input.portion) ?? resize(moved, "grams", input.grams) ?? moved;
}

function resize(
  entry: DiaryEntry,
  field: "portion" | "grams",
  size: number | undefined,
): DiaryEntry | undefined {
  if (size === undefined || size === entry[field]) return undefined;
  const before = entry[field];
  if (before === null || entry.kind === "line") throw wrongField(field, entry);
  const nutrients = entry.nutrients && scaleNutrients(entry.nutrients, size / before);
  return { ...entry, [field]: size, nutrients };
}

function wrongField(field: string, entry: DiaryEntry): InvalidInput {
  const right = { recipe: "portion", food: "grams", line: "line" }[entry.kind];
  const message = `"${entry.name}" was logged as a ${entry.kind}. Change its ${right}.`;
  return new InvalidInput([{ path: field, message }]);
}

function stale(entry: DiaryEntry): Conflict {
  return new Conflict(
    `"${entry.name}" is at version ${entry.version} by now. Read the diary again and repeat the change.`,
    { stored_version: entry.version },
  );
}
