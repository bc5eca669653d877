import { beforeAll, describe, expect, test } from "vitest";
import { dateAfter } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import type { CopiedPlan } from "../../f/meal-planner/handlers/meal_planning/copy_plan.ts";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type { PlannedMeal } from "../../f/meal-planner/handlers/meal_planning/plan.ts";
import type { Replanned } from "../../f/meal-planner/handlers/meal_planning/replan.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const sample = sampleWeek(db);

const leftoversOf = (meals: readonly PlannedMeal[]) => meals.filter((meal) => meal.leftover_of);
const sourceOf = (meals: readonly PlannedMeal[], { leftover_of: of }: PlannedMeal) =>
  meals.find((meal) => meal.date === of?.date && meal.position === of.position);

/** Every meal of leftovers is of a meal of its recipe that is cooked up to three days before, for it alone. */
function expectLinked(meals: readonly PlannedMeal[]): void {
  const sources = leftoversOf(meals).map((meal) => {
    const source = sourceOf(meals, meal);
    expect(source?.recipe_id).toBe(meal.recipe_id);
    expect(source?.leftover_of ?? null).toBeNull();
    const days = (Date.parse(meal.date) - Date.parse(source!.date)) / 86_400_000;
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(3);
    return source;
  });
  expect(new Set(sources).size).toBe(sources.length);
}

let plan: GeneratedPlan;

beforeAll(async () => {
  await db.database.query("update meal_planner.recipes set keeps_days = 3 where 'dinner' = any (suits)");
  plan = await sample.generate({ gap_target: 0.1, time_limit_ms: 5_000, leftovers: 3 });
}, 120_000);

describe("leftovers", () => {
  test("come along into a copy and a template, each beside what it is cooked with", async () => {
    expect(leftoversOf(plan.meals).length).toBeGreaterThan(0);
    const { plan_id } = plan;
    await sample.planning("save_template", { plan_id, name: "Twice" });
    for (const [from, start_date] of [
      [{ plan_id }, day(7)],
      [{ template: "twice" }, day(14)],
    ] as const) {
      const copy = await sample.planning<CopiedPlan>("copy_plan", { ...from, start_date });
      const { meals } = await sample.view(copy.plan_id);
      expectLinked(meals);
      const placed = (meals: readonly PlannedMeal[], shift: number) =>
        leftoversOf(meals).map(({ date, position, leftover_of: of }) => [
          dateAfter(date, shift),
          position,
          dateAfter(of!.date, shift),
          of!.position,
        ]);
      const days = start_date === day(7) ? 7 : 14;
      expect(placed(meals, 0)).toEqual(placed(plan.meals, days));
    }
  });

  test("are planned when the rest is planned again, as many as the plan was made with", async () => {
    const { plan_id } = plan;
    const again = await sample.planning<Replanned>("replan", {
      ...{ plan_id, version: 1, gap_target: 0.1, time_limit_ms: 5_000, seed: 3 },
    });
    expect(leftoversOf(again.meals).length).toBeGreaterThan(0);
    expect(leftoversOf(again.meals).length).toBeLessThanOrEqual(3);
    expectLinked(again.meals);
    expectLinked((await sample.view(plan_id)).meals);
  });

  test("are of a locked meal that is still to be cooked, never of one that is cooked or eaten already", async () => {
    await db.database.query("update meal_planner.households set leftover_meals = 3");
    const fresh = await sample.generate({ start_date: day(21), leftovers: 0 });
    expect(leftoversOf(fresh.meals)).toEqual([]);
    let version = 1;
    const dinners = fresh.meals.filter(({ slot, date }) => slot === "dinner" && date <= day(23));
    for (const { date, position } of dinners) {
      const locked = await sample.planning<{ version: number }>("lock_meal", {
        ...{ plan_id: fresh.plan_id, version, date, position, locked: true },
      });
      ({ version } = locked);
    }
    const [cooked] = dinners;
    await db.database.query(
      `insert into meal_planner.cooked_meals (plan_id, date, position, household_id)
       select plan_id, $2::date, $3::integer, household_id from meal_planner.meal_plans where plan_id = $1::uuid`,
      [fresh.plan_id, cooked!.date, cooked!.position],
    );
    const again = await sample.planning<Replanned>("replan", {
      ...{ plan_id: fresh.plan_id, version, gap_target: 0.1, time_limit_ms: 5_000 },
    });
    expect(leftoversOf(again.meals).length).toBeGreaterThan(0);
    expectLinked(again.meals);
    for (const meal of leftoversOf(again.meals)) {
      expect([meal.leftover_of?.date, meal.leftover_of?.position]).not.toEqual([
        cooked!.date,
        cooked!.position,
      ]);
    }
    for (const dinner of dinners) {
      const now = again.meals.find(
        ({ date, position }) => date === dinner.date && position === dinner.position,
      );
      expect(now?.recipe_id).toBe(dinner.recipe_id);
    }
  });
});
