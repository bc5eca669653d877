import type { Database } from "../../database/connection.ts";
import type { AccountLease } from "./account_lease.ts";
import { isGone } from "./answer_error.ts";
import { createFoodEntry, deleteFoodEntry, editFoodEntry, type FoodEntry } from "./diary_calls.ts";
import type { DiaryDays } from "./diary_days.ts";
import type { TargetItem } from "./entry_targets.ts";
import type { FatsecretClient } from "./fatsecret_client.ts";
import {
  claimedIds,
  deleteItem,
  type Item,
  type ItemContent,
  insertItem,
  isSame,
  itemsOfEntry,
  updateItem,
} from "./item_store.ts";

/** What is needed to write into a person's diary over there. */
export type DiaryWriter = {
  database: Database;
  client: FatsecretClient;
  lease: AccountLease;
  days: DiaryDays;
  person_id: string;
};

export type WantedItem = TargetItem & Pick<ItemContent, "date" | "meal">;
export type Written = { created: number; edited: number; deleted: number; found: number };

/** Makes many entries at once, such as by a saved meal; false where it doesn't. What it made is found on the day. */
export type CreateTogether = (wanted: readonly WantedItem[]) => Promise<boolean>;

/**
 * Makes FatSecret's diary say of an entry of ours what is wanted, with as few writes as that takes, and none where it says
 * so already. FatSecret knows no key by which a repeat would be found out. So each item is written down before it is made,
 * and where it isn't known whether it was, it is looked for on its day: the same food, serving, amount and meal that no
 * other entry of ours stands for.
 */
export async function putEntry(
  writer: DiaryWriter,
  entryId: string,
  wanted: readonly WantedItem[],
  createTogether?: CreateTogether,
): Promise<Written> {
  const written: Written = { created: 0, edited: 0, deleted: 0, found: 0 };
  const items = await findItems(writer, await itemsOfEntry(writer.database, entryId));
  const open = [...wanted];
  const missing: Missing[] = [];
  for (const item of items) {
    const match = takeFor(item, open);
    if (!match) await removeItem(writer, item, written);
    else if (item.food_entry_id === null) missing.push({ item, wanted: match });
    else await alignItem(writer, item, match, written);
  }
  for (const one of open) {
    const there = await unclaimed(writer, await writer.days.entriesOn(one.date), one);
    const owner = { entry_id: entryId, person_id: writer.person_id };
    const item = await insertItem(writer.database, owner, one, there?.food_entry_id ?? null);
    if (there) written.found++;
    else missing.push({ item, wanted: one });
  }
  const isAll = missing.length === wanted.length && missing.length > 1;
  const together = isAll && createTogether && (await makeTogether(writer, wanted, createTogether));
  for (const one of missing) await makeItem(writer, one, Boolean(together), written);
  return written;
}

/** An item that is written down and isn't there. */
type Missing = { item: Item; wanted: WantedItem };

/** Items with what is found of them: one without an id may be there, one with an id may be gone. */
async function findItems(writer: DiaryWriter, items: readonly Item[]): Promise<Item[]> {
  const found: Item[] = [];
  for (const item of items) {
    const there = await writer.days.entriesOn(item.date);
    if (item.food_entry_id !== null) {
      if (there.some((entry) => entry.food_entry_id === item.food_entry_id)) found.push(item);
      else await deleteItem(writer.database, item.item_id);
      continue;
    }
    const entry = await unclaimed(writer, there, item);
    const known = { ...item, food_entry_id: entry?.food_entry_id ?? null };
    if (entry) await updateItem(writer.database, known);
    found.push(known);
  }
  return found;
}

async function unclaimed(
  writer: DiaryWriter,
  there: readonly FoodEntry[],
  content: Omit<ItemContent, "date">,
): Promise<FoodEntry | undefined> {
  const alike = there.filter((entry) => isSame(content, entry));
  const claimed = await claimedIds(
    writer.database,
    writer.person_id,
    alike.map((entry) => entry.food_entry_id),
  );
  return alike.find((entry) => !claimed.has(entry.food_entry_id));
}

const isItem = (item: Item, wanted: WantedItem) =>
  item.date === wanted.date &&
  item.meal === wanted.meal &&
  item.fatsecret_food_id === wanted.fatsecret_food_id &&
  item.serving_id === wanted.serving_id &&
  Math.abs(item.units - wanted.units) < 1e-9;

/** Takes out of `open` what an item is to be: the very same, else the same food on the same day, which can be edited. */
function takeFor(item: Item, open: WantedItem[]): WantedItem | undefined {
  const same = open.findIndex((wanted) => isItem(item, wanted));
  const alike =
    same >= 0 || item.food_entry_id === null
      ? same
      : open.findIndex(
          (wanted) => wanted.date === item.date && wanted.fatsecret_food_id === item.fatsecret_food_id,
        );
  return alike < 0 ? undefined : open.splice(alike, 1)[0];
}

async function removeItem(writer: DiaryWriter, item: Item, written: Written): Promise<void> {
  if (item.food_entry_id !== null) {
    await writer.lease.renew();
    writer.days.forget(item.date);
    await deleteFoodEntry(writer.client, item.food_entry_id).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
    written.deleted++;
  }
  await deleteItem(writer.database, item.item_id);
}

async function alignItem(
  writer: DiaryWriter,
  item: Item,
  wanted: WantedItem,
  written: Written,
): Promise<void> {
  const there = (await writer.days.entriesOn(item.date)).find(
    (entry) => entry.food_entry_id === item.food_entry_id,
  );
  const aligned = { ...item, meal: wanted.meal, serving_id: wanted.serving_id, units: wanted.units };
  if (there && !isSame(aligned, there)) {
    await writer.lease.renew();
    writer.days.forget(item.date);
    const { meal, serving_id, units, name } = wanted;
    await editFoodEntry(writer.client, there.food_entry_id, { meal, serving_id, units, name });
    written.edited++;
  }
  if (!isItem(item, wanted)) await updateItem(writer.database, aligned);
}

async function makeTogether(
  writer: DiaryWriter,
  wanted: readonly WantedItem[],
  createTogether: CreateTogether,
): Promise<boolean> {
  await writer.lease.renew();
  for (const { date } of wanted) writer.days.forget(date);
  return createTogether(wanted);
}

async function makeItem(
  writer: DiaryWriter,
  { item, wanted }: Missing,
  isMade: boolean,
  written: Written,
): Promise<void> {
  const { date, meal, serving_id, units, name, fatsecret_food_id: food_id } = wanted;
  const made = isMade ? await unclaimed(writer, await writer.days.entriesOn(date), item) : undefined;
  await writer.lease.renew();
  writer.days.forget(date);
  const food_entry_id =
    made?.food_entry_id ??
    (await createFoodEntry(writer.client, { date, meal, food_id, serving_id, units, name }));
  await updateItem(writer.database, { ...item, food_entry_id });
  written.created++;
}
