import { describe, expect, it } from "vitest";
import { makeInstance } from "../../bench/plan_instances.ts";
import type { Problem } from "../../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { solve } from "../../f/meal-planner/handlers/meal_planning/solver/solve.ts";
import { brokenRules, objectiveOf } from "../plan_checker.ts";

const options = { timeLimitMs: 6_000, gapTarget: 0.02, seed: 1 };
const base = (seed: number, portions: "fixed" | "free" = "fixed") =>
  makeInstance({ recipes: 90, slots: 3, portions, people: 1, days: 4, seed });

/** Plan and proof of one problem, checked. */
function solved(problem: Problem): { objective: number; bound: number } {
  const { meals, objective, lower_bound } = solve(problem, options);
  expect(brokenRules(problem, meals)).toEqual([]);
  expect(objectiveOf(problem, meals)).toBeCloseTo(objective!, 8);
  expect(lower_bound!).toBeLessThanOrEqual(objective!);
  return { objective: objective!, bound: lower_bound! };
}

/** Whatever one problem's plan reaches, the other one's proof may not deny it where it must be at least as good. */
function expectNoWorse(freer: Problem, tighter: Problem): void {
  expect(solved(freer).bound).toBeLessThanOrEqual(solved(tighter).objective + 1e-9);
}

describe("a proven bound", () => {
  for (const seed of [1, 2, 3]) {
    it(`isn't above a plan that keeps one more lock (${seed})`, () => {
      const problem = base(seed);
      const { meals } = solve(problem, options);
      const other = problem.recipes.find(
        ({ id, suits, minutes }) =>
          suits.includes("breakfast") && minutes < 45 && !meals.some((meal) => meal.recipe_id === id),
      )!;
      expectNoWorse(problem, { ...problem, locked: [{ day: 1, slot: 0, recipe_id: other.id }] });
    });

    it(`isn't above a plan with longer distances and fewer uses (${seed})`, () => {
      const problem = base(seed, "free");
      const tighter = {
        ...problem,
        min_gap_days: 4,
        recipes: problem.recipes.map((recipe) => ({ ...recipe, max_uses: 1 })),
      };
      expectNoWorse(problem, tighter);
    });

    it(`isn't above a plan from a part of the recipes (${seed})`, () => {
      const problem = base(seed, "free");
      expectNoWorse(problem, { ...problem, recipes: problem.recipes.filter((_, r) => r % 3 !== 0) });
    });

    it(`isn't above a plan with fewer sizes (${seed})`, () => {
      expectNoWorse(base(seed, "free"), base(seed, "fixed"));
    });
  }

  it("isn't above another seed's plan where recipes bring a bonus, so that costs are negative", () => {
    for (const seed of [1, 2, 3]) {
      const problem = makeInstance({ recipes: 120, slots: 4, portions: "fixed", people: 1, days: 5, seed });
      const generous = {
        ...problem,
        recipes: problem.recipes.map((recipe) => ({ ...recipe, penalty: recipe.penalty - 3, main: null })),
      };
      const plans = [1, 2, 3].map((other) =>
        solve(generous, { timeLimitMs: 400, gapTarget: 0, seed: other }),
      );
      const best = Math.min(...plans.map(({ meals }) => objectiveOf(generous, meals)));
      for (const { lower_bound } of plans) expect(lower_bound!).toBeLessThanOrEqual(best + 1e-7);
    }
  });

  it("grows by the penalty that every recipe is given", () => {
    const problem = base(7);
    const dearer = {
      ...problem,
      recipes: problem.recipes.map((recipe) => ({ ...recipe, penalty: recipe.penalty + 1 })),
    };
    const [before, after] = [solved(problem), solved(dearer)];
    expect(after.bound).toBeLessThanOrEqual(before.objective + 3 + 1e-9);
    expect(before.bound + 3).toBeLessThanOrEqual(after.objective + 1e-9);
  });

  it("holds for several people with many sizes and is the same for all orders of the people", () => {
    const problem = makeInstance({ recipes: 60, slots: 3, portions: "free", people: 3, days: 3, seed: 3 });
    const turned = { ...problem, people: problem.people.slice().reverse() };
    expect(solved(problem).bound).toBeLessThanOrEqual(solved(turned).objective + 1e-9);
    expect(solved(turned).bound).toBeLessThanOrEqual(solved(problem).objective + 1e-9);
  });
});

