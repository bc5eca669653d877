import { beforeEach, describe, expect, test } from "vitest";
import type { AddedMeal } from "../../f/meal-planner/handlers/meal_planning/add_meal.ts";
import type { MealExplanation } from "../../f/meal-planner/handlers/meal_planning/explain_meal.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { SwapAnswer } from "../../f/meal-planner/handlers/meal_planning/swap_meal.ts";
import type { UndoneChanges } from "../../f/meal-planner/handlers/meal_planning/undo_change.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generate, generated, planning, run, view, events, moveTo, today } = sampleWeek(db);

let plan: PlanView;
let plan_id: string;

beforeEach(async () => {
  ({ plan_id } = await generated({ days: 4 }));
  plan = await view(plan_id);
});

const at = (date: string, position: number, from = plan) =>
  from.meals.find((meal) => meal.date === date && meal.position === position)!;
const DINNER = 3;
type Choices = Extract<SwapAnswer, { kind: "choices" }>;
type Swapped = Extract<SwapAnswer, { kind: "swapped" }>;
const choices = (date = day(1), position = DINNER) =>
  planning<Choices>("swap_meal", { plan_id, date, position });
const swap = (recipe_id: string, change: Record<string, unknown> = {}) =>
  planning<Swapped>("swap_meal", {
    ...{ plan_id, version: 1, date: day(1), position: DINNER, recipe_id },
    ...change,
  });

describe("asking what else could be in a place", () => {
  test("gives the ten best, in order, with what each does to everyone's day, and changes nothing", async () => {
    const answer = await choices();
    const differences = answer.choices.map((choice) => choice.objective_difference);
    expect(answer.choices).toHaveLength(10);
    expect(differences).toEqual([...differences].sort((a, b) => a - b));
    expect(answer.choices.map((choice) => choice.recipe_id)).not.toContain(at(day(1), DINNER).recipe_id);
    for (const choice of answer.choices) {
      expect(choice.people.map((person) => person.name)).toEqual(["Mara", "Jonas"]);
      for (const person of choice.people) {
        const before = plan.daily.find((d) => d.date === day(1) && d.person_id === person.person_id)!;
        expect(person.change.energy_kcal).toBeCloseTo(
          person.totals.energy_kcal! - before.totals.energy_kcal!,
          0,
        );
        expect(person.goals.map((goal) => goal.nutrient)).toContain("protein_g");
      }
    }
    expect((await view(plan_id)).version).toBe(1);
  });

  test("of a meal that isn't there says which places there are to see", async () => {
    await expect(choices(day(1), 9)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(choices("2099-04-01")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("goes from 2099-03-02 to 2099-03-05"),
    });
  });
});

