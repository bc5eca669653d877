import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { Conflict, InvalidInput, type MealPlannerError, reportError } from "../../database/errors.ts";
import type { DiaryEntry } from "../nutrition/diary_entry.ts";
import { findEntry } from "../nutrition/diary_store.ts";
import { dateInt } from "./calendar_day.ts";
import { DiaryDays } from "./diary_days.ts";
import {
  countQueue,
  dueEntries,
  markSynced,
  noteFailure,
  type QueuedEntry,
  queueEntries,
} from "./entry_queue.ts";
import { targetItems } from "./entry_targets.ts";
import { itemsOfEntry } from "./item_store.ts";
import { mealOfSlot } from "./meal_name.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { type DiaryWriter, putEntry, type WantedItem, type Written } from "./put_entry.ts";
import { bySavedMeal } from "./saved_meal_of_recipe.ts";

/** Up to this many days at once; more go in parts. */
export const MOST_DAYS = 366;

export const dayRange = {
  from: z.iso.date().optional().describe("The first day; left out, six days before the last."),
  to: z.iso.date().optional().describe("The last day; left out, today in the household's time zone."),
};

const uploadAs = z.enum(["foods", "saved_meals"]);
export type UploadAs = z.output<typeof uploadAs>;

export const uploadDiaryInput = z.strictObject({
  ...accountFields,
  ...dayRange,
  entry_ids: z
    .array(z.uuid())
    .min(1)
    .max(200)
    .optional()
    .describe("Only these, also ones that were given up."),
  only_planned: z.boolean().default(false).describe("Only meals of a plan, not what was logged by hand."),
  upload_as: uploadAs
    .default("foods")
    .describe("How a recipe is written: as its foods, or by a saved meal of them."),
});

export type UploadProblem = {
  entry_id: string;
  name: string;
  code: string;
  message: string;
  given_up: boolean;
};

/** Entries of ours by what happened to them; `found` were there already. `waiting` are tried again by the next run. */
export type UploadReport = {
  created: number;
  edited: number;
  deleted: number;
  found: number;
  unchanged: number;
  waiting: number;
  dead: number;
  problems: UploadProblem[];
};

/** Figures out the days that are meant. @throws InvalidInput where they are none, or too many. */
export function daysMeant(
  { from, to }: { from?: string; to?: string },
  today: string,
  lastDays = 7,
): { from: string; to: string } {
  const last = to ?? today;
  const first = from ?? new Date((dateInt(last) - lastDays + 1) * 86_400_000).toISOString().slice(0, 10);
  const problem = (message: string) => new InvalidInput([{ path: "from", message }]);
  if (first > last) throw problem(`Must not lie after ${last}.`);
  if (dateInt(last) - dateInt(first) >= MOST_DAYS) throw problem(`At most ${MOST_DAYS} days at once.`);
  return { from: first, to: last };
}

/**
 * Brings what a person has logged here into their diary at FatSecret, and later changes and deletions after it. Running
 * it again writes nothing. What fails is tried again by later runs (after 1, 4, 16, 64 and 256 minutes), and then given up
 * with a dead letter; where FatSecret is away or wants no more calls, the rest waits for the next run.
 */
export async function uploadDiary(
  database: Database,
  input: z.output<typeof uploadDiaryInput>,
): Promise<UploadReport> {
  return withPersonAccount(database, input, async (account) => {
    const { from, to } = daysMeant(input, account.today);
    const entry_ids = input.entry_ids ?? null;
    const wanted = {
      person_id: account.person.person_id,
      from,
      to,
      entry_ids,
      only_planned: input.only_planned,
    };
    await queueEntries(database, wanted);
    return sendQueue(account, input.upload_as);
  });
}

// The queue is read in parts, so that memory doesn't grow with it.
const ENTRIES_AT_ONCE = 100;

