import { beforeAll, describe, expect, it } from "vitest";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type { PlannedMeal } from "../../f/meal-planner/handlers/meal_planning/plan.ts";
import { plannedMeals } from "../../f/meal-planner/handlers/shopping_list/planned_meals.ts";
import { resolveHousehold } from "../../f/meal-planner/households/household.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const sample = sampleWeek(db);

const leftoversOf = (meals: PlannedMeal[]) => meals.filter((meal) => meal.leftover_of);
const sourceOf = (meals: PlannedMeal[], { leftover_of: of }: PlannedMeal) =>
  meals.find((meal) => meal.date === of?.date && meal.position === of.position)!;
const portionsOf = (meal: PlannedMeal) => Object.values(meal.portions).reduce((sum, size) => sum + size, 0);

describe("a week with leftovers", () => {
  let plan: GeneratedPlan;
  let meals: PlannedMeal[];

  beforeAll(async () => {
    await db.database.query("update meal_planner.recipes set keeps_days = 3 where 'dinner' = any (suits)");
    plan = await sample.generate({ gap_target: 0.1, time_limit_ms: 1_500, leftovers: 3 });
    ({ meals } = await sample.view(plan.plan_id));
  }, 60_000);

  it("has some, each cooked before and still keeping, and shows them as such", () => {
    const leftovers = leftoversOf(meals);
    expect(leftovers.length).toBeGreaterThan(0);
    expect(leftovers.length).toBeLessThanOrEqual(3);
    expect(leftoversOf(plan.meals)).toHaveLength(leftovers.length);
    for (const meal of leftovers) {
      const source = sourceOf(meals, meal);
      expect(source.recipe_id).toBe(meal.recipe_id);
      expect(source.leftover_of).toBeUndefined();
      expect(source.date < meal.date).toBe(true);
      expect(Date.parse(meal.date) - Date.parse(source.date)).toBeLessThanOrEqual(3 * 86_400_000);
    }
  });

  it("is shopped for once: what is eaten later is cooked with the first meal", async () => {
    const [meal] = leftoversOf(meals);
    const source = sourceOf(meals, meal!);
    const planned = await db.database.transaction(async (tx) => {
      const scope = { plan_id: plan.plan_id, from_date: null, to_date: null };
      return plannedMeals(tx, await resolveHousehold(tx), scope);
    });
    const at = (place: PlannedMeal) =>
      planned.find(({ meal: { date, position } }) => date === place.date && position === place.position);
    expect(at(meal!)).toBeUndefined();
    expect(at(source)?.portions).toBeCloseTo(portionsOf(source) + portionsOf(meal!), 9);
    expect(planned).toHaveLength(meals.length - leftoversOf(meals).length);
  });

  it("marks leftovers as cooked with the meal that they are of, and refuses to cook them again", async () => {
    const [meal] = leftoversOf(meals);
    const source = sourceOf(meals, meal!);
    const cook = ({ date, position }: PlannedMeal) =>
      sample.run("shopping_list/cook_meal", { plan_id: plan.plan_id, date, position });
    await expect(cook(meal!)).rejects.toMatchObject({ code: "CONFLICT" });
    await cook(source);
    const after = (await sample.view(plan.plan_id)).meals;
    for (const place of [meal!, source]) {
      const now = after.find(({ date, position }) => date === place.date && position === place.position);
      expect(now?.cooked).toBe(true);
    }
  });

  it("cooks the later meal on its own day where the first becomes another", async () => {
    const fresh = await sample.generate({
      gap_target: 0.1,
      time_limit_ms: 1_500,
      start_date: day(7),
      leftovers: 2,
    });
    const [meal] = leftoversOf(fresh.meals);
    const { date, position } = sourceOf(fresh.meals, meal!);
    await sample.planning("remove_meal", { version: 1, plan_id: fresh.plan_id, date, position });
    const now = (await sample.view(fresh.plan_id)).meals.find(
      (other) => other.date === meal!.date && other.position === meal!.position,
    );
    expect(now?.recipe_id).toBe(meal!.recipe_id);
    expect(now?.leftover_of).toBeUndefined();
  });

  it("cooks ahead on the days that it is asked to only", async () => {
    const ahead = await sample.generate({
      gap_target: 0.1,
      start_date: day(14),
      leftovers: 5,
      cook_ahead_on: ["monday", "thursday"],
    });
    const leftovers = leftoversOf(ahead.meals);
    expect(leftovers.length).toBeGreaterThan(0);
    for (const meal of leftovers) expect([day(14), day(17)]).toContain(meal.leftover_of!.date);
  });

  it("has as many as the household likes where nobody says, at first none", async () => {
    const none = await sample.generate({ gap_target: 0.1, time_limit_ms: 1_500, start_date: day(21) });
    expect(leftoversOf(none.meals)).toEqual([]);
    const { rows } = await db.database.query<{ household_id: string; name: string; time_zone: string }>(
      "select household_id, name, time_zone from meal_planner.households where is_default",
    );
    await sample.run("households/set_household", { ...rows[0], leftover_meals: 2 });
    const some = await sample.generate({ gap_target: 0.1, time_limit_ms: 1_500, start_date: day(21) });
    expect(leftoversOf(some.meals).length).toBeGreaterThan(0);
    expect(leftoversOf(some.meals).length).toBeLessThanOrEqual(2);
  });
});
