import fc from "fast-check";
import { expect, test } from "vitest";
import { mapNutrients, type Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import { type Eating, matchToPlan } from "../../f/meal-planner/handlers/nutrition/planned_match.ts";

const figures = (some: Partial<Nutrients>): Nutrients => mapNutrients((nutrient) => some[nutrient] ?? null);
const meal = (some: Partial<Nutrients>, slot: string | null = null, date = "2026-01-05"): Eating => ({
  ...{ date, slot },
  nutrients: figures(some),
});

test("a meal is the planned one within 15 % of its energy and 20 % of each macronutrient that both know", () => {
  const planned = [meal({ energy_kcal: 400, protein_g: 20, fat_g: 15 })];
  const matched = (some: Partial<Nutrients>) => matchToPlan([meal(some)], planned)[0] === 0;
  expect(matched({ energy_kcal: 460 })).toBe(true);
  expect(matched({ energy_kcal: 461 })).toBe(false);
  expect(matched({ energy_kcal: 400, protein_g: 24 })).toBe(true);
  expect(matched({ energy_kcal: 400, protein_g: 25 })).toBe(false);
  expect(matched({ protein_g: 20, fat_g: 15 })).toBe(false);
});

test("a gram or two of what there is hardly any of makes no difference", () => {
  const planned = [meal({ energy_kcal: 100, fat_g: 0.3 })];
  expect(matchToPlan([meal({ energy_kcal: 100, fat_g: 2 })], planned)).toEqual([0]);
});

test("of two alike the one of the same slot is meant, and only one of the same day", () => {
  const planned = [meal({ energy_kcal: 400 }, "Lunch"), meal({ energy_kcal: 410 }, "Dinner")];
  expect(matchToPlan([meal({ energy_kcal: 400 }, "dinner")], planned)).toEqual([1]);
  expect(matchToPlan([meal({ energy_kcal: 400 }, null, "2026-01-06")], planned)).toEqual([null]);
});

test("a planned meal is taken once, whatever was eaten", () => {
  const eating = fc.integer({ min: 300, max: 700 }).map((energy_kcal) => meal({ energy_kcal }));
  fc.assert(
    fc.property(fc.array(eating, { maxLength: 8 }), fc.array(eating, { maxLength: 8 }), (eaten, planned) => {
      const taken = matchToPlan(eaten, planned).filter((place) => place !== null);
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});
