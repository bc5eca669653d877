import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapNutrients, type Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import { daysBetween, periodAround } from "../../f/meal-planner/handlers/nutrition/calendar_days.ts";
import { dayTotals, judge, verdictOf } from "../../f/meal-planner/handlers/nutrition/day_judgement.ts";
import { basalEnergyKcal, energyNeed } from "../../f/meal-planner/handlers/nutrition/energy_need.ts";
import { type Goal, resolveGoals } from "../../f/meal-planner/handlers/nutrition/goal.ts";
import {
  bestAndWorst,
  nutrientProgress,
  type ProgressDay,
  streaks,
} from "../../f/meal-planner/handlers/nutrition/progress.ts";
import { intakesFor } from "../../f/meal-planner/handlers/nutrition/reference_intakes.ts";
import { type Addition, repairDay } from "../../f/meal-planner/handlers/nutrition/repair.ts";
import { linearTrend } from "../../f/meal-planner/handlers/nutrition/trend.ts";

const figures = (some: Partial<Nutrients>): Nutrients => mapNutrients((nutrient) => some[nutrient] ?? 0);
const entry = (some: Partial<Nutrients>) => ({ nutrients: figures(some) });
const goal = (nutrient: Goal["nutrient"], kind: Goal["kind"], target: number): Goal => ({
  ...{ nutrient, kind, target },
  tolerance_percent: 10,
  weight: 1,
});
const dark = { nutrients: null };

describe("a day against a goal", () => {
  test("counts the tolerance in, on both sides of an exact goal", () => {
    const met = (kcal: number) =>
      judge(goal("energy_kcal", "about", 2000), dayTotals([entry({ energy_kcal: kcal })])).met;
    expect([1799, 1800, 2200, 2201].map(met)).toEqual([false, true, true, false]);
  });

  test("with an entry of unknown figures has an unknown total and says what is known", () => {
    const totals = dayTotals([entry({ protein_g: 40 }), dark]);
    expect(totals.actual.protein_g).toBeNull();
    expect(totals.known.protein_g).toBe(40);
  });

  test("is open where the unknown could decide it, and decided where it can't", () => {
    const totals = dayTotals([entry({ protein_g: 100, sodium_mg: 3000, fibre_g: 5 }), dark]);
    expect(judge(goal("protein_g", "at_least", 90), totals)).toMatchObject({ met: true, off: 0 });
    expect(judge(goal("sodium_mg", "at_most", 2300), totals)).toMatchObject({ met: false, off: 470 });
    expect(judge(goal("fibre_g", "at_least", 30), totals)).toMatchObject({ met: null, off: null });
  });

  test("is missed by one goal, unknown by one that is open, and nothing where nothing is logged", () => {
    const totals = dayTotals([entry({ protein_g: 100 }), dark]);
    const open = judge(goal("fibre_g", "at_least", 30), totals);
    const met = judge(goal("protein_g", "at_least", 90), totals);
    expect(verdictOf([met, open], 2)).toBe("unknown");
    expect(verdictOf([met], 2)).toBe("met");
    expect(verdictOf([met], 0)).toBe("nothing_logged");
    expect(verdictOf([], 2)).toBe("no_goals");
  });

  test("logging more never turns a limit that was passed into one that is kept", () => {
    const amount = fc.double({ min: 0, max: 5000, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), amount, (eaten, more) => {
        const limit = goal("sodium_mg", "at_most", 2300);
        const before = judge(limit, dayTotals(eaten.map((sodium_mg) => entry({ sodium_mg }))));
        const after = judge(limit, dayTotals([...eaten, more].map((sodium_mg) => entry({ sodium_mg }))));
        expect(before.met === false && after.met).toBe(false);
      }),
    );
  });
});

