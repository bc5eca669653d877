import { describe, expect, it } from "vitest";
import { makeInstance } from "../../bench/plan_instances.ts";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { main } from "../../f/meal-planner/handlers/meal_planning/solve/script.ts";
import type { Problem } from "../../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { brokenRules, bruteForce, objectiveOf } from "../plan_checker.ts";
import { leftoverProblem, oddProblem, tinyProblem, weekGoalProblem } from "../tiny_problems.ts";

// As any JSON comes in: a null is as good as a field that is left out.
type Rest = Parameters<typeof main> extends [unknown, ...infer Others] ? Others : never;
const solve = (problem: Problem, ...rest: Rest) => main(problem as Parameters<typeof main>[0], ...rest);
const solveExactly = (problem: Problem, seed = 1) => solve(problem, 10_000, 0, seed);
const seeds = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe("solve on problems small enough to try everything", () => {
  for (const [name, problem] of [
    ...seeds(60).map((seed) => [`tiny problem ${seed}`, tinyProblem(seed)] as const),
    ...seeds(60).map((seed) => [`odd problem ${seed + 43}`, oddProblem(seed + 43)] as const),
    ...seeds(70).map((seed) => [`problem ${seed} with leftovers`, leftoverProblem(seed)] as const),
    ...seeds(50).map((seed) => [`problem ${seed} with goals of the week`, weekGoalProblem(seed)] as const),
  ]) {
    it(`finds the optimum, or that there is none, of ${name}`, async () => {
      const solution = await solveExactly(problem);
      const best = bruteForce(problem);
      if (best === null) {
        expect(solution.status).toBe("infeasible");
        expect(solution.conflicts?.length).toBeGreaterThan(0);
        return;
      }
      expect(solution.status).toBe("optimal");
      expect(brokenRules(problem, solution.meals)).toEqual([]);
      const rounding = 1e-8 * Math.max(1, Math.abs(best));
      expect(Math.abs(objectiveOf(problem, solution.meals) - solution.objective!)).toBeLessThan(rounding);
      expect(Math.abs(solution.objective! - best)).toBeLessThan(100 * rounding);
      expect(solution.lower_bound!).toBeLessThanOrEqual(best + rounding);
    });
  }
});

describe("solve near 0 points", () => {
  const problem = makeInstance({
    recipes: 400,
    slots: 3,
    portions: "fixed",
    people: 1,
    seed: 3,
    terms: "exact",
  });

  it("stops within 0.02 points of the best, and says so", async () => {
    const [solution, best] = [await solve(problem, 20_000), await solveExactly(problem)];
    expect(solution.status).toBe("within_gap");
    expect(solution.objective! - solution.lower_bound!).toBeLessThanOrEqual(0.02);
    expect(solution.lower_bound!).toBeLessThanOrEqual(best.objective!);
    expect(best.status).toBe("optimal");
  });

  it("goes by the share alone where no points are tolerated", async () => {
    const solution = await solve(problem, 20_000, 0.005, 1, 0);
    expect(solution.gap).toBeLessThanOrEqual(0.005);
  });
});

describe("solve on a week", () => {
  const problem = makeInstance({ recipes: 120, slots: 3, portions: "free", people: 1, seed: 5 });

  it("keeps every rule, says its true objective and proves how near it is", async () => {
    const solution = await solve(problem, 10_000, 0.02, 1);
    expect(brokenRules(problem, solution.meals)).toEqual([]);
    expect(objectiveOf(problem, solution.meals)).toBeCloseTo(solution.objective!, 8);
    expect(solution.lower_bound!).toBeLessThanOrEqual(solution.objective!);
    expect(solution.gap!).toBeLessThanOrEqual(0.02);
  });

  it("gives the same plan for the same seed", async () => {
    const [first, second] = [await solve(problem, 60_000, 0.02, 7), await solve(problem, 60_000, 0.02, 7)];
    expect({ ...second, elapsed_ms: 0 }).toEqual({ ...first, elapsed_ms: 0 });
  });
});

describe("a cell that is locked to two recipes", () => {
  it("has no plan", async () => {
    const problem = makeInstance({ recipes: 40, slots: 3, portions: "fixed", people: 1, seed: 1 });
    const [one, other] = problem.recipes.filter(({ suits }) => suits.includes("breakfast"));
    const locked = [one!, other!].map(({ id }) => ({ day: 0, slot: 0, recipe_id: id }));
    const solution = await solve({ ...problem, locked });
    expect(solution.status).toBe("infeasible");
    expect(solution.conflicts).toEqual([`day 0 breakfast is locked to both "${one!.id}" and "${other!.id}"`]);
  });
});

describe("solve refuses", () => {
  const problem = makeInstance({ recipes: 20, slots: 3, portions: "fixed", people: 1, seed: 1 });
  const refused = async (changed: unknown, path: string) => {
    const failure = await solve(changed as Problem).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(InvalidInput);
    expect((failure as InvalidInput).details).toEqual(
      expect.arrayContaining([expect.objectContaining({ path })]),
    );
  };

  it("a lock on a recipe that isn't there", () =>
    refused({ ...problem, locked: [{ day: 0, slot: 0, recipe_id: "?" }] }, "problem.locked[0].recipe_id"));

  it("a lock on a slot that isn't there", () =>
    refused(
      { ...problem, locked: [{ day: 0, slot: 9, recipe_id: problem.recipes[0]!.id }] },
      "problem.locked[0].slot",
    ));

  it("two recipes of one id", () =>
    refused({ ...problem, recipes: [problem.recipes[0], problem.recipes[0]] }, "problem.recipes[1].id"));

  it("a size that comes twice, with different points", () => {
    const portions = [
      { size: 1, penalty: 0 },
      { size: 1, penalty: 2 },
    ];
    return refused(
      { ...problem, people: [{ ...problem.people[0]!, portions }] },
      "problem.people[0].portions[1].size",
    );
  });

  it("what isn't a number where one is due", async () => {
    await refused({ ...problem, min_gap_days: "three" }, "problem.min_gap_days");
    await refused(
      { ...problem, days: [{ slots: [{ name: "dinner", max_minutes: -1 }] }] },
      "problem.days[0].slots[0].max_minutes",
    );
    await refused({ ...problem, days: [] }, "problem.days");
    await refused({ ...problem, people: [] }, "problem.people");
  });

  it("a goal of zero, which has no relative deviation", () => {
    const goal = { ...problem.people[0]!.goals[0]!, target: 0 };
    return refused(
      { ...problem, people: [{ ...problem.people[0]!, goals: [goal] }] },
      "problem.people[0].goals[0].target",
    );
  });
});
