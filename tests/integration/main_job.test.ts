import { beforeAll, describe, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { PlanSummary } from "../../f/meal-planner/handlers/meal_planning/list_plans.ts";
import type { ListView } from "../../f/meal-planner/handlers/shopping_list/list_view.ts";
import { SAMPLE_RECIPES } from "../../local/sample_household/sample_recipes.ts";
import { loadSampleHousehold } from "../../local/start/local_household.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const START = "2099-03-02";

const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const generate = (args: Record<string, unknown>) => run<GeneratedPlan>("meal_planning/generate_plan", args);

async function eventsOf(planId: string): Promise<string[]> {
  const { rows } = await db.database.query<{ type: string }>(
    "select detail_type as type from meal_planner.events where detail ->> 'plan_id' = $1::text order by id",
    [planId],
  );
  return rows.map((row) => row.type);
}

describe("the sample household's week, from nothing to the shopping list", () => {
  let plan: PlanView;

  beforeAll(async () => {
    await loadSampleHousehold(db.database);
    await dispatch(db.database, { maxSeconds: 60 });
    const { plan_id } = await generate({ start_date: START });
    await run("meal_planning/activate_plan", { plan_id });
    await dispatch(db.database, { maxSeconds: 60 });
    plan = await run<PlanView>("meal_planning/get_plan", { plan_id });
  }, 120_000);

  test("every recipe has its nutrition worked out by events, at least 95 % of its mass", async () => {
    const { rows } = await db.database.query<{ name: string; coverage: number | null }>(
      `select name, coverage_by_mass as coverage from meal_planner.recipes
       left join meal_planner.recipe_nutrition using (recipe_id)`,
    );
    expect(rows).toHaveLength(SAMPLE_RECIPES.length);
    expect(rows.filter((row) => (row.coverage ?? 0) < 0.95)).toEqual([]);
  });

  test("loading it again changes nothing", async () => {
    expect(await loadSampleHousehold(db.database)).toMatchObject({ loaded: false });
    expect(await dispatch(db.database, { maxSeconds: 10 })).toMatchObject({ delivered: 0, remaining: 0 });
  });

  test("each day's energy and protein are within 10 % of both people's goals", () => {
    const results = plan.daily.flatMap((day) =>
      day.goals
        .filter((goal) => goal.nutrient === "energy_kcal" || goal.nutrient === "protein_g")
        .map((goal) => ({
          ...goal,
          who: day.name,
          date: day.date,
          off: (goal.actual ?? 0) / goal.target - 1,
        })),
    );
    expect(results).toHaveLength(7 * 2 * 2);
    expect(results.filter((result) => Math.abs(result.off) > 0.1)).toEqual([]);
  });

  test("nobody is served what they must not eat", async () => {
    const { rows } = await db.database.query<{ name: string }>(
      `select r.name from meal_planner.plan_meals m join meal_planner.recipes r using (recipe_id)
         join meal_planner.recipe_nutrition n using (recipe_id)
       where m.plan_id = $1::uuid and ('nuts' = any (n.allergens)
         or r.ingredients::text ~* '\\m(mushroom|beetroot|walnut|almond|cashew|hazelnut|pecan)s?\\M')`,
      [plan.plan_id],
    );
    expect(rows).toEqual([]);
  });

  test("says how near to the best possible week it is, and which recipes were left out and why", () => {
    const { generation } = plan;
    expect(generation?.lower_bound).toBeLessThanOrEqual(generation?.objective ?? 0);
    expect(generation?.left_out.map((recipe) => recipe.reason)).toContainEqual(
      expect.stringContaining("nuts"),
    );
    expect(generation?.unmet).toEqual([]);
  });

  test("no dinner comes twice, and every meal suits its slot", () => {
    const dinners = plan.meals.filter((meal) => meal.slot === "dinner").map((meal) => meal.recipe_id);
    expect(new Set(dinners).size).toBe(7);
    const suits = new Map(SAMPLE_RECIPES.map((recipe) => [recipe.name, recipe.suits as string[]]));
    expect(plan.meals.filter((meal) => !suits.get(meal.name)?.includes(meal.slot))).toEqual([]);
  });

  test("activating it made the shopping list, once, for every meal", async () => {
    const { rows } = await db.database.query<{ list_id: string }>(
      "select list_id from meal_planner.shopping_lists where plan_id = $1::uuid",
      [plan.plan_id],
    );
    expect(rows).toHaveLength(1);
    const list = await run<ListView>("shopping_list/get_list", { list_id: rows[0]?.list_id });
    const lines = [...list.aisles.flatMap((aisle) => aisle.items), ...list.check];
    const cooked = new Set(lines.flatMap((line) => line.sources.map((source) => source.recipe_id)));
    expect([...new Set(plan.meals.map((meal) => meal.recipe_id))].filter((id) => !cooked.has(id))).toEqual(
      [],
    );
    expect(list.aisles.find((aisle) => aisle.aisle === "other")?.items ?? []).toEqual([]);
  });

  test("the chain of events can be followed from the activation to the list", async () => {
    expect(await eventsOf(plan.plan_id)).toEqual([
      "MealPlanGenerated",
      "MealPlanActivated",
      "ShoppingListCreated",
    ]);
    const { rows } = await db.database.query<{ caused: boolean }>(
      `select list.causation_id = active.id as caused from meal_planner.events list, meal_planner.events active
       where list.detail_type = 'ShoppingListCreated' and active.detail_type = 'MealPlanActivated'
         and list.detail ->> 'plan_id' = active.detail ->> 'plan_id'`,
    );
    expect(rows).toEqual([{ caused: true }]);
  });

  test("activating it again changes nothing and tells nobody", async () => {
    const before = await eventsOf(plan.plan_id);
    await run("meal_planning/activate_plan", { plan_id: plan.plan_id });
    expect(await eventsOf(plan.plan_id)).toEqual(before);
  });

  test("another plan for the same days is a conflict, unless it is to take the place", async () => {
    const other = await generate({ start_date: "2099-03-04", days: 3, seed: 2 });
    const activate = (replace: boolean) =>
      run("meal_planning/activate_plan", { plan_id: other.plan_id, replace });
    await expect(activate(false)).rejects.toMatchObject({ code: "CONFLICT" });
    await activate(true);
    const { plans } = await run<{ plans: PlanSummary[] }>("meal_planning/list_plans", {});
    expect(plans.map(({ start_date, state }) => [start_date, state])).toEqual([
      ["2099-03-04", "active"],
      [START, "cancelled"],
    ]);
  });
});

describe("a plan that can't be made", () => {
  test("names what is wrong with the dates", async () => {
    await expect(generate({ start_date: "soon", days: 0 })).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "start_date" }), expect.objectContaining({ path: "days" })],
    });
  });

  test("for a household that isn't there says so", async () => {
    const household_id = "0198f3a0-0000-7000-8000-000000000009";
    await expect(generate({ household_id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("for a household without people or recipes says which scripts add them", async () => {
    const { household_id } = await run<{ household_id: string }>("households/set_household", {
      name: "Empty",
      time_zone: "UTC",
    });
    await expect(generate({ household_id })).rejects.toThrow(/set_person/);
    await run("households/set_person", { name: "Ada", household_id });
    await expect(generate({ household_id })).rejects.toThrow(/no recipes/);
  });

  test("names the wishes that conflict", async () => {
    const slots = ["breakfast", "elevenses"];
    await expect(generate({ start_date: START, slots })).rejects.toMatchObject({
      code: "INFEASIBLE",
      message: expect.stringContaining("elevenses"),
    });
  });
});
