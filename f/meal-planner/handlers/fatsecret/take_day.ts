import type { Tx } from "../../database/connection.ts";
import { deleteDiaryEntry, editDiaryEntry } from "../nutrition/change_diary_entry.ts";
import { findEntry } from "../nutrition/diary_store.ts";
import { type EntryOutcome, importDiary, type OutsideEntry } from "../nutrition/import_diary.ts";
import { changeOf, compareDay } from "./day_changes.ts";
import { type FoodEntry, getFoodEntry } from "./diary_calls.ts";
import type { DiaryDays } from "./diary_days.ts";
import { markSynced } from "./entry_queue.ts";
import { type DayItem, deleteItem, insertItem, itemsOfDay, itemsOfEntry, updateItem } from "./item_store.ts";
import { noteContent } from "./kept_content.ts";
import { mealOfSlot, slotOfMeal } from "./meal_name.ts";
import { type Reading, readEntry } from "./outside_reading.ts";
import { ownFoods } from "./own_food.ts";
import type { PersonAccount } from "./person_account.ts";
import type { PartCounts, SyncProblem } from "./sync_run.ts";

/** In importDiary's words, and in the entries' origin. */
const ORIGIN = "fatsecret";

/** Of an entry without a food's serving. */
const NO_SERVING = "0";

type Taken = { there: FoodEntry; item: DayItem | null; reading: Reading };

/**
 * Takes a day of FatSecret's diary over: what is new there, changed or deleted. What both have changed was sent first, so
 * ours stands. All of the day, or nothing.
 */
export async function takeDay(account: PersonAccount, days: DiaryDays, date: string): Promise<PartCounts> {
  const { database, application, household, person } = account;
  const there = await days.entriesOn(date);
  const changes = compareDay(there, await itemsOfDay(database, person.person_id, date));
  const settled = changes.known.filter(({ item }) => item.is_settled);
  const moved = await findMoved(
    account,
    changes.gone.filter(({ is_settled }) => is_settled),
  );
  const theirs = [
    ...changes.fresh.map((entry) => ({ there: entry, item: null })),
    ...[...settled, ...moved.known].filter(({ item }) => item.owner === "theirs"),
  ];
  const { foods } = await ownFoods(
    database,
    application,
    household,
    theirs.map(({ there: entry }) => entry.food_id),
  );
  const taken = theirs.map((one) => ({
    ...one,
    reading: readEntry(one.there, foods.get(one.there.food_id)),
  }));
  return database.transaction(async (tx) => {
    const counts: PartCounts = { created: 0, updated: 0, unchanged: 0, failed: 0, problems: [] };
    for (const { item } of changes.known) if (!item.is_settled) await updateItem(tx, item);
    await takeTheirs(tx, account, taken, counts);
    await followOurs(tx, account, settled, counts);
    await followMoved(tx, account, moved.known, counts);
    await followDeleted(tx, account, moved.gone, counts);
    return counts;
  });
}

/** Of what isn't on its day any more, what was moved to another, and what is gone. */
async function findMoved(account: PersonAccount, gone: readonly DayItem[]) {
  const known: { item: DayItem; there: FoodEntry }[] = [];
  const deleted: DayItem[] = [];
  for (const item of gone) {
    const there = await getFoodEntry(account.client, item.food_entry_id ?? "");
    if (!there) deleted.push(item);
    // What is put off to a day to come isn't eaten yet; it is taken up on its day.
    else if (there.date_int <= account.today) known.push({ item, there });
  }
  return { known, gone: deleted };
}

async function takeTheirs(
  tx: Tx,
  account: PersonAccount,
  taken: readonly Taken[],
  counts: PartCounts,
): Promise<void> {
  if (taken.length === 0) return;
  const { household_id } = account.household;
  const { person_id } = account.person;
  const entries = taken.map(outsideEntry);
  const imported = await importDiary(tx, { person: person_id, origin: ORIGIN, entries, household_id });
  for (const [index, outcome] of imported.entries.entries()) {
    await noteTaken(tx, person_id, taken[index]!, outcome);
    if (outcome.outcome === "logged") counts.created++;
    else if (outcome.outcome === "updated") counts.updated++;
    else counts.unchanged++;
  }
}

function outsideEntry({ there, item, reading }: Taken): OutsideEntry {
  const { name, grams, nutrients } = reading;
  // A slot of ours that FatSecret has no name for is "other" there, and stays what it is here.
  const slot = item?.slot && mealOfSlot(item.slot) === there.meal ? item.slot : slotOfMeal(there.meal);
  return { origin_ref: there.food_entry_id, date: there.date_int, name, slot, grams, nutrients };
}

