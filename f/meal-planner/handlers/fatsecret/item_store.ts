import type { Queryable } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import type { FoodEntry } from "./diary_calls.ts";
import type { FatsecretMeal } from "./meal_name.ts";

/** What stands at FatSecret for a diary entry of ours, or may: without an id it isn't known whether it is there. */
export type Item = {
  item_id: string;
  entry_id: string;
  date: string;
  meal: FatsecretMeal;
  fatsecret_food_id: string;
  serving_id: string;
  units: number;
  food_entry_id: string | null;
};

/** An item with what is known of the diary entry of ours that it belongs to. */
export type DayItem = Item & {
  owner: "ours" | "theirs";
  /** What still has to be sent decides first; until then what stands there isn't taken over. */
  is_settled: boolean;
  slot: string | null;
};

export type ItemContent = Omit<Item, "item_id" | "entry_id" | "food_entry_id">;

const COLUMNS = `i.item_id, i.entry_id, i.date, i.meal, i.fatsecret_food_id, i.serving_id, i.units,
  i.food_entry_id`;

/** FatSecret keeps units to the hundredth or better. */
const SAME_UNITS = 0.006;

/** Whether an entry over there is what an item says: the same food and serving, as much of it, in the same meal. */
export function isSame(item: Omit<ItemContent, "date">, there: FoodEntry): boolean {
  return (
    item.fatsecret_food_id === there.food_id &&
    item.serving_id === there.serving_id &&
    item.meal === there.meal &&
    Math.abs(item.units - there.number_of_units) <= SAME_UNITS
  );
}

export async function itemsOfEntry(db: Queryable, entryId: string): Promise<Item[]> {
  const { rows } = await db.query<Item>(
    `select ${COLUMNS} from meal_planner.fatsecret_items i where entry_id = $1::uuid order by item_id`,
    [entryId],
  );
  return rows;
}

/** All that a person has on a day, or that may be there. */
export async function itemsOfDay(db: Queryable, personId: string, date: string): Promise<DayItem[]> {
  const { rows } = await db.query<DayItem>(
    `select ${COLUMNS}, f.owner, d.slot,
       f.state = 'done' and f.wanted_version >= d.version as is_settled
     from meal_planner.fatsecret_items i
     join meal_planner.fatsecret_entries f using (entry_id)
     join meal_planner.diary_entries d using (entry_id)
     where i.person_id = $1::uuid and i.date = $2::date order by i.item_id`,
    [personId, date],
  );
  return rows;
}

/** The days of a range on which anything is, or may be. */
export async function daysWithItems(
  db: Queryable,
  personId: string,
  from: string,
  to: string,
): Promise<string[]> {
  const { rows } = await db.query<{ date: string }>(
    `select distinct date from meal_planner.fatsecret_items
     where person_id = $1::uuid and date between $2::date and $3::date order by date`,
    [personId, from, to],
  );
  return rows.map((row) => row.date);
}

/** Of some entries over there, those that an entry of ours stands for already. */
export async function claimedIds(
  db: Queryable,
  personId: string,
  foodEntryIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ food_entry_id: string }>(
    `select food_entry_id from meal_planner.fatsecret_items
     where person_id = $1::uuid and food_entry_id = any ($2::text[])`,
    [personId, foodEntryIds],
  );
  return new Set(rows.map((row) => row.food_entry_id));
}

/** Writes down what is about to be made over there, or what was found there. */
export async function insertItem(
  db: Queryable,
  of: { entry_id: string; person_id: string },
  content: ItemContent,
  foodEntryId: string | null,
): Promise<Item> {
  const { rows } = await db.query<Item>(
    `insert into meal_planner.fatsecret_items as i
       (item_id, entry_id, person_id, date, meal, fatsecret_food_id, serving_id, units, food_entry_id)
     values ($1::uuid, $2::uuid, $3::uuid, $4::date, $5::text, $6::text, $7::text, $8::double precision, $9::text)
     returning ${COLUMNS}`,
    [
      ...[newId(), of.entry_id, of.person_id, content.date, content.meal],
      ...[content.fatsecret_food_id, content.serving_id, content.units, foodEntryId],
    ],
  );
  return rows[0]!;
}

/** Notes what stands there now. */
export async function updateItem(db: Queryable, item: Item): Promise<void> {
  await db.query(
    `update meal_planner.fatsecret_items set date = $2::date, meal = $3::text, serving_id = $4::text,
       units = $5::double precision, food_entry_id = $6::text
     where item_id = $1::uuid`,
    [item.item_id, item.date, item.meal, item.serving_id, item.units, item.food_entry_id],
  );
}

export async function deleteItem(db: Queryable, itemId: string): Promise<void> {
  await db.query("delete from meal_planner.fatsecret_items where item_id = $1::uuid", [itemId]);
}