describe("swapping a meal", () => {
  test("puts the recipe there as it was offered, locks it, and leaves every other meal as it is", async () => {
    const [first] = (await choices()).choices;
    const answer = await swap(first!.recipe_id);
    const after = await view(plan_id);
    expect(answer.version).toBe(2);
    expect(answer.effect.objective_difference).toBeCloseTo(first!.objective_difference, 9);
    expect(at(day(1), DINNER, after)).toMatchObject({
      recipe_id: first!.recipe_id,
      portions: first!.portions,
      locked: true,
    });
    const others = (view: PlanView) =>
      view.meals.filter((meal) => meal.date !== day(1) || meal.position !== DINNER);
    expect(others(after)).toEqual(others(plan));
    expect(after.daily.filter(({ date }) => date === day(1)).map(({ totals }) => totals.energy_kcal)).toEqual(
      first!.people.map(({ totals }) => totals.energy_kcal),
    );
  });

  test("tells of it in one event of the version that it made", async () => {
    const [first] = (await choices()).choices;
    await swap(first!.recipe_id);
    const was = at(day(1), DINNER).name;
    expect(await events(plan_id)).toEqual([
      { type: "MealPlanGenerated", reason: null, version: 1 },
      {
        type: "MealPlanUpdated",
        reason: `dinner on ${day(1)}: ${first!.name} instead of ${was}`,
        version: 2,
      },
    ]);
  });

  test("with what somebody must not eat is refused, and says who and why", async () => {
    const { rows } = await db.database.query<{ recipe_id: string }>(
      "select recipe_id from meal_planner.recipe_nutrition where 'nuts' = any (allergens) limit 1",
    );
    await expect(swap(rows[0]!.recipe_id)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/contains nuts \(Mara's allergy\)/),
    });
  });

  test("with a recipe for another meal, or one that is too near, is refused in words", async () => {
    await expect(swap(at(day(1), 0).recipe_id)).rejects.toThrow(/suits breakfast.*, not dinner/);
    await expect(swap(at(day(0), DINNER).recipe_id)).rejects.toThrow(/is planned on 2099-03-02/);
  });

  test("with a recipe that nobody has is not found", async () => {
    await expect(swap("0198f3a0-0000-7000-8000-000000000009")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("needs the version that was seen", async () => {
    await expect(swap(at(day(1), DINNER).recipe_id, { version: undefined })).rejects.toMatchObject({
      details: [{ path: "version", message: expect.stringContaining("version") }],
    });
  });

  test("by two editors at once is done by one; the other is told what is stored now", async () => {
    const [first, second] = (await choices()).choices;
    const outcomes = await Promise.allSettled([swap(first!.recipe_id), swap(second!.recipe_id)]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    const won = outcomes.find((outcome) => outcome.status === "fulfilled");
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    const stored = at(day(1), DINNER, await view(plan_id));
    expect(stored.recipe_id).toBe(won!.value.meal.recipe_id);
    expect(lost!.reason).toMatchObject({
      code: "CONFLICT",
      details: {
        version: 2,
        changes: [{ version: 2, reason: expect.stringContaining(won!.value.meal.name) }],
        meals: expect.arrayContaining([expect.objectContaining({ recipe_id: stored.recipe_id })]),
      },
    });
  });

  test("on a day that has passed is refused", async () => {
    await moveTo(plan_id, "2020-01-06");
    await expect(
      planning("swap_meal", { plan_id, date: "2020-01-07", position: DINNER }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("has passed"),
    });
  });
});

describe("adding, removing and locking", () => {
  const add = (recipe_id: string, version: number, slot = "snack") =>
    planning<AddedMeal>("add_meal", { plan_id, version, date: day(2), slot, recipe_id });
  const remove = (version: number, position = DINNER) =>
    planning<{ version: number }>("remove_meal", { plan_id, version, date: day(2), position });

  test("a second snack comes after the day's others, with portions for everyone, and locked", async () => {
    const snack = (await choices(day(2), 2)).choices[0]!;
    const { meal, version } = await add(snack.recipe_id, 1);
    expect(version).toBe(2);
    expect(meal).toMatchObject({ position: 4, slot: "snack", locked: true, name: snack.name });
    expect(Object.keys(meal.portions)).toHaveLength(2);
    expect(at(day(2), 4, await view(plan_id))).toMatchObject({ recipe_id: snack.recipe_id });
  });

  test("a removed meal leaves its place empty, and the next one for its slot takes it", async () => {
    const dinner = at(day(2), DINNER);
    await remove(1);
    expect(at(day(2), DINNER, await view(plan_id))).toBeUndefined();
    const { meal } = await add(dinner.recipe_id, 2, "dinner");
    expect(meal.position).toBe(DINNER);
  });

  test("locking twice is one change", async () => {
    const lock = (version: number) =>
      planning<{ version: number }>("lock_meal", { plan_id, version, date: day(2), position: DINNER });
    expect((await lock(1)).version).toBe(2);
    expect((await lock(2)).version).toBe(2);
    expect(await events(plan_id)).toHaveLength(2);
  });

  test("a change of an old version is refused, and nothing is overwritten", async () => {
    await remove(1, 0);
    const before = (await view(plan_id)).meals;
    await expect(remove(1, DINNER)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await view(plan_id)).meals).toEqual(before);
  });
});

describe("taking changes back", () => {
  const undo = (version: number, count = 1) =>
    planning<UndoneChanges>("undo_change", { plan_id, version, count });

  test("one after the other leads back to the plan as it was", async () => {
    const [first] = (await choices()).choices;
    await swap(first!.recipe_id);
    await planning("remove_meal", { plan_id, version: 2, date: day(2), position: DINNER });
    expect((await view(plan_id)).as_generated).toBe(false);
    expect((await undo(3)).undone).toEqual([{ version: 3, reason: expect.stringContaining("removed") }]);
    expect((await undo(4)).undone).toEqual([{ version: 2, reason: expect.stringContaining("instead of") }]);
    expect(await view(plan_id)).toMatchObject({ meals: plan.meals, as_generated: true });
    await expect(undo(5)).rejects.toThrow(/No change of this plan is left/);
  });

  test("several at once is one change with one event", async () => {
    const [first] = (await choices()).choices;
    await swap(first!.recipe_id);
    await planning("lock_meal", { plan_id, version: 2, date: day(0), position: 0 });
    expect((await undo(3, 5)).undone).toHaveLength(2);
    const after = await view(plan_id);
    expect(after).toMatchObject({ version: 4, meals: plan.meals });
    expect(await events(plan_id)).toHaveLength(4);
  });

  test("is refused where it would bring back a recipe that is gone", async () => {
    const removed = at(day(1), DINNER);
    await planning("remove_meal", { plan_id, version: 1, date: day(1), position: DINNER });
    await run("recipes/delete_recipe", { recipe_id: removed.recipe_id });
    await expect(undo(2)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await view(plan_id)).version).toBe(2);
  });
});

describe("explaining a meal", () => {
  test("says what it gives to whose goals, what the plan would be without it, and what else was near", async () => {
    // How good a week is depends on what was eaten before, which other tests have changed: solved as things are now.
    ({ plan_id } = await generate({ days: 4 }));
    plan = await view(plan_id);
    const dinner = at(day(1), DINNER);
    const told = await planning<MealExplanation>("explain_meal", { plan_id, date: day(1), position: DINNER });
    expect(told).toMatchObject({ name: dinner.name, slot: "dinner", near: expect.any(Array) });
    expect(told.near).toHaveLength(5);
    expect(told.objective_without).toBeGreaterThan(told.objective);
    expect(told.objective).toBeCloseTo(plan.generation!.objective, 6);
    const energy = told.goals.filter((goal) => goal.nutrient === "energy_kcal");
    expect(energy.map((goal) => [goal.name, goal.points < 0])).toEqual([
      ["Mara", true],
      ["Jonas", true],
    ]);
    const without = told.objective_without - told.objective;
    const goals = told.goals.reduce((sum, goal) => sum + goal.points, 0);
    const costs = Object.values(told.penalties ?? {}).reduce((sum, points) => sum + points, 0);
    expect(goals + costs).toBeCloseTo(-without, 6);
    expect(told.why.join(" ")).toMatch(/recipes that may be this dinner/);
  });
});

test("a meal that was cooked isn't planned away", async () => {
  const date = await today();
  await planning("activate_plan", { plan_id });
  await moveTo(plan_id, date);
  await run("shopping_list/cook_meal", { plan_id, date, position: DINNER });
  await expect(planning("remove_meal", { plan_id, version: 2, date, position: DINNER })).rejects.toThrow(
    /cooked already/,
  );
  await planning("cancel_plan", { plan_id, version: 2 });
});
