import { beforeEach, describe, expect, test } from "vitest";
import { main as reevaluate } from "../../f/meal-planner/events/consumers/reevaluate_plans/script.ts";
import type { RepairedPlan } from "../../f/meal-planner/handlers/meal_planning/apply_proposal.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { Person } from "../../f/meal-planner/households/person.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generated, planning, run, view, deliver, events, moveTo } = sampleWeek(db);

const DINNER = 3;
let plan_id: string;
let plan: PlanView;
const dinner = (from = plan, date = day(1)) =>
  from.meals.find((meal) => meal.date === date && meal.position === DINNER)!;

async function setIngredients(recipe_id: string, ingredients: (recipe: { lines: string[] }) => string[]) {
  const recipe = await run<{ version: number; ingredients: { original: string }[] }>("recipes/get_recipe", {
    recipe_id,
  });
  const lines = recipe.ingredients.map((line) => line.original);
  const { version } = recipe;
  await run("recipes/update_recipe", { recipe_id, version, ingredients: ingredients({ lines }) });
  return lines;
}

beforeEach(async () => {
  await db.database.query("update meal_planner.meal_plans set state = 'cancelled'");
  ({ plan_id } = await generated({ days: 4, gap_target: 0.2 }));
  await planning("activate_plan", { plan_id });
  await deliver();
  plan = await view(plan_id);
});

describe("a recipe that comes to contain what somebody must not eat", () => {
  test("is proposed to be replaced, and the active plan stays as it is until somebody says so", async () => {
    const before = dinner();
    const lines = await setIngredients(before.recipe_id, (recipe) => [...recipe.lines, "50 g walnuts"]);
    await deliver();
    const proposed = await view(plan_id);
    expect(proposed).toMatchObject({ version: 2, meals: plan.meals.map(({ recipe_id }) => ({ recipe_id })) });
    expect(proposed.proposal).toMatchObject({
      plan_version: 2,
      problems: [expect.stringContaining("contains nuts (Mara's allergy)")],
      swaps: [{ date: day(1), position: DINNER, was: { recipe_id: before.recipe_id, name: before.name } }],
    });

    const { version, swaps } = await planning<RepairedPlan>("apply_proposal", { plan_id, version: 2 });
    const repaired = await view(plan_id);
    expect(version).toBe(3);
    expect(dinner(repaired)).toMatchObject({ recipe_id: swaps[0]!.recipe_id, portions: swaps[0]!.portions });
    expect(repaired.proposal).toBeNull();
    expect((await events(plan_id)).at(-1)).toMatchObject({
      type: "MealPlanUpdated",
      reason: expect.stringContaining("repaired as proposed"),
    });

    await expect(planning("undo_change", { plan_id, version: 3 })).rejects.toThrow(/contains nuts/);
    await setIngredients(before.recipe_id, () => lines);
    await deliver();
  });

  test("and is mended again before anybody looked needs no repair any more", async () => {
    const lines = await setIngredients(dinner().recipe_id, (recipe) => [...recipe.lines, "50 g walnuts"]);
    await deliver();
    await setIngredients(dinner().recipe_id, () => lines);
    await deliver();
    expect((await view(plan_id)).proposal).toBeNull();
  });

  test("gives the same proposal however often its event comes", async () => {
    const lines = await setIngredients(dinner().recipe_id, (recipe) => [...recipe.lines, "50 g walnuts"]);
    await deliver();
    const { proposal } = await view(plan_id);
    const { rows } = await db.database.query<{ id: string }>(
      "select id from meal_planner.events where detail_type = 'NutritionCalculated' order by id desc limit 1",
    );
    await reevaluate({ id: rows[0]!.id }, db.resource);
    expect((await view(plan_id)).proposal).toEqual(proposal);
    await setIngredients(dinner().recipe_id, () => lines);
    await deliver();
  });

  test("isn't looked at in a plan whose days have passed", async () => {
    await moveTo(plan_id, "2020-01-06");
    const lines = await setIngredients(dinner().recipe_id, (recipe) => [...recipe.lines, "50 g walnuts"]);
    await deliver();
    expect((await view(plan_id)).proposal).toBeNull();
    await setIngredients(dinner().recipe_id, () => lines);
    await deliver();
  });
});

