import { expect, test } from "vitest";
import type { Candidate } from "../../f/meal-planner/handlers/meal_planning/candidates.ts";
import {
  type PantryStock,
  pantryShare,
  pantryWish,
} from "../../f/meal-planner/handlers/meal_planning/pantry_stock.ts";

/** Four servings of 100 g spinach and 300 g rice. */
const pilaf = {
  recipe_id: "pilaf",
  nutrition: {
    servings: 4,
    lines: [
      { food_id: "spinach", grams: 100 },
      { food_id: "rice", grams: 300 },
      { food_id: null, grams: null },
    ],
  },
} as Candidate;

const stock = (spinach: number, soonGrams: number, leftovers = 0): PantryStock => ({
  foods: new Map([["spinach", { grams: spinach, soonGrams }]]),
  leftovers: new Map([["pilaf", leftovers]]),
});

test("two people's share of what is there counts by mass, and twice where it doesn't keep", () => {
  // They need 50 g of spinach and 150 g of rice.
  expect(pantryShare(pilaf, stock(1000, 0), 2)).toBeCloseTo(50 / 200 / 2, 12);
  expect(pantryShare(pilaf, stock(1000, 1000), 2)).toBeCloseTo(50 / 200, 12);
  expect(pantryShare(pilaf, stock(20, 20), 2)).toBeCloseTo(20 / 200, 12);
});

test("leftovers for everyone are all of it; for fewer they aren't counted", () => {
  expect(pantryShare(pilaf, stock(0, 0, 2), 2)).toBe(1);
  expect(pantryShare(pilaf, stock(0, 0, 1), 2)).toBe(0);
});

test("the recipe that takes most from the pantry is what the others are held against", () => {
  const other = { ...pilaf, recipe_id: "other" };
  expect(pantryWish([pilaf, other], stock(0, 0, 2), 2).mostShare).toBe(1);
  expect(pantryWish([], stock(0, 0), 2).mostShare).toBe(0);
});

test("of a line of several foods each is taken from its own stock", () => {
  const seasoned = {
    recipe_id: "seasoned",
    nutrition: {
      servings: 1,
      lines: [
        {
          food_id: "spinach",
          grams: 100,
          parts: [
            { food_id: "spinach", grams: 60 },
            { food_id: "rice", grams: 40 },
          ],
        },
      ],
    },
  } as Candidate;
  expect(pantryShare(seasoned, stock(1000, 1000), 1)).toBeCloseTo(0.6, 12);
});
