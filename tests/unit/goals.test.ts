import { expect, test } from "vitest";
import { type Goal, goalBand } from "../../f/meal-planner/handlers/nutrition/goal.ts";
import {
  contradictions,
  weekContradictions,
} from "../../f/meal-planner/handlers/nutrition/goal_contradictions.ts";

const goal = (nutrient: Goal["nutrient"], target: number, kind: Goal["kind"] = "about"): Goal => ({
  nutrient,
  kind,
  target,
  tolerance_percent: 10,
  weight: 1,
});

test("a goal's band is open on the side that its kind doesn't limit", () => {
  expect(goalBand(goal("fibre_g", 30, "at_least"))).toEqual({ least: 27, most: Number.POSITIVE_INFINITY });
  expect(goalBand(goal("sodium_mg", 2000, "at_most"))).toEqual({ least: 0, most: 2200 });
  expect(goalBand(goal("energy_kcal", 2000))).toEqual({ least: 1800, most: 2200 });
});

test("macronutrients that add up to the energy are fine", () => {
  const goals = [
    goal("energy_kcal", 2000),
    goal("protein_g", 100),
    goal("fat_g", 70),
    goal("carbohydrate_g", 240),
  ];
  expect(contradictions(goals)).toEqual([]);
});

test("macronutrients that give more than the energy goal allows are refused with the figures", () => {
  const goals = [goal("energy_kcal", 1300), goal("protein_g", 200), goal("fat_g", 120)];
  expect(contradictions(goals)).toMatchObject([
    {
      nutrients: ["protein_g", "fat_g", "energy_kcal"],
      message: expect.stringContaining("1692 kcal"),
    },
  ]);
});

test("all three macronutrients together must be able to reach the energy goal", () => {
  const goals = [
    goal("energy_kcal", 3000),
    goal("protein_g", 50),
    goal("fat_g", 40),
    goal("carbohydrate_g", 100),
  ];
  expect(contradictions(goals)).toHaveLength(1);
  expect(contradictions(goals.slice(0, 3))).toEqual([]);
});

test("shares of the energy that are more than all of it contradict each other, whatever their tolerance", () => {
  const share = (nutrient: Goal["nutrient"], percent: number, kind: Goal["kind"] = "about"): Goal => ({
    ...{ nutrient, kind, target: 100, tolerance_percent: 50, weight: 1, percent_of_energy: percent },
  });
  expect(contradictions([share("protein_g", 60), share("fat_g", 60)])).toEqual([
    {
      nutrients: ["protein_g", "fat_g"],
      message: expect.stringContaining("protein_g and fat_g together are 120 %"),
    },
  ]);
  expect(contradictions([share("protein_g", 60), share("fat_g", 60, "at_most")])).toEqual([]);
  expect(contradictions([share("protein_g", 20), share("fat_g", 30), share("carbohydrate_g", 50)])).toEqual(
    [],
  );
});

test("more of a part than of the whole contradicts itself", () => {
  const goal = (nutrient: Goal["nutrient"], kind: Goal["kind"], target: number): Goal => ({
    ...{ nutrient, kind, target, tolerance_percent: 10, weight: 1 },
  });
  expect(contradictions([goal("fat_g", "at_most", 30), goal("saturated_fat_g", "at_least", 60)])).toEqual([
    {
      nutrients: ["saturated_fat_g", "fat_g"],
      message: expect.stringContaining("saturated_fat_g is part of fat_g"),
    },
  ]);
  expect(contradictions([goal("fat_g", "at_least", 30), goal("saturated_fat_g", "at_least", 60)])).toEqual(
    [],
  );
  expect(contradictions([goal("carbohydrate_g", "about", 200), goal("fibre_g", "at_least", 30)])).toEqual([]);
  const [together] = contradictions([
    goal("carbohydrate_g", "at_most", 100),
    goal("fibre_g", "at_least", 60),
    goal("sugars_g", "at_least", 80),
  ]);
  expect(together?.message).toContain("fibre_g and sugars_g are part of carbohydrate_g: at least 126");
});

test("a week's goal must leave room for what its days' goal asks for", () => {
  const days = [goal("vitamin_d_ug", 15, "at_least"), goal("sodium_mg", 2000, "at_most")];
  expect(weekContradictions(days, [goal("vitamin_d_ug", 105, "at_least")])).toEqual([]);
  expect(weekContradictions(days, [goal("vitamin_d_ug", 70, "at_most")])).toEqual([
    { nutrients: ["vitamin_d_ug"], message: expect.stringContaining("at least 95 vitamin_d_ug") },
  ]);
  expect(weekContradictions(days, [goal("sodium_mg", 20_000, "at_least")])).toHaveLength(1);
  expect(weekContradictions([], [goal("sodium_mg", 20_000, "at_least")])).toEqual([]);
});