/** Sends what is due of a person's queue. */
export async function sendQueue(account: PersonAccount, uploadAs: UploadAs): Promise<UploadReport> {
  const { database, client, lease, person } = account;
  const { person_id } = person;
  const writer: DiaryWriter = { database, client, lease, person_id, days: new DiaryDays(client) };
  const sums = { created: 0, edited: 0, deleted: 0, found: 0, unchanged: 0 };
  const problems: UploadProblem[] = [];
  let stopped = false;
  while (!stopped) {
    const due = await dueEntries(database, person_id, ENTRIES_AT_ONCE);
    if (due.length === 0) break;
    for (const queued of due) {
      const outcome = await sendEntry(account, writer, queued, uploadAs);
      if ("kind" in outcome) sums[outcome.kind]++;
      else problems.push(outcome.problem);
      stopped = "stop" in outcome && outcome.stop;
      if (stopped) break;
    }
  }
  return { ...sums, ...(await countQueue(database, person_id)), problems };
}

type Outcome = { kind: keyof Written | "unchanged" } | { problem: UploadProblem; stop: boolean };

async function sendEntry(
  account: PersonAccount,
  writer: DiaryWriter,
  queued: QueuedEntry,
  uploadAs: UploadAs,
): Promise<Outcome> {
  const { database, household } = account;
  const stored = (await database.transaction((tx) => findEntry(tx, household, queued.entry_id)))!;
  const { entry, deleted } = stored;
  try {
    const { items, owner } = deleted
      ? { items: [], owner: queued.owner }
      : await wantedItems(account, queued, entry);
    const together =
      uploadAs === "saved_meals" && entry.kind === "recipe" ? bySavedMeal(account.client, entry) : undefined;
    const written = await putEntry(writer, queued.entry_id, items, together);
    await markSynced(database, { ...queued, owner }, entry.version);
    return { kind: kindOf(written) };
  } catch (thrown) {
    const error = thrown as MealPlannerError | Error;
    const { code, message } = reportError(error);
    if (code === "UNAUTHORIZED" || error instanceof Conflict) throw error;
    // What may have been done is looked for anew.
    for (const { date } of await itemsOfEntry(database, queued.entry_id)) writer.days.forget(date);
    const problem = { entry_id: queued.entry_id, name: entry.name, code, message, given_up: false };
    // It isn't the entry's fault: it keeps its tries, and the others would fare no better.
    if (code === "RATE_LIMITED" || code === "CIRCUIT_OPEN") return { problem, stop: true };
    const given_up = await database.transaction((tx) => noteFailure(tx, queued, error));
    return { problem: { ...problem, given_up }, stop: code === "UPSTREAM_UNAVAILABLE" || code === "TIMEOUT" };
  }
}

/** What came from there and was only moved keeps its food and amount; anything else is written as we know it. */
async function wantedItems(
  account: PersonAccount,
  queued: QueuedEntry,
  entry: DiaryEntry,
): Promise<{ items: WantedItem[]; owner: "ours" | "theirs" }> {
  const place = { date: entry.date, meal: mealOfSlot(entry.slot) };
  if (queued.owner === "theirs" && !queued.eaten_anew) {
    const known = await itemsOfEntry(account.database, entry.entry_id);
    const items = known.map((item) => ({ ...item, ...place, name: entry.name.slice(0, 200) }));
    // An entry can't be moved to another day there: it is made anew, and is ours then.
    const stays = known.every((item) => item.date === entry.date);
    return { items, owner: stays ? "theirs" : "ours" };
  }
  const items = await targetItems(account.database, account.application, account.household, entry);
  return { items: items.map((item) => ({ ...item, ...place })), owner: "ours" };
}

function kindOf({ created, edited, deleted, found }: Written): keyof Written | "unchanged" {
  if (created > 0) return "created";
  if (edited > 0) return "edited";
  if (deleted > 0) return "deleted";
  return found > 0 ? "found" : "unchanged";
}
