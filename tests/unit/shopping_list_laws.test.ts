import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeList } from "../../f/meal-planner/handlers/shopping_list/compose_list.ts";
import { applyEdit, mergeEdit } from "../../f/meal-planner/handlers/shopping_list/merge_edit.ts";
import type { Need } from "../../f/meal-planner/handlers/shopping_list/need.ts";
import type { PantryLot } from "../../f/meal-planner/handlers/shopping_list/pantry_lot.ts";
import { reconcileItems } from "../../f/meal-planner/handlers/shopping_list/reconcile_items.ts";
import { bought, type ShopFood, soldUnit } from "../../f/meal-planner/handlers/shopping_list/shop_food.ts";
import type { ShoppingLine } from "../../f/meal-planner/handlers/shopping_list/shopping_line.ts";
import {
  isOnList,
  isRemoved,
  isTicked,
  type StoredItem,
} from "../../f/meal-planner/handlers/shopping_list/stored_list.ts";

const shopFood = (name: string, soldAs: ShopFood["soldAs"], details: Partial<ShopFood> = {}): ShopFood => ({
  foodId: name,
  name,
  aisle: "other",
  shopping: "buy",
  portions: {},
  densityGramsPerMl: null,
  refusePercent: 0,
  state: "fresh",
  soldAs,
  energyKcalPer100g: null,
  ...details,
});

const FOODS: readonly ShopFood[] = [
  shopFood("flour", { unit: "gram", pack: 1000 }),
  shopFood("mince", { unit: "gram" }),
  shopFood("milk", { unit: "millilitre", pack: 1000 }, { densityGramsPerMl: 1.03 }),
  shopFood("egg", { unit: "piece", pack: 6 }, { portions: { each: 50 }, refusePercent: 13 }),
  shopFood("onion", { unit: "piece" }, { portions: { each: 110 }, refusePercent: 10 }),
  shopFood("yellow onion", { unit: "piece" }, { portions: { each: 110 }, refusePercent: 10 }),
  shopFood("garlic", { unit: "piece" }, { portions: { clove: 3, bulb: 40 }, refusePercent: 13 }),
  shopFood(
    "canned chickpea",
    { unit: "can" },
    { portions: { can: 240 }, refusePercent: 40, state: "canned" },
  ),
  shopFood("parsley", { unit: "bunch" }, { portions: { bunch: 60 } }),
  shopFood("salt", { unit: "gram", pack: 750 }, { shopping: "check" }),
  shopFood("water", { unit: "millilitre" }, { shopping: "never" }),
];

const meal = fc.record({
  plan_id: fc.constant("p"),
  date: fc.integer({ min: 1, max: 28 }).map((day) => `2026-01-${String(day).padStart(2, "0")}`),
  position: fc.integer({ min: 0, max: 3 }),
  slot: fc.constant("dinner"),
  recipe_id: fc.constantFrom("r1", "r2", "r3"),
  recipe: fc.constant("Stew"),
});
const amount = fc.double({ min: 0.01, max: 5000, noNaN: true });
const shared = { size: null, part: null, containers: null, optional: false, original: "line" };

const knownNeed = fc
  .record({ meal, food: fc.constantFrom(...FOODS), grams: amount, measured: fc.boolean() })
  .map(
    ({ meal, food, grams, measured }): Need => ({
      ...shared,
      meal,
      food,
      text: food.name,
      grams,
      quantity: measured ? grams / 100 : grams,
      unit: measured ? "cup" : "gram",
      toTaste: false,
    }),
  );
const unknownNeed = fc
  .record({
    meal,
    text: fc.constantFrom("zorble", "Zorble", "blork"),
    quantity: fc.option(amount),
    unit: fc.constantFrom(null, "cup", "gram", "sheet"),
  })
  .map(
    ({ meal, text, quantity, unit }): Need => ({
      ...shared,
      meal,
      food: null,
      text,
      grams: null,
      quantity,
      unit: quantity === null ? null : unit,
      toTaste: false,
    }),
  );
const someNeed = fc.tuple(meal, fc.constantFrom(...FOODS), fc.boolean()).map(
  ([meal, food, toTaste]): Need => ({
    ...shared,
    meal,
    food,
    text: food.name,
    grams: null,
    quantity: null,
    unit: null,
    toTaste,
  }),
);
const needs = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: knownNeed },
    { weight: 1, arbitrary: unknownNeed },
    { weight: 1, arbitrary: someNeed },
  ),
  { maxLength: 40 },
);

