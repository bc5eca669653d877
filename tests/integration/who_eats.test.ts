import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type { PlannedMeal } from "../../f/meal-planner/handlers/meal_planning/plan.ts";
import type { LearnedPreferences } from "../../f/meal-planner/handlers/meal_planning/preferences.ts";
import type { Replanned } from "../../f/meal-planner/handlers/meal_planning/replan.ts";
import type { SetEaters } from "../../f/meal-planner/handlers/meal_planning/set_eaters.ts";
import type { PlanningWishes } from "../../f/meal-planner/handlers/meal_planning/standing_wishes.ts";
import { plannedMeals } from "../../f/meal-planner/handlers/shopping_list/planned_meals.ts";
import { resolveHousehold } from "../../f/meal-planner/households/household.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const sample = sampleWeek(db);
const { planning } = sample;

let plan: GeneratedPlan;
let people: string[];

beforeAll(async () => {
  plan = await sample.generate({ days: 3 });
  people = Object.keys(plan.meals[0]!.portions);
}, 120_000);

// Each test goes on with the plan as the last one left it.
let version = 0;
beforeEach(async () => {
  ({ version } = await sample.view(plan.plan_id));
});
const target = () => ({ plan_id: plan.plan_id, version });
const mealsOn = ({ meals }: { meals: PlannedMeal[] }, date: string) =>
  meals.filter((meal) => meal.date === date);
const shopped = async (place: { date: string; position: number }) =>
  db.database.transaction(async (tx) => {
    const scope = { plan_id: plan.plan_id, from_date: null, to_date: null };
    const planned = await plannedMeals(tx, await resolveHousehold(tx), scope);
    return planned.find(({ meal }) => meal.date === place.date && meal.position === place.position)?.portions;
  });

