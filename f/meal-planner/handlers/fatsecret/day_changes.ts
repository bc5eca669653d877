import type { FoodEntry } from "./diary_calls.ts";
import { type DayItem, type Item, isSame } from "./item_store.ts";

export type DayChanges = {
  /** There, and unknown here. */
  fresh: FoodEntry[];
  /** There and known. */
  known: { item: DayItem; there: FoodEntry }[];
  /** Known, and no longer there on this day. */
  gone: DayItem[];
};

/**
 * Compares a day over there with what is known of it. An unknown entry that is just what an earlier run was about to make is
 * that one: its answer was lost. Pure.
 */
export function compareDay(there: readonly FoodEntry[], items: readonly DayItem[]): DayChanges {
  const known: DayChanges["known"] = [];
  const pending = items.filter((item) => item.food_entry_id === null);
  const byId = new Map(items.map((item) => [item.food_entry_id, item]));
  const fresh: FoodEntry[] = [];
  for (const entry of there) {
    const item = byId.get(entry.food_entry_id);
    if (item) {
      known.push({ item, there: entry });
      continue;
    }
    const at = pending.findIndex((one) => isSame(one, entry));
    const lost = at < 0 ? undefined : pending.splice(at, 1)[0];
    if (lost) known.push({ item: { ...lost, food_entry_id: entry.food_entry_id }, there: entry });
    else fresh.push(entry);
  }
  const seen = new Set(there.map((entry) => entry.food_entry_id));
  const gone = items.filter((item) => item.food_entry_id !== null && !seen.has(item.food_entry_id));
  return { fresh, known, gone };
}

/** How what we sent was changed over there: all of it alike, in a way that can be followed here; or not. */
export type ChangeThere =
  | { kind: "none" }
  | { kind: "followed"; factor: number; meal: FoodEntry["meal"] }
  | { kind: "mixed" };

const SAME_FACTOR = 0.02;

/** What was done over there to the items of one entry of ours. Pure. */
export function changeOf(items: readonly { item: Item; there: FoodEntry }[]): ChangeThere {
  if (items.every(({ item, there }) => isSame(item, there))) return { kind: "none" };
  const [first] = items;
  const factors = items.map(({ item, there }) =>
    item.serving_id === there.serving_id && item.units > 0 ? there.number_of_units / item.units : Number.NaN,
  );
  const factor = factors[0] ?? Number.NaN;
  const alike =
    factor > 0 &&
    factors.every((one) => Math.abs(one - factor) <= SAME_FACTOR * factor) &&
    items.every(({ there }) => there.meal === first?.there.meal);
  if (!alike || !first) return { kind: "mixed" };
  return { kind: "followed", factor: Math.abs(factor - 1) <= 0.005 ? 1 : factor, meal: first.there.meal };
}