const lot = fc.record({
  lotId: fc.uuid(),
  key: fc.constantFrom(
    "food:flour",
    "food:egg",
    "food:onion",
    "food:canned:canned chickpea",
    "text:zorble|sheet",
  ),
  amount: fc.double({ min: 0, max: 3000, noNaN: true }),
  bestBefore: fc.option(fc.constantFrom("2026-01-05", "2026-01-15")),
});
const lots = fc.array(lot, { maxLength: 8 });
const compose = (given: readonly Need[], pantry: readonly PantryLot[] = []) =>
  composeList(given, { lots: pantry, always: new Set() });

/** Grams as bought of all needs that can be weighed, by hand. */
function massOf(given: readonly Need[]): number {
  return given.reduce((sum, { food, grams, unit, quantity }) => {
    if (!food && unit === "gram") return sum + (quantity ?? 0);
    if (!food || grams === null || food.shopping === "never") return sum;
    return sum + (unit === "gram" ? grams : bought(food, grams));
  }, 0);
}
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("composing a list", () => {
  test("gives the same lines in whatever order the needs and the pantry come", () => {
    const shuffled = needs.chain((given) =>
      fc.record({
        given: fc.constant(given),
        other: fc.shuffledSubarray(given, { minLength: given.length }),
        pantry: lots,
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, other, pantry }) => {
        expect(compose(other, [...pantry].reverse())).toEqual(compose(given, pantry));
      }),
    );
  });

  test("loses and makes no mass: what meals need = what is bought + what the pantry gives − rounding up", () => {
    fc.assert(
      fc.property(needs, lots, (given, pantry) => {
        const lines = compose(given, pantry);
        const exact = total(lines.map((line) => line.grams ?? 0));
        const fromPantry = total(lines.map((line) => line.pantry_grams));
        expect(exact + fromPantry).toBeCloseTo(massOf(given), 4);
        for (const line of lines) {
          if (line.amount === null || line.exact_amount === null) continue;
          expect(line.amount).toBeGreaterThanOrEqual(line.exact_amount - 1e-4);
          if (line.grams === null || line.grams_each === null) continue;
          const rounding = line.amount * line.grams_each - line.grams;
          expect(rounding).toBeGreaterThanOrEqual(-1e-3);
        }
      }),
    );
  });

  test("rounds up by less than one pack, piece or step at the counter", () => {
    fc.assert(
      fc.property(needs, (given) => {
        for (const line of compose(given)) {
          const food = FOODS.find((candidate) => candidate.name === line.name);
          if (!food || line.amount === null || line.exact_amount === null) continue;
          const sold = soldUnit(food);
          const weighed = sold.unit === "gram" || sold.unit === "millilitre";
          const step = sold.pack ?? (weighed ? (line.exact_amount <= 5000 ? 100 : 500) : 1);
          expect(line.amount - line.exact_amount).toBeLessThan(step + 1e-9);
        }
      }),
    );
  });

  test("never takes more from the pantry than there is, nor more than is needed", () => {
    fc.assert(
      fc.property(needs, lots, (given, pantry) => {
        for (const line of compose(given, pantry)) {
          const there = total(pantry.filter((one) => one.key === line.key).map((one) => one.amount));
          const taken = line.key.startsWith("food:") ? line.pantry_grams : line.pantry_amount;
          expect(taken).toBeLessThanOrEqual(there + 1e-6);
          expect(line.exact_amount ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test("names every meal that needs a line, and no other", () => {
    fc.assert(
      fc.property(needs, (given) => {
        const sources = compose(given).flatMap((line) => line.sources);
        const wanted = given.filter((need) => need.food?.shopping !== "never");
        expect(sources).toHaveLength(wanted.length);
      }),
    );
  });

  test("shows no fraction of what is sold whole, and no long number", () => {
    fc.assert(
      fc.property(needs, (given) => {
        for (const { display } of compose(given)) {
          expect(display).not.toMatch(/NaN|undefined|null|\d,\d|\d\.\d{3}/);
          expect(display).not.toMatch(/^0 /);
        }
      }),
    );
  });
});

const NOW = { version: 2, seen: 1 };
let ids = 0;
function store(line: ShoppingLine, baseline: number | null = line.amount): StoredItem {
  ids += 1;
  const { check, ...rest } = line;
  return {
    ...rest,
    item_id: `item-${ids}`,
    origin: "plan",
    check_reason: check,
    needed: true,
    baseline_amount: baseline,
    earlier_amounts: [],
    ticked: false,
    ticked_amount: null,
    removed: false,
    removed_amount: null,
    own_amount: null,
    substitute: null,
    note: null,
    price: null,
    assigned_to: null,
    shop_id: null,
    field_versions: {},
  };
}

/** What the stores do with a reconciliation. */
function reconcile(items: readonly StoredItem[], lines: readonly ShoppingLine[]): StoredItem[] {
  const { added, changed, retired } = reconcileItems(items, lines);
  const rewritten = new Map(changed.map(({ item_id, line }) => [item_id, line]));
  const kept = items.map((item): StoredItem => {
    const line = rewritten.get(item.item_id);
    if (line) {
      const { check, ...rest } = line;
      return { ...item, ...rest, check_reason: check, needed: true };
    }
    return retired.includes(item.item_id) ? { ...item, needed: false } : item;
  });
  return [...kept, ...added.map((line) => store(line, 0))];
}
const visible = (items: readonly StoredItem[]) =>
  items
    .filter((item) => item.needed || isOnList(item))
    .map((item) => ({ ...item, shown: isOnList(item), done: isTicked(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

describe("bringing a list up to date", () => {
  test("with the same needs changes nothing", () => {
    fc.assert(
      fc.property(needs, lots, (given, pantry) => {
        const items = compose(given, pantry).map((line) => store(line));
        expect(reconcileItems(items, compose(given, pantry))).toEqual({
          added: [],
          changed: [],
          retired: [],
        });
      }),
    );
  });

  test("with changed needs and then the first ones again restores it, ticks and removals included", () => {
    fc.assert(
      fc.property(
        needs,
        needs,
        fc.infiniteStream(fc.constantFrom("tick", "remove", "note", "none")),
        (first, second, acts) => {
          const lines = compose(first);
          const before = lines.map((line) => {
            const item = store(line);
            const act = acts.next().value;
            if (act === "tick") return applyEdit(item, { ticked: true }, NOW);
            if (act === "remove") return applyEdit(item, { removed: true }, NOW);
            return act === "note" ? applyEdit(item, { note: "ripe" }, NOW) : item;
          });
          const after = reconcile(reconcile(before, compose(second)), lines);
          expect(visible(after)).toEqual(visible(before));
        },
      ),
    );
  });

  test("brings a ticked or removed line back only where more is needed", () => {
    fc.assert(
      fc.property(needs, needs, (first, second) => {
        const before = compose(first).map((line) =>
          applyEdit(applyEdit(store(line), { ticked: true }, NOW), {}, NOW),
        );
        for (const item of reconcile(before, compose(second))) {
          const had = before.find((one) => one.item_id === item.item_id);
          if (!had) continue;
          const more = item.needed && (item.amount ?? 0) > (had.ticked_amount ?? 0) + 1e-6;
          expect(isTicked(item)).toBe(!more);
          expect(isRemoved({ ...item, removed: true, removed_amount: had.ticked_amount })).toBe(!more);
        }
      }),
    );
  });
});

describe("two edits of a line", () => {
  const edits = fc.record(
    {
      ticked: fc.boolean(),
      note: fc.option(fc.constantFrom("ripe", "green")),
      price: fc.option(fc.constantFrom(1, 2)),
      amount: fc.option(fc.constantFrom(3, 4)),
    },
    { requiredKeys: [] },
  );
  const item = store(
    compose([
      {
        ...shared,
        meal: { plan_id: "p", date: "2026-01-01", position: 0, slot: "d", recipe_id: "r", recipe: "R" },
        food: null,
        text: "zorble",
        grams: null,
        quantity: 2,
        unit: null,
        toTaste: false,
      },
    ])[0] as ShoppingLine,
  );

  test("made on the same version lose nothing: each field is taken from one of them, or told as a conflict", () => {
    fc.assert(
      fc.property(edits, edits, (mine, yours) => {
        const first = applyEdit(item, mergeEdit(item, mine, 1).changes, { version: 2, seen: 1 });
        const { changes, conflicts } = mergeEdit(first, yours, 1);
        const both = applyEdit(first, changes, { version: 3, seen: 1 });
        const told = new Set(conflicts.map((conflict) => conflict.field));
        const value = (of: StoredItem, field: string) =>
          field === "amount" ? of.own_amount : of[field as "note"];
        for (const [field, wanted] of Object.entries(yours)) {
          if (told.has(field as "note")) expect(value(both, field)).toBe(mine[field as "note"]);
          else expect(value(both, field)).toBe(wanted);
        }
        for (const [field, wanted] of Object.entries(mine)) {
          if (!(field in yours)) expect(value(both, field)).toBe(wanted);
        }
        expect(mergeEdit(both, yours, 1).changes).toEqual({});
      }),
    );
  });
});
