import { expect, test } from "vitest";
import { missedGoals } from "../../f/meal-planner/handlers/meal_planning/missed_goals.ts";
import type { Eater } from "../../f/meal-planner/handlers/meal_planning/plan_problem.ts";
import type { Problem } from "../../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { objectiveOf } from "../plan_checker.ts";

const ada = { person_id: "ada", name: "Ada", week_goals: [] as Eater["week_goals"] } as Eater;
const recipe = (id: string, protein_g: number): Problem["recipes"][number] => ({
  ...{ id, suits: ["dinner"], nutrients: { protein_g, fat_g: 50 }, minutes: 10, main: null },
  ...{ max_uses: 2, penalty: 0 },
});
const goal = (nutrient: string, target: number, under: number, over: number) => ({
  ...{ nutrient, target, tolerance_under: 0.1, tolerance_over: 0.1 },
  ...{ weight_under: under, weight_over: over },
});
const problem: Problem = {
  days: [{ slots: [{ name: "dinner" }] }, { slots: [{ name: "dinner" }] }],
  recipes: [recipe("soup", 40), recipe("stew", 95)],
  people: [
    {
      id: "ada",
      goals: [goal("protein_g", 100, 2, 0), goal("fat_g", 20, 1, 0)],
      portions: [{ size: 1, penalty: 0 }],
    },
  ],
  min_gap_days: 0,
  locked: [],
};
const meals = ["soup", "stew"].map((recipe_id, day) => ({ day, slot: 0, recipe_id, portions: { ada: 1 } }));

test("a goal that is missed by much is told with its mean, its days, and what giving it up would spare", () => {
  const [missed, ...others] = missedGoals(problem, meals, [ada]);
  expect(missed).toMatchObject({ nutrient: "protein_g", mean: 67.5, days_missed: 1 });
  const without = structuredClone(problem);
  without.people[0]!.goals.shift();
  const spared = objectiveOf(problem, meals) - objectiveOf(without, meals);
  expect(missed?.points).toBeCloseTo(spared, 9);
  expect(missed?.told).toContain("Ada's protein_g is 67.5 a day on average, for a goal of 100");
  // Fat is far above a goal that only counts from below.
  expect(others).toEqual([]);
});

test("a week that meets its goals has nothing to tell", () => {
  const twice = meals.map((meal) => ({ ...meal, recipe_id: "stew" }));
  expect(missedGoals(problem, twice, [ada])).toEqual([]);
});
