import { describe, expect, it } from "vitest";
import { makeInstance } from "../../bench/plan_instances.ts";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { main } from "../../f/meal-planner/handlers/meal_planning/solve/script.ts";
import type { Problem } from "../../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { brokenRules, bruteForce, objectiveOf } from "../plan_checker.ts";
import { tinyProblem } from "../tiny_problems.ts";

const solveExactly = (problem: Problem, seed = 1) => main(problem, 10_000, 0, seed);

describe("solve on problems small enough to try everything", () => {
  for (let seed = 1; seed <= 120; seed++) {
    it(`finds the optimum, or that there is none, of tiny problem ${seed}`, async () => {
      const problem = tinyProblem(seed);
      const solution = await solveExactly(problem);
      const best = bruteForce(problem);
      if (best === null) {
        expect(solution.status).toBe("infeasible");
        expect(solution.conflicts?.length).toBeGreaterThan(0);
        return;
      }
      expect(solution.status).toBe("optimal");
      expect(brokenRules(problem, solution.meals)).toEqual([]);
      expect(objectiveOf(problem, solution.meals)).toBeCloseTo(solution.objective!, 8);
      expect(solution.objective).toBeCloseTo(best, 6);
      expect(solution.lower_bound!).toBeLessThanOrEqual(best + 1e-9);
    });
  }
});

describe("solve on a week", () => {
  const problem = makeInstance({ recipes: 120, slots: 3, portions: "free", people: 1, seed: 5 });

  it("keeps every rule, says its true objective and proves how near it is", async () => {
    const solution = await main(problem, 10_000, 0.02, 1);
    expect(brokenRules(problem, solution.meals)).toEqual([]);
    expect(objectiveOf(problem, solution.meals)).toBeCloseTo(solution.objective!, 8);
    expect(solution.lower_bound!).toBeLessThanOrEqual(solution.objective!);
    expect(solution.gap!).toBeLessThanOrEqual(0.02);
  });

  it("gives the same plan for the same seed", async () => {
    const [first, second] = [await main(problem, 60_000, 0.02, 7), await main(problem, 60_000, 0.02, 7)];
    expect({ ...second, elapsed_ms: 0 }).toEqual({ ...first, elapsed_ms: 0 });
  });
});

describe("solve refuses", () => {
  const problem = makeInstance({ recipes: 20, slots: 3, portions: "fixed", people: 1, seed: 1 });
  const refused = async (changed: unknown, path: string) => {
    const failure = await main(changed as Problem).catch((thrown: unknown) => thrown);
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

  it("a goal of zero, which has no relative deviation", () => {
    const goal = { ...problem.people[0]!.goals[0]!, target: 0 };
    return refused(
      { ...problem, people: [{ ...problem.people[0]!, goals: [goal] }] },
      "problem.people[0].goals[0].target",
    );
  });
});