describe("who eats", () => {
  test("somebody away on a day gets nothing of it, nobody else less, and planning again keeps it so", async () => {
    const [here, away] = people as [string, string];
    const before = await sample.view(plan.plan_id);
    const answer = await planning<SetEaters>("set_eaters", { ...target(), date: day(1), person_ids: [here] });
    expect(answer.version).toBe(version + 1);
    const after = await sample.view(plan.plan_id);
    for (const meal of mealsOn(after, day(1))) {
      const was = before.meals.find(({ date, position }) => date === day(1) && position === meal.position)!;
      expect(meal.portions).toEqual({ ...was.portions, [away]: 0 });
      expect(meal.locked).toBe(true);
    }
    expect(after.meals.filter(({ date }) => date !== day(1))).toEqual(
      before.meals.filter(({ date }) => date !== day(1)),
    );
    const again = await planning<Replanned>("replan", { ...target(), version: version + 1, gap_target: 0.3 });
    expect(mealsOn(again, day(1)).map((meal) => meal.portions[away])).toEqual(
      mealsOn(after, day(1)).map(() => 0),
    );
  });

  test("who is back gets their usual portion, and undoing takes that back", async () => {
    await planning("set_eaters", { ...target(), date: day(1), person_ids: people });
    for (const meal of mealsOn(await sample.view(plan.plan_id), day(1))) {
      for (const person of people) expect(meal.portions[person]).toBeGreaterThan(0);
    }
    await planning("undo_change", { ...target(), version: version + 1 });
    const undone = mealsOn(await sample.view(plan.plan_id), day(1));
    expect(undone.map((meal) => meal.portions[people[1]!])).toEqual(undone.map(() => 0));
  });

  test("nobody at all, a stranger or a day outside of the plan is refused", async () => {
    const wrong = [
      { person_ids: [] },
      { person_ids: ["00000000-0000-4000-8000-000000000000"] },
      { person_ids: people, date: day(9) },
    ];
    for (const args of wrong) {
      await expect(planning("set_eaters", { ...target(), date: day(1), ...args })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    }
  });

  test("guests are cooked and shopped for, count for nobody's day, and stay when the recipe is swapped", async () => {
    const place = { date: day(2), position: plan.slots.length - 1 };
    const before = await sample.view(plan.plan_id);
    const alone = await shopped(place);
    await planning("set_portions", { ...target(), ...place, guests: 3 });
    const after = await sample.view(plan.plan_id);
    expect(await shopped(place)).toBeCloseTo(alone! + 3, 9);
    expect(after.daily).toEqual(before.daily);
    const { choices } = await planning<{ choices: { recipe_id: string }[] }>("swap_meal", {
      ...{ plan_id: plan.plan_id, ...place },
    });
    const swap = { ...target(), version: version + 1, ...place, recipe_id: choices[0]!.recipe_id };
    const swapped = await planning<{ meal: { portions: Record<string, number> } }>("swap_meal", swap);
    expect(swapped.meal.portions.guests).toBe(3);
  });

  test("a meal out is neither cooked nor eaten here, isn't filled again, and says nothing of tastes", async () => {
    const place = { date: day(0), position: plan.slots.length - 1 };
    const out = { ...target(), ...place, mark: "eaten_out" };
    await planning("mark_meal", out);
    const mealNow = async () =>
      (await sample.view(plan.plan_id)).meals.find(
        ({ date, position }) => date === place.date && position === place.position,
      )!;
    expect(await mealNow()).toMatchObject({ mark: "skipped", eaten_out: true });
    expect(await shopped(place)).toBeUndefined();
    const was = (await mealNow()).recipe_id;
    await planning("replan", { ...target(), version: version + 1, gap_target: 0.3, fill_empty: true });
    expect(await mealNow()).toMatchObject({ recipe_id: was, eaten_out: true });
    await db.database.query("update meal_planner.meal_plans set state = 'active' where plan_id = $1::uuid", [
      plan.plan_id,
    ]);
    const { preferences } = await planning<LearnedPreferences>("preferences", {});
    expect(preferences.filter(({ kind, subject }) => kind === "recipe" && subject === was)).toEqual([]);
    const { version: now } = await sample.view(plan.plan_id);
    await planning("mark_meal", { ...out, version: now, mark: "none" });
    const back = await mealNow();
    expect([back.mark, back.eaten_out]).toEqual([null, undefined]);
  });
});

describe("what is wanted of every week", () => {
  test("holds for plans that don't say otherwise, and what isn't named stays", async () => {
    const quick = [{ minutes: 30, slot: "dinner" }];
    const set = (args: object) => planning<PlanningWishes>("set_planning_wishes", { ...args });
    await set({ max_minutes: quick, leftover_meals: 2 });
    expect(await set({ pantry_first: true })).toEqual({
      max_minutes: quick,
      cook_ahead_on: null,
      pantry_first: true,
      leftover_meals: 2,
    });
    await set({ pantry_first: false, leftover_meals: 0 });
    const wished = await sample.generate({ start_date: day(7), days: 3 });
    expect(wished.generation).toMatchObject({ max_minutes: quick, pantry_first: false });
    const { rows } = await db.database.query<{ longest: number }>(
      `select max(coalesce(prep_minutes, 0) + coalesce(cook_minutes, 0)) as longest
       from meal_planner.plan_meals join meal_planner.recipes using (recipe_id)
       where plan_id = $1::uuid and slot = 'dinner'`,
      [wished.plan_id],
    );
    expect(rows[0]!.longest).toBeLessThanOrEqual(30);
    const other = await sample.generate({ start_date: day(7), days: 3, max_minutes: [] });
    expect(other.generation?.max_minutes).toEqual([]);
  });

  test("is refused where it makes no sense", async () => {
    for (const args of [{ max_minutes: [{ minutes: 0 }] }, { leftover_meals: 99 }]) {
      await expect(planning("set_planning_wishes", args)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });
});

test("templates are listed by name", async () => {
  await planning("save_template", { plan_id: plan.plan_id, name: "Quick days" });
  const { templates } = await planning<{ templates: object[] }>("list_templates", {});
  expect(templates).toEqual([{ name: "Quick days", days: 3, meals: plan.meals.length }]);
});