describe("a proven bound with leftovers", () => {
  for (const seed of [1, 2, 3]) {
    const leftovers = (most: number) =>
      makeInstance({ recipes: 90, slots: 3, portions: "fixed", people: 1, days: 4, seed, leftovers: most });

    it(`isn't above a plan with fewer leftovers, or none (${seed})`, () => {
      const problem = leftovers(3);
      expectNoWorse(problem, leftovers(1));
      expectNoWorse(problem, { ...problem, leftovers: null });
    });

    it(`isn't above a plan with shorter keeping times or fewer days to cook ahead on (${seed})`, () => {
      const problem = leftovers(3);
      const recipes = problem.recipes.map((recipe) => ({
        ...recipe,
        keeps_days: Math.min(1, recipe.keeps_days ?? 0),
      }));
      expectNoWorse(problem, { ...problem, recipes });
      const days = problem.days.map((day, d) => ({ ...day, cooks_ahead: d === 0 }));
      expectNoWorse(problem, { ...problem, days });
    });
  }
});

describe("a proven bound with goals of the week", () => {
  for (const seed of [1, 2]) {
    it(`isn't below that without them, nor above a plan with dearer ones (${seed})`, () => {
      const problem = makeInstance({
        ...{
          recipes: 90,
          slots: 3,
          portions: "fixed",
          people: 1,
          days: 4,
          seed,
          leftovers: 2,
          weekGoals: true,
        },
      });
      const dearer = problem.week_goals!.map((goal) => ({
        ...goal,
        weight_under: 3 * goal.weight_under,
        weight_over: 3 * goal.weight_over,
      }));
      expectNoWorse({ ...problem, week_goals: null }, problem);
      expectNoWorse(problem, { ...problem, week_goals: dearer });
    });
  }
});

describe("a time limit", () => {
  it("proves nothing that a plan found with more time disproves", () => {
    for (const [slots, seed] of [
      [4, 1],
      [5, 2],
      [5, 4],
      [3, 3],
    ] as const) {
      const problem = makeInstance({ recipes: 200, slots, portions: "free", people: 1, seed });
      const solutions = [60, 200, 900].map((timeLimitMs) => solve(problem, { timeLimitMs, gapTarget: 0 }));
      const best = Math.min(...solutions.map(({ meals }) => objectiveOf(problem, meals)));
      for (const { lower_bound } of solutions) expect(lower_bound!).toBeLessThanOrEqual(best + 1e-7);
    }
  });

  it("ends with the best plan so far and its true bound", () => {
    const problem = makeInstance({ recipes: 400, slots: 5, portions: "free", people: 2, seed: 2 });
    const solution = solve(problem, { ...options, timeLimitMs: 150, gapTarget: 0 });
    expect(brokenRules(problem, solution.meals)).toEqual([]);
    expect(solution.status).toBe("feasible");
    expect(solution.lower_bound!).toBeLessThan(solution.objective!);
  });
});

describe("an impossible problem is explained by", () => {
  const problem = () => makeInstance({ recipes: 300, slots: 3, portions: "fixed", people: 1, seed: 4 });
  const conflictsOf = (impossible: Problem) => {
    const solution = solve(impossible, options);
    expect(solution).toMatchObject({ status: "infeasible", meals: [], objective: null });
    return solution.conflicts!.join("; ");
  };

  it("the meal and the minutes that nothing fits", () => {
    const impossible = problem();
    impossible.days[3]!.slots[2]!.max_minutes = 1;
    expect(conflictsOf(impossible)).toBe(
      "day 3 dinner: a meal (0 recipes within 1 minutes); day 3 dinner: at most 1 minutes",
    );
  });

  it("the distance, where there are too few breakfasts for it", () => {
    const impossible = { ...problem(), min_gap_days: 4 };
    const breakfasts = impossible.recipes.filter(({ suits }) => suits.includes("breakfast")).slice(3);
    impossible.recipes = impossible.recipes.filter((recipe) => !breakfasts.includes(recipe));
    expect(conflictsOf(impossible)).toContain("at least 4 days between two uses of a recipe");
  });

  it("the lock on a recipe that doesn't suit", () => {
    const impossible = problem();
    const lunch = impossible.recipes.find(({ suits }) => suits.includes("lunch"))!;
    impossible.locked = [{ day: 0, slot: 0, recipe_id: lunch.id }];
    expect(conflictsOf(impossible)).toBe(
      `day 0 breakfast is locked to "${lunch.id}", which doesn't suit breakfast`,
    );
  });

  it("counting, where four weeks want more breakfasts than may be eaten", () => {
    const impossible = makeInstance({
      recipes: 300,
      slots: 3,
      portions: "fixed",
      people: 1,
      days: 28,
      seed: 4,
    });
    const breakfasts = impossible.recipes.filter(({ suits }) => suits.includes("breakfast")).slice(13);
    impossible.recipes = impossible.recipes.filter((recipe) => !breakfasts.includes(recipe));
    expect(conflictsOf(impossible)).toContain("27 meals of breakfast from 13 recipes that suit it");
  });
});
