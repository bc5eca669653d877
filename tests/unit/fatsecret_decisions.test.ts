import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CatalogueFood } from "../../f/meal-planner/handlers/fatsecret/catalogue_calls.ts";
import { changeOf, compareDay } from "../../f/meal-planner/handlers/fatsecret/day_changes.ts";
import type { FoodEntry } from "../../f/meal-planner/handlers/fatsecret/diary_calls.ts";
import type { DayItem } from "../../f/meal-planner/handlers/fatsecret/item_store.ts";
import {
  figureDistance,
  figuresPer100g,
  gramsPerUnit,
  servingToCount,
} from "../../f/meal-planner/handlers/fatsecret/serving_grams.ts";
import { type AgreedWeight, decideWeight } from "../../f/meal-planner/handlers/fatsecret/sync_weights.ts";

describe("a weight", () => {
  const maybe = fc.option(fc.integer({ min: 50, max: 53 }), { nil: undefined });

  test("is settled by one move, whatever both sides had: the next look finds nothing to do", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, fc.boolean(), (ours, theirs, agreed, fromThere) => {
        const date = "2026-02-02";
        const then: AgreedWeight | undefined =
          agreed === undefined ? undefined : { date, weight_kg: agreed, theirs: fromThere };
        const move = decideWeight(ours, theirs, then);
        const after = {
          none: {
            ours,
            theirs,
            agreed: theirs === undefined ? then : { date, weight_kg: theirs, theirs: fromThere },
          },
          take: { ours: theirs, theirs, agreed: { date, weight_kg: theirs ?? 0, theirs: true } },
          send: { ours, theirs: ours, agreed: { date, weight_kg: ours ?? 0, theirs: false } },
          take_back: { ours: undefined, theirs, agreed: then },
        }[move.kind];
        expect(decideWeight(after.ours, after.theirs, after.agreed).kind).toBe("none");
      }),
    );
  });

  test.each<[string, number | undefined, number | undefined, number | undefined, string]>([
    ["changed there", 70, 69, 70, "take"],
    ["changed here", 69, 70, 70, "send"],
    ["changed on both sides", 68, 69, 70, "send"],
    ["new there", undefined, 70, undefined, "take"],
    ["new here", 70, undefined, undefined, "send"],
    ["taken back here", undefined, 70, 70, "none"],
    ["the same but for rounding", 70.004, 70, undefined, "none"],
  ])("that is %s: the right side wins", (_, ours, theirs, agreed, kind) => {
    const then = agreed === undefined ? undefined : { date: "2026-02-02", weight_kg: agreed, theirs: true };
    expect(decideWeight(ours, theirs, then).kind).toBe(kind);
  });
});

const item = (more: Partial<DayItem> = {}): DayItem => ({
  ...{
    item_id: "i",
    entry_id: "e",
    date: "2026-02-02",
    meal: "lunch",
    fatsecret_food_id: "1",
    serving_id: "2",
  },
  ...{ units: 30, food_entry_id: "9", owner: "ours", is_settled: true, slot: "lunch" },
  ...more,
});
const there = (more: Partial<FoodEntry> = {}) =>
  ({
    ...{ food_entry_id: "9", food_id: "1", serving_id: "2", number_of_units: 30, meal: "lunch" },
    ...{ date_int: "2026-02-02", food_entry_name: "", food_entry_description: "" },
    ...more,
  }) as FoodEntry;

