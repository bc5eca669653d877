import { expect, test } from "vitest";
import { makeInstance } from "../../bench/plan_instances.ts";
import { datesFrom } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import { rankReplacements } from "../../f/meal-planner/handlers/meal_planning/replacements.ts";
import type { Problem } from "../../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { solve } from "../../f/meal-planner/handlers/meal_planning/solver/solve.ts";
import { type Week, weekObjective } from "../../f/meal-planner/handlers/meal_planning/week.ts";
import { brokenRules, type CheckedMeal, objectiveOf } from "../plan_checker.ts";
import { WEEK_START, weekOf } from "../week_of_problem.ts";

/** Without time limits on slots: the household's planner sets none. */
function untimed(problem: Problem): Problem {
  return {
    ...problem,
    days: problem.days.map(({ slots }) => ({ slots: slots.map(({ name }) => ({ name })) })),
  };
}

const problem = untimed(
  makeInstance({ recipes: 1000, slots: 3, portions: "free", people: 2, maxUses: 1, seed: 5 }),
);
const week = weekOf(problem, solve(problem, { gapTarget: 1 }));
const dinner = { date: datesFrom(WEEK_START, 7)[3]!, position: 2, slot: "dinner" };
const current = week.meals.find((meal) => meal.date === dinner.date && meal.position === 2)!;

const checked = (meals: Week["meals"]): CheckedMeal[] =>
  meals.map((meal) => ({
    day: datesFrom(WEEK_START, 7).indexOf(meal.date),
    slot: meal.position,
    recipe_id: meal.recipe_id,
    portions: meal.portions,
  }));
const withMeal = (choice: { recipe_id: string; portions: Record<string, number> }) =>
  week.meals.map((meal) => (meal === current ? { ...meal, ...choice } : meal));

test("a week's objective is the planner's own, judged independently", () => {
  expect(weekObjective(week, datesFrom(WEEK_START, 7))).toBeCloseTo(
    objectiveOf(problem, checked(week.meals)),
    9,
  );
});

test("each of the ten best replacements keeps every rule, and says exactly what it does to the objective", () => {
  const { best } = rankReplacements(week, dinner, { count: 10, except: current.recipe_id });
  expect(best).toHaveLength(10);
  const before = objectiveOf(problem, checked(week.meals));
  for (const choice of best) {
    const meals = checked(withMeal(choice));
    expect(brokenRules(problem, meals)).toEqual([]);
    expect(choice.objective_difference).toBeCloseTo(objectiveOf(problem, meals) - before, 9);
  }
});

test("no recipe and no portions that keep the rules are better than the first one", () => {
  const few = untimed(
    makeInstance({ recipes: 120, slots: 3, portions: "free", people: 2, maxUses: 1, seed: 6 }),
  );
  const small = weekOf(few, solve(few, { gapTarget: 1 }));
  const there = small.meals.find((meal) => meal.date === dinner.date && meal.position === 2)!;
  const judge = (recipe_id: string, portions: Record<string, number>) =>
    checked(small.meals.map((meal) => (meal === there ? { ...meal, recipe_id, portions } : meal)));
  let least = Number.POSITIVE_INFINITY;
  const [first, second] = few.people;
  for (const recipe of few.recipes) {
    if (recipe.id === there.recipe_id) continue;
    if (brokenRules(few, judge(recipe.id, there.portions)).length > 0) continue;
    for (const one of first!.portions) {
      for (const two of second!.portions) {
        const portions = { [first!.id]: one.size, [second!.id]: two.size };
        least = Math.min(least, objectiveOf(few, judge(recipe.id, portions)));
      }
    }
  }
  const [best] = rankReplacements(small, dinner, { count: 1, except: there.recipe_id }).best;
  expect(objectiveOf(few, judge(best!.recipe_id, best!.portions))).toBeCloseTo(least, 9);
});

test("ranking tries each allowed recipe with each size of each person once, and nothing else", () => {
  const ranking = rankReplacements(week, dinner, { count: 10, except: current.recipe_id });
  const suiting = problem.recipes.filter((recipe) => recipe.suits.includes("dinner"));
  const sizes = problem.people.reduce((sum, person) => sum + person.portions.length, 0);
  expect(ranking.allowed + ranking.refused).toBe(suiting.length - 1);
  expect(ranking.sizes_tried).toBe(ranking.allowed * sizes);
});

test("the ranking is sorted, and says how many are better than what is there", () => {
  const ranking = rankReplacements(week, dinner, { count: 10_000, except: current.recipe_id });
  const differences = ranking.best.map((choice) => choice.objective_difference);
  expect(differences).toEqual([...differences].sort((a, b) => a - b));
  expect(ranking.better).toBe(differences.filter((difference) => difference < -1e-9).length);
});

test("a skipped meal counts neither for the day nor for repeats", () => {
  const skipped = { ...week, meals: week.meals.map((meal) => ({ ...meal, mark: "skipped" as const })) };
  const ranking = rankReplacements(skipped, dinner, { count: 10_000 });
  expect(ranking.refused).toBe(0);
  expect(ranking.best.map((choice) => choice.recipe_id)).toContain(current.recipe_id);
});

test("goals of the week count: what they lack is chosen first, by what it does to the whole objective", () => {
  const dates = datesFrom(WEEK_START, 7);
  const goal = {
    nutrient: "vitamin_d_ug",
    target: 70,
    tolerance_under: 0,
    tolerance_over: 0,
    weight_over: 0,
  };
  const rich = problem.recipes.filter((recipe) => recipe.suits.includes("dinner")).slice(-5);
  const sunny = new Set(rich.map((recipe) => recipe.id));
  const recipes = problem.recipes.map((recipe) => ({
    ...recipe,
    nutrients: { ...recipe.nutrients, vitamin_d_ug: sunny.has(recipe.id) ? 60 : 0 },
  }));
  const wanting: Week = {
    ...week,
    problem: { ...problem, recipes, week_goals: [{ ...goal, weight_under: 50 }] },
    recipes: new Map(recipes.map((recipe) => [recipe.id, recipe])),
  };
  const { best } = rankReplacements(wanting, dinner, { count: 3, except: current.recipe_id });
  expect(best.filter((choice) => sunny.has(choice.recipe_id)).length).toBeGreaterThan(0);
  expect(sunny.has(best[0]!.recipe_id)).toBe(true);
  const before = weekObjective(wanting, dates);
  for (const choice of best) {
    const after = weekObjective({ ...wanting, meals: withMeal(choice) }, dates);
    expect(choice.objective_difference).toBeCloseTo(after - before, 9);
  }
});