describe("goals in percent of energy", () => {
  const stored = { kind: "about" as const, period: "day" as const, tolerance_percent: 10, weight: 1 };
  const energy = { ...stored, nutrient: "energy_kcal" as const, target: 2000, percent_of_energy: null };

  test("are grams of the energy goal by 4 and 9 kcal a gram", () => {
    const shares = (["protein_g", "fat_g", "carbohydrate_g"] as const).map((nutrient, index) => ({
      ...{ ...stored, nutrient, target: null, percent_of_energy: [20, 30, 50][index] ?? 0 },
    }));
    const targets = resolveGoals([energy, ...shares]).map(({ target }) => target);
    expect(targets).toEqual([2000, 100, 66.67, 250]);
  });

  test("mean nothing without an energy goal", () => {
    const share = { ...stored, nutrient: "fat_g" as const, target: null, percent_of_energy: 30 };
    expect(resolveGoals([share])).toEqual([]);
  });
});

describe("progress", () => {
  const day = (date: string, some: Partial<Nutrients> | null, goals: Goal[] = []): ProgressDay => {
    const entries = some === null ? [] : [entry(some)];
    const totals = dayTotals(entries);
    const judged = goals.map((one) => judge(one, totals));
    return {
      ...{ date, entries: entries.length, goals: judged, ...totals },
      verdict: verdictOf(judged, entries.length),
    };
  };
  const protein = goal("protein_g", "at_least", 90);
  const sodium = goal("sodium_mg", "at_most", 2300);

  test("takes means and trends over logged days only", () => {
    const days = [
      day("2026-01-05", { protein_g: 80 }),
      day("2026-01-06", null),
      day("2026-01-07", { protein_g: 100 }),
      day("2026-01-08", { protein_g: 110 }),
    ];
    const [found] = nutrientProgress(days, []).filter((one) => one.nutrient === "protein_g");
    expect(found).toMatchObject({ mean: 96.67, days_known: 3, days_unknown: 0, trend_a_day: 10 });
  });

  test("names the nutrient that was met most often and the one that was met least", () => {
    const days = ["2026-01-05", "2026-01-06"].map((date) =>
      day(date, { protein_g: 100, sodium_mg: 4000 }, [protein, sodium]),
    );
    expect(bestAndWorst(nutrientProgress(days, [protein, sodium]))).toEqual({
      best: "protein_g",
      worst: "sodium_mg",
    });
  });

  test("a streak is broken by a day missed or not logged, and not by today", () => {
    const met = { protein_g: 100 };
    const days = [
      day("2026-01-01", met, [protein]),
      day("2026-01-02", met, [protein]),
      day("2026-01-03", null, [protein]),
      day("2026-01-04", met, [protein]),
      day("2026-01-05", { protein_g: 10 }, [protein]),
    ];
    expect(streaks(days, "2026-01-05")).toEqual({ current: 1, longest: 2 });
    expect(streaks(days, "2026-01-06")).toEqual({ current: 0, longest: 2 });
  });

  test("a trend needs three days", () => {
    const points = [
      { date: "2026-01-01", value: 80 },
      { date: "2026-01-02", value: 81 },
    ];
    expect(linearTrend(points)).toBeNull();
    expect(linearTrend([...points, { date: "2026-01-03", value: 82 }])).toBeCloseTo(1);
  });

  test("weeks begin on Monday and months end on their last day", () => {
    expect(periodAround("week", "2026-01-04")).toEqual({ from: "2025-12-29", to: "2026-01-04" });
    expect(periodAround("week", "2026-01-05")).toEqual({ from: "2026-01-05", to: "2026-01-11" });
    expect(periodAround("month", "2028-02-15")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(daysBetween("2026-03-28", "2026-03-31")).toHaveLength(4);
  });
});

describe("repairing a day", () => {
  const almonds: Addition = {
    ...{ name: "almonds", recipe_id: null, food_id: "a", grams: 30 },
    nutrients: figures({ energy_kcal: 170, protein_g: 6, sodium_mg: 0 }),
  };
  const skyr: Addition = {
    ...{ name: "skyr", recipe_id: null, food_id: "s", grams: 150 },
    nutrients: figures({ energy_kcal: 95, protein_g: 16, sodium_mg: 60 }),
  };
  const goals = [goal("protein_g", "at_least", 90), goal("energy_kcal", "about", 2000)];

  test("adds what is missing without leaving the other goals", () => {
    const totals = dayTotals([entry({ protein_g: 60, energy_kcal: 1950 })]);
    const repair = repairDay(totals, goals, [almonds, skyr], []);
    expect(repair).toMatchObject({ repairs_all: true, left: [] });
    expect(repair.steps[0]).toMatchObject({ action: "add", name: "skyr", amount: 1.5, grams: 225 });
  });

  test("leaves out what was too much", () => {
    const logged = [
      { entry_id: "1", name: "crisps", nutrients: figures({ sodium_mg: 1500 }) },
      { entry_id: "2", name: "soup", nutrients: figures({ sodium_mg: 2000 }) },
    ];
    const repair = repairDay(dayTotals(logged), [goal("sodium_mg", "at_most", 2300)], [almonds], logged);
    expect(repair.repairs_all).toBe(true);
    expect(repair.steps).toHaveLength(1);
    expect(repair.steps[0]).toMatchObject({ action: "leave_out" });
  });

  test("says what stays out of reach", () => {
    const repair = repairDay(dayTotals([entry({})]), [goal("fibre_g", "at_least", 30)], [almonds], []);
    expect(repair).toMatchObject({ repairs_all: false, left: [{ nutrient: "fibre_g", off: -27 }] });
  });

  test("never makes a day worse, whatever is at hand", () => {
    const amounts = fc.record({
      protein_g: fc.integer({ min: 0, max: 200 }),
      energy_kcal: fc.integer({ min: 0, max: 4000 }),
    });
    fc.assert(
      fc.property(amounts, fc.array(amounts, { maxLength: 6 }), (eaten, offered) => {
        const additions = offered.map((some) => ({ ...almonds, nutrients: figures(some) }));
        const totals = dayTotals([entry(eaten)]);
        const before = goals.map((one) => Math.abs(judge(one, totals).off ?? 0) / one.target);
        const { left } = repairDay(totals, goals, additions, []);
        const after = left.map((one) => {
          const target = goals.find((wanted) => wanted.nutrient === one.nutrient)?.target ?? 1;
          return Math.abs(one.off) / target;
        });
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(sum(after)).toBeLessThanOrEqual(sum(before) + 1e-9);
      }),
    );
  });
});

describe("a proposal's figures", () => {
  const man = { sex: "male", age: 30, height_cm: 180, weight_kg: 80 } as const;
  const woman = { sex: "female", age: 30, height_cm: 165, weight_kg: 60 } as const;

  test("are Mifflin and St Jeor's", () => {
    expect(basalEnergyKcal(man)).toBe(1780);
    expect(basalEnergyKcal(woman)).toBe(1320.25);
    expect(energyNeed(man, "moderate", "maintain", 0.5).target_kcal).toBe(2759);
  });

  test("take half a kilogram a week as 550 kcal a day, and never go below the energy at rest", () => {
    expect(energyNeed(man, "moderate", "lose", 0.5).target_kcal).toBe(2209);
    expect(energyNeed(man, "moderate", "gain", 0.5).target_kcal).toBe(3309);
    expect(energyNeed(woman, "sedentary", "lose", 1)).toMatchObject({
      target_kcal: 1320,
      held_at_basal: true,
    });
  });

  test("have one reference intake a nutrient for each sex and age from 19", () => {
    fc.assert(
      fc.property(fc.constantFrom("female", "male"), fc.integer({ min: 19, max: 110 }), (sex, age) => {
        const nutrients = intakesFor(sex as "female" | "male", age).map((row) => row.nutrient);
        expect(new Set(nutrients).size).toBe(nutrients.length);
        expect(nutrients).toHaveLength(9);
      }),
    );
    expect(intakesFor("female", 18)).toEqual([]);
  });
});