describe("a day there", () => {
  test("has what is known, what is new and what is gone", () => {
    const changes = compareDay(
      [there(), there({ food_entry_id: "10" })],
      [item(), item({ food_entry_id: "8" })],
    );
    expect(changes.known).toHaveLength(1);
    expect(changes.fresh).toMatchObject([{ food_entry_id: "10" }]);
    expect(changes.gone).toMatchObject([{ food_entry_id: "8" }]);
  });

  test("has what a lost answer was about: one for each, and only if it is the same", () => {
    const lost = item({ food_entry_id: null });
    const two = [there({ food_entry_id: "10" }), there({ food_entry_id: "11" })];
    const changes = compareDay(two, [lost]);
    expect(changes.known).toMatchObject([{ item: { food_entry_id: "10" } }]);
    expect(changes.fresh).toMatchObject([{ food_entry_id: "11" }]);
    for (const other of [
      { meal: "dinner" },
      { number_of_units: 31 },
      { food_id: "3" },
      { serving_id: "4" },
    ] as const) {
      expect(compareDay([there({ ...other, food_entry_id: "10" })], [lost]).known).toEqual([]);
    }
  });

  test("is followed where all of an entry was changed alike", () => {
    const pair = (units: number, more: Partial<FoodEntry> = {}) => ({
      item: item({ units }),
      there: there({ number_of_units: units * 1.5, ...more }),
    });
    expect(changeOf([pair(30), pair(50)])).toEqual({ kind: "followed", factor: 1.5, meal: "lunch" });
    expect(changeOf([{ item: item(), there: there() }])).toEqual({ kind: "none" });
    expect(changeOf([{ item: item(), there: there({ meal: "dinner" }) }])).toEqual({
      ...{ kind: "followed", factor: 1, meal: "dinner" },
    });
    expect(changeOf([pair(30), { item: item(), there: there() }])).toEqual({ kind: "mixed" });
    expect(changeOf([pair(30, { serving_id: "7" })])).toEqual({ kind: "mixed" });
  });
});

describe("a food", () => {
  const serving = (more: object) => ({ serving_id: "1", number_of_units: 1, ...more });
  const food = (...servings: object[]) => ({ food_id: "1", food_name: "x", servings }) as CatalogueFood;

  test.each<[string, object, number | null, number | null]>([
    [
      "100 g counted in grams",
      { number_of_units: 100, metric_serving_amount: 100, metric_serving_unit: "g" },
      null,
      1,
    ],
    ["a medium one", { metric_serving_amount: 118, metric_serving_unit: "g" }, null, 118],
    ["ounces", { metric_serving_amount: 1, metric_serving_unit: "oz" }, null, 28.3495],
    ["millilitres of a known density", { metric_serving_amount: 200, metric_serving_unit: "ml" }, 1.03, 206],
    [
      "millilitres of an unknown density",
      { metric_serving_amount: 200, metric_serving_unit: "ml" },
      null,
      null,
    ],
    ["no amount", { metric_serving_amount: null }, null, null],
    ["no units", { number_of_units: 0, metric_serving_amount: 1, metric_serving_unit: "g" }, null, null],
  ])("is weighed by %s", (_, given, density, grams) => {
    expect(gramsPerUnit(serving(given), density)).toEqual(grams === null ? null : expect.closeTo(grams, 6));
  });

  test("is counted in grams where it can be, and as a person chose", () => {
    const medium = {
      serving_id: "1",
      number_of_units: 1,
      metric_serving_amount: 118,
      metric_serving_unit: "g",
    };
    const grams = {
      serving_id: "2",
      number_of_units: 100,
      metric_serving_amount: 100,
      metric_serving_unit: "g",
    };
    expect(servingToCount(food(medium, grams), null, null)?.servingId).toBe("2");
    expect(servingToCount(food(medium, grams), "1", null)?.servingId).toBe("1");
    expect(servingToCount(food(serving({})), null, null)).toBeNull();
    expect(figuresPer100g(food({ ...medium, calories: 105 }), null)?.energy_kcal).toBeCloseTo(89, 0);
  });

  test("is another one where its figures are", () => {
    const almonds = { energy_kcal: 579, protein_g: 21.2, fat_g: 49.9, carbohydrate_g: 21.6 };
    expect(figureDistance(almonds, almonds)).toBe(0);
    expect(figureDistance(almonds, { ...almonds, energy_kcal: 600, fat_g: 52 })).toBeLessThan(1);
    expect(figureDistance(almonds, { ...almonds, energy_kcal: 310 })).toBeNull();
    expect(figureDistance(almonds, { ...almonds, fat_g: 15 })).toBeNull();
    expect(figureDistance(almonds, { ...almonds, energy_kcal: null })).toBeNull();
    expect(figureDistance(almonds, { ...almonds, protein_g: null })).toBe(0);
  });
});
