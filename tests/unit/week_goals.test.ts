import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unknownNutrients } from "../../f/meal-planner/foods/nutrients.ts";
import { weekGoalPoints, weekGoalsAfter } from "../../f/meal-planner/handlers/meal_planning/week_wishes.ts";
import { dayTotals } from "../../f/meal-planner/handlers/nutrition/day_judgement.ts";
import type { Goal } from "../../f/meal-planner/handlers/nutrition/goal.ts";
import { judgeWeek } from "../../f/meal-planner/handlers/nutrition/week_judgement.ts";

const goal = (kind: Goal["kind"], target: number): Goal => ({
  ...{ nutrient: "vitamin_d_ug", kind, target, tolerance_percent: 0, weight: 1 },
});
const days = (...amounts: (number | null)[]) =>
  amounts.map((vitamin_d_ug) => dayTotals([{ nutrients: { ...unknownNutrients(), vitamin_d_ug } }]));

describe("a week against a goal for a week", () => {
  test("evens its days out, and days that aren't logged are like the others", () => {
    const soFar = { days: days(40, 5, 10, 5), daysLeft: 0 };
    expect(judgeWeek(goal("at_least", 105), soFar)).toMatchObject({ known: 60, expected: 105, met: true });
    expect(judgeWeek(goal("at_least", 106), soFar)).toMatchObject({ met: false });
  });

  test("isn't decided before it is over, unless nothing that comes can change it", () => {
    const soFar = { days: days(40, 5, 10), daysLeft: 4 };
    expect(judgeWeek(goal("at_least", 105), soFar)).toMatchObject({
      met: null,
      needed_a_day: { least: 12.5, most: null },
    });
    expect(judgeWeek(goal("at_least", 50), soFar)).toMatchObject({ met: true });
    expect(judgeWeek(goal("at_most", 50), soFar)).toMatchObject({ met: false });
    expect(judgeWeek(goal("at_most", 70), soFar)).toMatchObject({
      met: null,
      needed_a_day: { least: 0, most: 3.75 },
    });
  });

  test("is open with fewer than four days logged, and with figures that aren't known", () => {
    const three = { days: days(10, 10, 10), daysLeft: 0 };
    expect(judgeWeek(goal("at_least", 60), three).met).toBeNull();
    const unknown = { days: days(10, 10, 10, null, null), daysLeft: 0 };
    expect(judgeWeek(goal("at_most", 60), unknown)).toMatchObject({ met: null, expected: 70, known: 30 });
    expect(judgeWeek(goal("at_most", 29), unknown).met).toBe(false);
    const enough = { days: days(10, 10, 10, 10, null), daysLeft: 0 };
    expect(judgeWeek(goal("at_most", 60), enough)).toMatchObject({ days_known: 4, expected: 70, met: false });
  });
});

describe("a goal for the week in a plan", () => {
  const amount = fc.integer({ min: 0, max: 50 });

  test("is the same for the rest of the plan, whatever was eaten before", () => {
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 8 }),
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 50, max: 500 }),
        fc.integer({ min: 0, max: 30 }),
        (before, after, target, percent) => {
          const meals = (amounts: number[]) => amounts.map((iron_mg) => ({ iron_mg }));
          const tolerances = { tolerance_under: percent / 100, tolerance_over: percent / 100 };
          const whole = [{ nutrient: "iron_mg", target, ...tolerances, weight_under: 2, weight_over: 1 }];
          const brought = before.reduce((sum, iron) => sum + iron, 0);
          // With the target used up, only what is too much on top counts; where it began no longer matters.
          fc.pre(brought < target * 0.99);
          const rest = weekGoalsAfter(whole, meals(before), { days: 7, all: 7 });
          expect(weekGoalPoints(rest, meals(after))).toBeCloseTo(
            weekGoalPoints(whole, meals([...before, ...after])),
            6,
          );
        },
      ),
    );
  });
});
