import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareEntries,
  noteLine,
  noteWith,
  placeIn,
  placeOf,
  type WantedEntry,
} from "../../f/meal-planner/handlers/tandoor/meal_plan_entries.ts";
import {
  compareLines,
  keyOf,
  type WantedLine,
} from "../../f/meal-planner/handlers/tandoor/shopping_lines.ts";
import type {
  TandoorMealPlan,
  TandoorShoppingEntry,
} from "../../f/meal-planner/handlers/tandoor/tandoor_shapes.ts";

const PLAN = "0192f5a0-0000-7000-8000-000000000004";
const OTHER = "0192f5a0-0000-7000-8000-000000000005";

const entry: fc.Arbitrary<WantedEntry> = fc.record({
  date: fc.constantFrom("2026-01-05", "2026-01-06"),
  position: fc.nat(2),
  meal_type: fc.constantFrom("dinner", "lunch"),
  recipe: fc.constantFrom(null, { id: 7, name: "Soup" }),
  title: fc.constantFrom("", "Soup"),
  servings: fc.integer({ min: 1, max: 8 }).map((quarters) => quarters / 4),
  portions: fc.constantFrom("", "Ida 1, Jo 1.5"),
});
const wantedEntries = fc.uniqueArray(entry, { selector: placeOf, maxLength: 6 });

function remoteEntry(plan: string, wanted: WantedEntry, id: number, note = ""): TandoorMealPlan {
  return {
    id,
    title: wanted.title,
    recipe: wanted.recipe,
    servings: wanted.servings,
    note: noteWith(note, noteLine(plan, wanted)),
    from_date: `${wanted.date}T12:00:00+01:00`,
    to_date: `${wanted.date}T12:00:00+01:00`,
    meal_type: { id: 1, name: wanted.meal_type.toUpperCase(), order: 0, time: null },
    shopping: false,
  };
}

/** What is there of some plan: perhaps twice, perhaps with words of people's own. */
const remoteEntries = fc
  .array(fc.tuple(entry, fc.constantFrom(PLAN, OTHER), fc.constantFrom("", "Red pot!")), { maxLength: 8 })
  .map((rows) => rows.map(([wanted, plan, note], at) => remoteEntry(plan, wanted, at + 1, note)));

function applyEntries(remote: readonly TandoorMealPlan[], wanted: readonly WantedEntry[]): TandoorMealPlan[] {
  const { create, change, remove } = compareEntries(PLAN, wanted, remote);
  const gone = new Set(remove.map(({ id }) => id));
  const changed = new Map(change.map((one) => [one.remote.id, one]));
  const kept = remote
    .filter(({ id }) => !gone.has(id))
    .map((one) => {
      const to = changed.get(one.id);
      return to ? remoteEntry(PLAN, to.entry, one.id, to.remote.note) : one;
    });
  return [...kept, ...create.map((one, at) => remoteEntry(PLAN, one, 100 + at))];
}

describe("entries of a meal plan", () => {
  test("come out as wanted from whatever is there; then nothing more is to be done", () => {
    fc.assert(
      fc.property(remoteEntries, wantedEntries, (remote, wanted) => {
        const after = applyEntries(remote, wanted);
        const ours = after.filter(({ note }) => placeIn(PLAN, note) !== undefined);
        expect(ours.map(({ note }) => placeIn(PLAN, note)).sort()).toEqual(wanted.map(placeOf).sort());
        expect(compareEntries(PLAN, wanted, after)).toEqual({
          ...{ create: [], change: [], remove: [], unchanged: wanted.length },
        });
      }),
    );
  });

  test("of other plans are left alone, and so are people's words in ours", () => {
    fc.assert(
      fc.property(remoteEntries, wantedEntries, (remote, wanted) => {
        const after = applyEntries(remote, wanted);
        const others = (all: readonly TandoorMealPlan[]) => all.filter(({ note }) => placeIn(OTHER, note));
        expect(others(after)).toEqual(others(remote));
        for (const { id, note } of after) {
          const before = remote.find((one) => one.id === id);
          expect(note.includes("Red pot!")).toBe(before?.note.includes("Red pot!") ?? false);
        }
      }),
    );
  });
});

const line: fc.Arbitrary<WantedLine> = fc.record({
  food: fc.constantFrom("onion", "Onion", "milk", "salt"),
  unit: fc.constantFrom(null, "gram", "can"),
  amount: fc.nat(5),
  checked: fc.boolean(),
  id: fc.constant(null),
});
const wantedLines = fc.uniqueArray(line, { selector: keyOf, maxLength: 6 });

function remoteLine({ food, unit, amount, checked }: WantedLine, id: number): TandoorShoppingEntry {
  const named = (name: string) => ({ id: 1, name, plural_name: null });
  // Tandoor spells units as its space does.
  const spelt = unit === null ? null : named(unit === "gram" ? "g" : unit.toUpperCase());
  return {
    id,
    list_recipe: 1,
    food: named(food.toUpperCase()),
    unit: spelt,
    amount,
    order: 0,
    checked,
    ingredient: null,
  };
}

const remoteLines = fc
  .array(line, { maxLength: 8 })
  .map((lines) => lines.map((one, at) => remoteLine(one, at + 1)));

function applyLines(
  remote: readonly TandoorShoppingEntry[],
  wanted: readonly WantedLine[],
  published: readonly WantedLine[],
): TandoorShoppingEntry[] {
  const { create, change, remove } = compareLines(wanted, remote, published);
  const changed = new Map(change.map(({ id, ...state }) => [id, state]));
  const kept = remote
    .filter(({ id }) => !remove.includes(id))
    .map((one) => ({ ...one, ...changed.get(one.id) }));
  return [...kept, ...create.map((one, at) => remoteLine(one, 100 + at))];
}

describe("lines of a shopping list", () => {
  test("come out so that all that is wanted is there to buy or bought; then nothing more is to be done", () => {
    fc.assert(
      fc.property(remoteLines, wantedLines, wantedLines, (remote, wanted, published) => {
        const after = applyLines(remote, wanted, published);
        const again = compareLines(wanted, after, wanted);
        expect([again.create, again.change, again.remove]).toEqual([[], [], []]);
        for (const [one, found] of again.found) {
          expect(found.checked ? found.amount >= one.amount : found.amount === one.amount).toBe(true);
        }
      }),
    );
  });

  test("what somebody has bought is never taken off the list, and stays bought while it is enough", () => {
    fc.assert(
      fc.property(remoteLines, wantedLines, (remote, wanted) => {
        const bought = remote.filter(({ checked }) => checked);
        const after = new Map(applyLines(remote, wanted, []).map((one) => [one.id, one]));
        const { found } = compareLines(wanted, remote, []);
        const wantedFor = new Map([...found].map(([one, there]) => [there.id, one]));
        for (const one of bought) {
          const needs = wantedFor.get(one.id)?.amount ?? 0;
          expect(after.get(one.id)).toBeDefined();
          if (needs <= one.amount) expect(after.get(one.id)?.checked).toBe(true);
        }
      }),
    );
  });
});