async function noteTaken(
  tx: Tx,
  person_id: string,
  { there, item, reading }: Taken,
  { outcome, entry_id }: EntryOutcome,
): Promise<void> {
  if (outcome === "deleted_here") return;
  const content = {
    ...{ date: there.date_int, meal: there.meal, fatsecret_food_id: there.food_id },
    ...{ serving_id: there.serving_id ?? NO_SERVING, units: there.number_of_units },
  };
  // A planned meal that is logged here too: the one there stands for it, and isn't sent again.
  if (outcome === "same_meal") {
    if ((await itemsOfEntry(tx, entry_id)).length > 0) return;
    await markSynced(tx, { entry_id, person_id, owner: "ours" });
    await insertItem(tx, { entry_id, person_id }, content, there.food_entry_id);
    return;
  }
  await markSynced(tx, { entry_id, person_id, owner: "theirs" });
  if (item) await updateItem(tx, { ...item, ...content, food_entry_id: there.food_entry_id });
  else await insertItem(tx, { entry_id, person_id }, content, there.food_entry_id);
  await noteContent(tx, [{ entry_id, own: reading.own }]);
}

/** What we sent and somebody changed there changes here, where it is the same change for all of an entry. */
async function followOurs(
  tx: Tx,
  account: PersonAccount,
  known: readonly { item: DayItem; there: FoodEntry }[],
  counts: PartCounts,
): Promise<void> {
  const ours = known.filter(({ item }) => item.owner === "ours");
  for (const entryId of new Set(ours.map(({ item }) => item.entry_id))) {
    const items = ours.filter(({ item }) => item.entry_id === entryId);
    const change = changeOf(items);
    const stored = await findEntry(tx, account.household, entryId);
    if (!stored || stored.deleted || change.kind === "none") {
      counts.unchanged++;
      continue;
    }
    for (const { item, there } of items) await updateItem(tx, { ...item, ...contentThere(there) });
    const { entry } = stored;
    const factor = change.kind === "followed" ? change.factor : Number.NaN;
    if (change.kind === "mixed" || (factor !== 1 && entry.kind === "line")) {
      problem(counts, { entry_id: entryId, name: entry.name, ...NOT_FOLLOWED });
      continue;
    }
    const slot = mealOfSlot(entry.slot) === change.meal ? undefined : slotOfMeal(change.meal);
    const scaled = (figure: number | null) =>
      figure === null || factor === 1 ? undefined : Math.round(figure * factor * 1000) / 1000;
    const { household_id } = account.household;
    const sizes = {
      portion: scaled(entry.portion),
      grams: entry.kind === "food" ? scaled(entry.grams) : undefined,
    };
    await editDiaryEntry(tx, { entry_id: entryId, version: entry.version, slot, ...sizes, household_id });
    await markSynced(tx, { entry_id: entryId, person_id: entry.person_id, owner: "ours" });
    counts.updated++;
  }
}

const NOT_FOLLOWED = {
  code: "CONFLICT",
  message: "Was changed at FatSecret in a way that can't be followed here. Change it here as well.",
};

const contentThere = (there: FoodEntry) => ({
  ...{ date: there.date_int, meal: there.meal, units: there.number_of_units },
  serving_id: there.serving_id ?? NO_SERVING,
});

/** What we sent and somebody moved there to another day moves here, where all of the entry is there. */
async function followMoved(
  tx: Tx,
  account: PersonAccount,
  moved: readonly { item: DayItem; there: FoodEntry }[],
  counts: PartCounts,
): Promise<void> {
  for (const { item, there } of moved.filter((one) => one.item.owner === "ours")) {
    await updateItem(tx, { ...item, ...contentThere(there) });
    const stored = await findEntry(tx, account.household, item.entry_id);
    if (!stored || stored.deleted) continue;
    const { entry } = stored;
    const items = await itemsOfEntry(tx, item.entry_id);
    const isAll = items.every(({ date }) => date === there.date_int);
    if (!isAll || entry.date === there.date_int) continue;
    const { household_id } = account.household;
    await editDiaryEntry(tx, {
      entry_id: entry.entry_id,
      version: entry.version,
      date: there.date_int,
      household_id,
    });
    await markSynced(tx, { entry_id: entry.entry_id, person_id: entry.person_id, owner: "ours" });
    counts.updated++;
  }
}

/** What was deleted there is deleted here, as soon as nothing of the entry is left. */
async function followDeleted(
  tx: Tx,
  account: PersonAccount,
  gone: readonly DayItem[],
  counts: PartCounts,
): Promise<void> {
  const { household } = account;
  for (const entryId of new Set(gone.map(({ entry_id }) => entry_id))) {
    for (const item of gone.filter(({ entry_id }) => entry_id === entryId))
      await deleteItem(tx, item.item_id);
    const stored = await findEntry(tx, household, entryId);
    if (!stored || stored.deleted) continue;
    const { entry } = stored;
    if ((await itemsOfEntry(tx, entryId)).length > 0) {
      problem(counts, { entry_id: entryId, name: entry.name, ...PARTLY_DELETED });
      continue;
    }
    const { household_id } = household;
    await deleteDiaryEntry(tx, { entry_id: entryId, version: entry.version, household_id });
    await markSynced(tx, {
      entry_id: entryId,
      person_id: entry.person_id,
      owner: gone[0]?.owner ?? "theirs",
    });
    counts.updated++;
  }
}

const PARTLY_DELETED = {
  code: "CONFLICT",
  message: "Was deleted in part at FatSecret. Change or delete it here as well.",
};

function problem(counts: PartCounts, one: SyncProblem): void {
  counts.failed++;
  counts.problems?.push(one);
}