test("a deleted recipe is proposed to be replaced; swapping it by hand settles it", async () => {
  const gone = dinner();
  await run("recipes/delete_recipe", { recipe_id: gone.recipe_id });
  await deliver();
  const { proposal } = await view(plan_id);
  expect(proposal?.problems).toEqual([expect.stringContaining(`${gone.name} (dinner on ${day(1)})`)]);
  const recipe_id = proposal!.swaps[0]!.recipe_id;
  await planning("swap_meal", { plan_id, version: 2, date: day(1), position: DINNER, recipe_id });
  expect(await view(plan_id)).toMatchObject({ version: 3, proposal: null });
  await db.database.query("update meal_planner.recipes set archived_at = null where recipe_id = $1::uuid", [
    gone.recipe_id,
  ]);
});

test("goals that change much are met by swaps that spare points; locked meals aren't offered up", async () => {
  const locked = { date: day(1), position: DINNER };
  await planning("lock_meal", { plan_id, version: 2, ...locked });
  const goal = (target: number) =>
    run("nutrition/set_goal", {
      ...{ person: "Jonas", nutrient: "protein_g", target, kind: "at_least", weight: 5 },
    });
  await goal(210);
  await deliver();
  const { proposal, version } = await view(plan_id);
  expect(version).toBe(3);
  expect(proposal!.swaps.length).toBeGreaterThan(0);
  expect(proposal!.objective_after).toBeLessThan(proposal!.objective_before);
  expect(proposal!.swaps.map(({ date, position }) => ({ date, position }))).not.toContainEqual(locked);
  const { meals } = await planning<RepairedPlan>("apply_proposal", { plan_id, version: 3 });
  const changed = meals.filter((meal, index) => meal.recipe_id !== plan.meals[index]!.recipe_id);
  expect(changed).toHaveLength(proposal!.swaps.length);
  await goal(95);
});

test("somebody who may no longer eat what is planned has it proposed to be replaced; a new name moves nothing", async () => {
  const { people } = await run<{ people: Person[] }>("households/get_household", {});
  const jonas = people.find(({ name }) => name === "Jonas")!;
  const { person_id, household_id, version, ...profile } = jonas;
  const set = (change: Partial<Person>) => run<Person>("households/set_person", { ...profile, ...change });
  expect(await set({})).toMatchObject({ person_id, household_id, version });
  expect(await set({ birth_year: 1980 })).toMatchObject({ version: version + 1 });
  await deliver();
  expect((await view(plan_id)).proposal).toBeNull();

  const { rows } = await db.database.query<{ allergen: string }>(
    `select unnest(n.allergens) as allergen from meal_planner.plan_meals m
     join meal_planner.recipe_nutrition n using (recipe_id) where m.plan_id = $1::uuid limit 1`,
    [plan_id],
  );
  const { allergen } = rows[0]!;
  await set({ allergens: [...profile.allergens, allergen] });
  await deliver();
  expect((await view(plan_id)).proposal?.problems).toContainEqual(
    expect.stringContaining(`contains ${allergen} (Jonas's allergy)`),
  );
  const { rows: told } = await db.database.query(
    `select detail -> 'changed' as changed from meal_planner.events
     where detail_type = 'PersonChanged' and detail ->> 'person_id' = $1::text order by id desc limit 2`,
    [person_id],
  );
  expect(told).toEqual([{ changed: ["birth_year", "allergens"] }, { changed: ["birth_year"] }]);
  await set({});
});

test("with nothing proposed, there is nothing to apply", async () => {
  await expect(planning("apply_proposal", { plan_id, version: 2 })).rejects.toThrow(/No swap is proposed/);
});
