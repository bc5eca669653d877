import { beforeEach, describe, expect, test } from "vitest";
import { dateAfter } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import type { CopiedPlan } from "../../f/meal-planner/handlers/meal_planning/copy_plan.ts";
import type { Draft } from "../../f/meal-planner/handlers/meal_planning/create_plan.ts";
import type { MealExplanation } from "../../f/meal-planner/handlers/meal_planning/explain_meal.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { MovedPlan } from "../../f/meal-planner/handlers/meal_planning/move_plan.ts";
import type { Replanned } from "../../f/meal-planner/handlers/meal_planning/replan.ts";
import { day, START, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generate, generated, planning, run, view, events, moveTo, today } = sampleWeek(db);

const DINNER = 3;
const replan = (plan_id: string, version: number, args: Record<string, unknown> = {}) =>
  planning<Replanned>("replan", { plan_id, version, gap_target: 0.3, ...args });
const placeOf = (meal: { date: string; position: number }) => `${meal.date} ${meal.position}`;
const mealsAt = (plan: PlanView, from: string, until = "9999-01-01") =>
  plan.meals.filter((meal) => meal.date >= from && meal.date < until);

describe("planning the rest anew", () => {
  let plan_id: string;
  let plan: PlanView;

  beforeEach(async () => {
    ({ plan_id } = await generated());
    plan = await view(plan_id);
  });

  test("keeps the days before, locked meals with their portions, and everything that isn't a meal's place", async () => {
    const locked = { date: day(4), position: DINNER };
    await planning("lock_meal", { plan_id, version: 1, ...locked });
    const answer = await replan(plan_id, 2, { from_date: day(3), seed: 9, gap_target: 0.1 });
    const after = await view(plan_id);
    expect(mealsAt(after, START, day(3))).toEqual(mealsAt(plan, START, day(3)));
    const kept = (view: PlanView) => view.meals.find((meal) => placeOf(meal) === placeOf(locked));
    expect(kept(after)).toEqual({ ...kept(plan), locked: true });
    expect(after.meals.map(placeOf)).toEqual(plan.meals.map(placeOf));
    expect(answer).toMatchObject({ version: 3, kept: 1, from_date: day(3) });
    expect(after.meals.map((meal) => meal.recipe_id)).toEqual(answer.meals.map((meal) => meal.recipe_id));
  });

  test("still plans no dinner twice, no main ingredient on neighbouring days, and nobody's allergen", async () => {
    await replan(plan_id, 1, { from_date: day(3), seed: 9 });
    const { rows } = await db.database.query<{ dinners: number; allergens: number }>(
      `select count(distinct recipe_id) filter (where slot = 'dinner')::integer as dinners,
         count(*) filter (where 'nuts' = any (n.allergens))::integer as allergens
       from meal_planner.plan_meals join meal_planner.recipe_nutrition n using (recipe_id)
       where plan_id = $1::uuid`,
      [plan_id],
    );
    expect(rows).toEqual([{ dinners: 7, allergens: 0 }]);
    const { rows: alike } = await db.database.query(
      `with main as (
         select meal.date, meal.position, n.main
         from meal_planner.plan_meals meal join meal_planner.recipe_nutrition n using (recipe_id)
         where meal.plan_id = $1::uuid and meal.slot in ('lunch', 'dinner') and n.main is not null)
       select * from main a join main b using (main)
       where (a.date, a.position) < (b.date, b.position) and b.date - a.date <= 1`,
      [plan_id],
    );
    expect(alike).toEqual([]);
  });

  test("makes up for a skipped meal and a far too large added one", async () => {
    const feast = plan.meals.find((meal) => meal.date === day(6) && meal.position === DINNER)!;
    await planning("remove_meal", { plan_id, version: 1, date: day(6), position: DINNER });
    await planning("add_meal", {
      ...{ plan_id, version: 2, date: day(2), slot: "dinner", recipe_id: feast.recipe_id },
    });
    const answer = await replan(plan_id, 3, { from_date: day(2), gap_target: 0.05 });
    expect(answer.objective_after).toBeLessThan(answer.objective_before);
    const after = await view(plan_id);
    expect(mealsAt(after, day(2), day(3))).toHaveLength(5);
    expect(after.meals.find((meal) => placeOf(meal) === `${day(2)} 4`)).toMatchObject({
      recipe_id: feast.recipe_id,
      locked: true,
    });
    expect(mealsAt(after, day(6)).map((meal) => meal.position)).toEqual([0, 1, 2]);
  });

  test("from today keeps what was eaten, skipped and yesterday's, and can be taken back", async () => {
    const date = await today();
    await planning("activate_plan", { plan_id });
    await moveTo(plan_id, dateAfter(date, -1));
    const mark = (version: number, position: number, mark: string) =>
      planning("mark_meal", { plan_id, version, date, position, mark });
    await mark(2, 0, "eaten");
    await mark(3, 1, "skipped");
    const before = await view(plan_id);
    const answer = await replan(plan_id, 4);
    const after = await view(plan_id);
    expect(answer).toMatchObject({ from_date: date, kept: 2, version: 5 });
    expect(mealsAt(after, dateAfter(date, -1), date)).toEqual(mealsAt(before, dateAfter(date, -1), date));
    const today0 = (plan: PlanView) => plan.meals.filter((meal) => meal.date === date && meal.position < 2);
    expect(today0(after)).toEqual(today0(before));
    const skipped = today0(after)[1]!;
    const eaten = after.daily.find((row) => row.date === date && row.name === "Mara")!;
    const sum = mealsAt(after, date, dateAfter(date, 1))
      .filter((meal) => meal.position !== skipped.position)
      .reduce(
        (kcal, meal) => kcal + (meal.per_serving!.energy_kcal ?? 0) * meal.portions[eaten.person_id]!,
        0,
      );
    expect(eaten.totals.energy_kcal).toBeCloseTo(sum, 0);
    await planning("undo_change", { plan_id, version: 5 });
    expect((await view(plan_id)).meals).toEqual(before.meals);
    await planning("cancel_plan", { plan_id, version: 6 });
  });

  test("and a change made while it is being solved don't overwrite each other: one of the two is refused", async () => {
    const lock = () => planning("lock_meal", { plan_id, version: 1, date: day(5), position: 0 });
    const outcomes = await Promise.allSettled([replan(plan_id, 1, { gap_target: 0.01 }), lock()]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "CONFLICT", details: { version: 2 } });
    expect((await view(plan_id)).version).toBe(2);
  });

  test("is refused of an old version, for past days, or with nothing left to plan", async () => {
    await planning("lock_meal", { plan_id, version: 1, date: day(6), position: 0 });
    await expect(replan(plan_id, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(replan(plan_id, 2, { from_date: "2020-01-01" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    for (const position of [1, 2, DINNER]) {
      await planning("lock_meal", { plan_id, version: 1 + position, date: day(6), position });
    }
    await expect(replan(plan_id, 5, { from_date: day(6) })).rejects.toThrow(/nothing is left to plan/);
  });
});

describe("a plan by hand", () => {
  const create = (args: Record<string, unknown> = {}) =>
    planning<Draft>("create_plan", { start_date: START, days: 3, slots: ["lunch", "dinner"], ...args });

  test("begins empty, as a draft, with its event", async () => {
    const draft = await create();
    expect(draft).toMatchObject({ state: "draft", version: 1, meals: [], generation: null });
    expect(await events(draft.plan_id)).toEqual([{ type: "MealPlanCreated", reason: null, version: 1 }]);
    expect((await view(draft.plan_id)).daily).toHaveLength(6);
  });

  test("takes a meal, and the planner fills its empty places around it", async () => {
    const { plan_id } = await create();
    const { recipe_id } = (await generated()).meals.find((meal) => meal.slot === "dinner")!;
    await planning("add_meal", { plan_id, version: 1, date: day(1), slot: "dinner", recipe_id });
    await replan(plan_id, 2, { fill_empty: true });
    const { meals, version } = await view(plan_id);
    expect(meals.map((meal) => [meal.date, meal.slot])).toEqual(
      [0, 1, 2].flatMap((index) => [
        [day(index), "lunch"],
        [day(index), "dinner"],
      ]),
    );
    expect(meals.find((meal) => meal.date === day(1) && meal.position === 1)).toMatchObject({ recipe_id });
    expect(meals.filter((meal) => meal.recipe_id === recipe_id)).toHaveLength(1);
    expect(version).toBe(3);
  });

  test("can't begin in the past", async () => {
    await expect(create({ start_date: "2020-01-06" })).rejects.toMatchObject({
      details: [{ path: "start_date", message: expect.stringContaining("has passed") }],
    });
  });
});

describe("a copy", () => {
  test("of a week has its meals on the same days of another one, and leaves out what may not be eaten", async () => {
    const plan = await generated({ days: 3 });
    const gone = plan.meals.find((meal) => meal.slot === "dinner")!;
    await run("recipes/delete_recipe", { recipe_id: gone.recipe_id });
    const copy = await planning<CopiedPlan>("copy_plan", { plan_id: plan.plan_id, start_date: day(14) });
    expect(copy.state).toBe("draft");
    expect(copy.left_out).toEqual([expect.objectContaining({ date: day(14), slot: "dinner" })]);
    const kept = plan.meals.filter((meal) => meal.recipe_id !== gone.recipe_id);
    const shifted = kept.map((meal) => ({ ...meal, date: dateAfter(meal.date, 14) }));
    expect((await view(copy.plan_id)).meals).toMatchObject(shifted);
  });

  test("can be of a template, found by its name in any case; an unknown one names those there are", async () => {
    const plan = await generated({ days: 2 });
    await planning("save_template", { plan_id: plan.plan_id, name: "Quick days" });
    const copy = await planning<CopiedPlan>("copy_plan", { template: "quick DAYS", start_date: day(21) });
    expect(copy.meals.map((meal) => meal.recipe_id)).toEqual(plan.meals.map((meal) => meal.recipe_id));
    await expect(planning("copy_plan", { template: "slow days" })).rejects.toThrow(/Quick days/);
    await expect(planning("copy_plan", {})).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("a plan's states", () => {
  const move = (door: string, args: Record<string, unknown>) => planning<MovedPlan>(door, args);

  test("go from generated by approval to active, each with its event; the note stays with it", async () => {
    const { plan_id } = await generated({ days: 1 });
    expect(await move("approve_plan", { plan_id, version: 1, note: "Looks good" })).toMatchObject({
      state: "approved",
      version: 2,
    });
    expect(await view(plan_id)).toMatchObject({ state: "approved", note: "Looks good" });
    expect(await move("approve_plan", { plan_id, version: 2 })).toMatchObject({ version: 2 });
    await move("activate_plan", { plan_id, version: 2 });
    expect((await events(plan_id)).map(({ type, reason }) => reason ?? type)).toEqual([
      "MealPlanGenerated",
      "approved",
      "MealPlanActivated",
    ]);
    await expect(move("complete_plan", { plan_id, version: 3 })).rejects.toThrow(/goes on until 2099-03-02/);
    await move("cancel_plan", { plan_id, version: 3, reason: "We are away" });
    expect(await view(plan_id)).toMatchObject({ state: "cancelled", reason: "We are away" });
    await expect(move("activate_plan", { plan_id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("end with done on its last day, after which meals can be marked but not changed", async () => {
    const { plan_id } = await generated({ days: 1 });
    const date = await today();
    await move("activate_plan", { plan_id });
    await moveTo(plan_id, date);
    expect(await move("complete_plan", { plan_id, version: 2 })).toMatchObject({ state: "done", version: 3 });
    const place = { plan_id, date, position: DINNER };
    await planning("mark_meal", { ...place, version: 3, mark: "eaten" });
    await expect(planning("remove_meal", { ...place, version: 4 })).rejects.toThrow(/is done/);
  });

  test("an approval or activation of a plan that has changed meanwhile is refused", async () => {
    const { plan_id } = await generated({ days: 1 });
    await planning("lock_meal", { plan_id, version: 1, date: START, position: 0 });
    for (const door of ["approve_plan", "activate_plan"]) {
      await expect(move(door, { plan_id, version: 1 })).rejects.toMatchObject({
        code: "CONFLICT",
        details: { version: 2 },
      });
    }
  });

  test("a meal of a plan that nobody follows, or a day to come, isn't eaten", async () => {
    const { plan_id } = await generated({ days: 1 });
    const mark = (version: number) =>
      planning("mark_meal", { plan_id, version, date: START, position: 0, mark: "eaten" });
    await expect(mark(1)).rejects.toThrow(/Nobody follows/);
    await move("activate_plan", { plan_id, replace: true });
    await expect(mark(2)).rejects.toThrow(/yet to come/);
    await move("cancel_plan", { plan_id, version: 2 });
  });
});

describe("generating around what is wanted", () => {
  test("plans the locked meal on its day", async () => {
    const { recipe_id } = (await generated({ days: 1 })).meals[DINNER]!;
    const locked = [{ date: day(2), slot: "dinner", recipe_id }];
    const plan = await generate({ days: 4, locked });
    expect(plan.meals.filter((meal) => meal.locked)).toEqual([
      expect.objectContaining({ date: day(2), position: DINNER, recipe_id }),
    ]);
  });

  test("takes the place of a plan that nobody touched, not of one that somebody has changed", async () => {
    const stateOf = async (plan_id: string) => (await view(plan_id)).state;
    const untouched = await generate({ days: 1 });
    const changed = await generate({ days: 1 });
    await planning("lock_meal", { plan_id: changed.plan_id, version: 1, date: START, position: 0 });
    await generate({ days: 1 });
    expect(await stateOf(untouched.plan_id)).toBe("cancelled");
    expect(await stateOf(changed.plan_id)).toBe("generated");
  });

  test("names each locked meal that can't be, and why", async () => {
    const { rows } = await db.database.query<{ recipe_id: string }>(
      "select recipe_id from meal_planner.recipe_nutrition where 'nuts' = any (allergens) limit 1",
    );
    const breakfast = (await generated({ days: 1 })).meals[0]!.recipe_id;
    const locked = [
      { date: day(0), slot: "breakfast", recipe_id: rows[0]!.recipe_id },
      { date: day(9), slot: "dinner", recipe_id: breakfast },
      { date: day(0), slot: "dinner", recipe_id: breakfast },
      { date: day(0), slot: "elevenses", recipe_id: breakfast },
    ];
    await expect(generate({ locked })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [
        { path: "locked[0].recipe_id", message: expect.stringContaining("nuts (Mara's allergy)") },
        { path: "locked[1].date", message: expect.stringContaining("goes from") },
        { path: "locked[2].slot", message: expect.stringMatching(/suits breakfast.*, not dinner/) },
        { path: "locked[3].slot", message: expect.stringContaining("No elevenses is free") },
      ],
    });
  });

  test("where two locked meals conflict says so, and what giving up one would give; or plans the rest", async () => {
    const { recipe_id } = (await generated({ days: 1 })).meals[DINNER]!;
    const locked = [0, 1].map((index) => ({ date: day(index), slot: "dinner", recipe_id }));
    const days = 2;
    await expect(generate({ days, locked })).rejects.toMatchObject({
      code: "INFEASIBLE",
      message: expect.stringContaining(`without the locked dinner on ${day(0)}`),
      details: { relaxing: [expect.anything(), expect.anything()] },
    });
    const plan = await generate({ days, locked, plan_the_rest: true });
    expect(plan.meals).toHaveLength(8);
    expect(plan.generation?.unmet.join(" ")).toContain("could not be kept");
  });

  test("a slot that no recipe suits is named with the wishes in its way, or left out when asked to", async () => {
    const slots = ["breakfast", "elevenses"];
    await expect(generate({ days: 2, slots })).rejects.toMatchObject({ code: "INFEASIBLE" });
    const plan = await generate({ days: 2, slots, plan_the_rest: true });
    expect(plan.meals.map((meal) => meal.slot)).toEqual(["breakfast", "breakfast"]);
    expect(plan.generation?.unmet).toEqual([expect.stringContaining("elevenses")]);
  });

  test("with the pantry first eats more of what is at home than without", async () => {
    await run("shopping_list/set_pantry", {
      items: [
        { line: "1 kg spinach", best_before: day(3) },
        { line: "1 kg red lentils" },
        { line: "800 g salmon fillets", best_before: day(2) },
      ],
    });
    const fromPantry = async (pantry_first: boolean) => {
      const { plan_id } = await generate({ days: 4, pantry_first, gap_target: 0.02 });
      const { rows } = await db.database.query<{ grams: number }>(
        `select coalesce(sum((line ->> 'grams')::double precision / n.servings), 0) as grams
         from meal_planner.plan_meals meal join meal_planner.recipe_nutrition n using (recipe_id)
         cross join lateral jsonb_array_elements(n.lines) as line
         join meal_planner.pantry_foods food on food.food_id = line ->> 'food_id'
         where meal.plan_id = $1::uuid`,
        [plan_id],
      );
      return { plan_id, grams: rows[0]!.grams };
    };
    const usual = await fromPantry(false);
    const first = await fromPantry(true);
    expect(first.grams).toBeGreaterThan(usual.grams);
    const view = await planning<MealExplanation>("explain_meal", {
      ...{ plan_id: first.plan_id, date: day(0), position: 0 },
    });
    expect(view.penalties?.pantry).toBeGreaterThan(0);
  });

  test("can't begin in the past", async () => {
    await expect(generate({ start_date: "2020-01-06" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
