import { z } from "zod";
import type { ListView } from "../shopping_list/list_view.ts";
import { foldName, roundAmount } from "./tandoor_names.ts";
import type { TandoorFood, TandoorShoppingEntry } from "./tandoor_shapes.ts";
import { meansUnit, unitMeaning } from "./tandoor_units.ts";

/** A line of the shopping list as an entry of Tandoor's. `id`: the entry's there, once it is known. */
export const wantedLineSchema = z.object({
  food: z.string(),
  unit: z.string().nullable(),
  /** 0 where it is "some". */
  amount: z.number(),
  checked: z.boolean(),
  id: z.int().nullable(),
});
export type WantedLine = z.infer<typeof wantedLineSchema>;

/**
 * What is to be bought of a list, in the shop's order. Lines that are only to be checked at home aren't in it. Two of the
 * same food and unit (one by hand) become one: Tandoor would show them as one anyhow, and neither has a mark to tell
 * them apart by.
 */
export function wantedLines(list: Pick<ListView, "aisles">, known: readonly WantedLine[]): WantedLine[] {
  const byKey = new Map<string, WantedLine>();
  const ids = new Map(known.map((line) => [keyOf(line), line.id]));
  for (const item of list.aisles.flatMap((aisle) => aisle.items)) {
    // Bought and no longer needed: it stays there as it was bought.
    if (item.amount === 0) continue;
    const line = {
      food: (item.substitute ?? item.name).trim(),
      unit: countsPieces(item.unit) ? null : (item.unit as string),
      amount: roundAmount(item.amount ?? 0),
      checked: item.ticked,
    };
    const key = keyOf(line);
    const same = byKey.get(key);
    byKey.set(
      key,
      same
        ? {
            ...same,
            amount: roundAmount(same.amount + line.amount),
            checked: same.checked && line.checked,
          }
        : { ...line, id: ids.get(key) ?? null },
    );
  }
  return [...byKey.values()];
}

/** What is just counted has no unit there. */
function countsPieces(unit: string | null): boolean {
  return unit === null || unit.trim() === "" || unit === "piece";
}

export function keyOf({ food, unit }: { food: string; unit: string | null }): string {
  return `${foldName(food)}|${unit === null ? "" : unitMeaning(unit)}`;
}

export type LineChanges = {
  create: WantedLine[];
  change: { id: number; amount: number; checked: boolean }[];
  remove: number[];
  /** Of each wanted line, the entry that stands for it. */
  found: Map<WantedLine, TandoorShoppingEntry>;
  unchanged: number;
};

/**
 * What brings the entries of a plan's list in line with the wanted ones.
 *
 * A tick made in Tandoor stays while no more is needed than it was made for; a tick of ours is made there, and taken
 * off again where it was ours (`published`: the lines as they were last published). What is ticked and no longer wanted was
 * bought: it stays.
 */
export function compareLines(
  wanted: readonly WantedLine[],
  entries: readonly TandoorShoppingEntry[],
  published: readonly WantedLine[],
): LineChanges {
  const changes: LineChanges = { create: [], change: [], remove: [], found: new Map(), unchanged: 0 };
  const rest = [...entries].sort((a, b) => a.id - b.id);
  const before = new Map(published.map((line) => [keyOf(line), line]));
  for (const line of wanted) {
    const entry = takeEntry(rest, line);
    if (!entry) {
      // Bought already, and Tandoor never knew of it.
      if (!line.checked) changes.create.push(line);
      continue;
    }
    changes.found.set(line, entry);
    const state = stateFor(line, entry, before.get(keyOf(line)));
    const isSame = roundAmount(entry.amount) === state.amount && entry.checked === state.checked;
    if (isSame) changes.unchanged += 1;
    else changes.change.push({ id: entry.id, ...state });
  }
  changes.remove = rest.filter((entry) => !entry.checked).map((entry) => entry.id);
  return changes;
}

function stateFor(
  line: WantedLine,
  entry: TandoorShoppingEntry,
  before: WantedLine | undefined,
): { amount: number; checked: boolean } {
  const { amount, checked } = line;
  const isTheirTick = entry.checked && !checked && before?.checked !== true;
  if (!isTheirTick) return { amount, checked };
  const bought = roundAmount(entry.amount);
  return amount > bought ? { amount, checked: false } : { amount: bought, checked: true };
}

/** Takes the entry of a line out of `rest`: the one known by its id, else one of the same food and unit. */
function takeEntry(rest: TandoorShoppingEntry[], line: WantedLine): TandoorShoppingEntry | undefined {
  let at = line.id === null ? -1 : rest.findIndex((entry) => entry.id === line.id);
  if (at < 0) {
    at = rest.findIndex((entry) => isNamed(entry.food, line.food) && meansUnit(entry.unit, line.unit));
  }
  return at < 0 ? undefined : rest.splice(at, 1)[0];
}

/** Tandoor finds foods and units by their name or plural. */
function isNamed(thing: TandoorFood | null | undefined, name: string): boolean {
  const wanted = foldName(name);
  if (!thing) return wanted === "";
  return foldName(thing.name) === wanted || foldName(thing.plural_name ?? "") === wanted;
}
