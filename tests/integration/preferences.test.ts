import { beforeAll, describe, expect, test } from "vitest";
import type { MealExplanation } from "../../f/meal-planner/handlers/meal_planning/explain_meal.ts";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import type {
  LearnedPreference,
  LearnedPreferences,
} from "../../f/meal-planner/handlers/meal_planning/preferences.ts";
import type { SwapAnswer } from "../../f/meal-planner/handlers/meal_planning/swap_meal.ts";
import type { FoodLogged } from "../../f/meal-planner/handlers/nutrition/log_food.ts";
import { sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generated, planning, run, moveTo, today } = sampleWeek(db);
const DINNER = 3;

let plan: GeneratedPlan;
let version = 1;
const meal = (position: number) => plan.meals.find((other) => other.position === position)!;
const learned = () => planning<LearnedPreferences>("preferences", {});
const tasteFor = async (
  subject: string,
  person: string | null = null,
): Promise<LearnedPreference | undefined> =>
  (await learned()).preferences.find((taste) => taste.subject === subject && taste.person === person);
const change = async <T extends { version: number }>(
  door: string,
  args: Record<string, unknown>,
): Promise<T> => {
  const answer = await planning<T>(door, { plan_id: plan.plan_id, version, ...args });
  version = answer.version;
  return answer;
};

/** A week of one day that is followed today. */
beforeAll(async () => {
  plan = await generated({ days: 1 });
  const date = await today();
  await moveTo(plan.plan_id, date);
  plan = { ...plan, meals: plan.meals.map((other) => ({ ...other, date })) };
  version = (await planning<{ version: number }>("activate_plan", { plan_id: plan.plan_id })).version;
}, 120_000);

test("a plan that was merely accepted tells a little of each of its recipes", async () => {
  const taste = await tasteFor(meal(0).recipe_id);
  expect(taste).toMatchObject({ kind: "recipe", evidence: [{ signal: "accepted", count: 1 }] });
  expect(taste!.preference).toBeGreaterThan(0);
  expect(taste!.preference).toBeLessThan(0.1);
  expect(taste!.why).toBe(`planned and accepted once (last on ${meal(0).date})`);
});

test("what is swapped away is liked less and what is put there more, until the swap is taken back", async () => {
  const { date, position, recipe_id: was } = meal(DINNER);
  const { choices } = await planning<Extract<SwapAnswer, { kind: "choices" }>>("swap_meal", {
    ...{ plan_id: plan.plan_id, date, position },
  });
  const recipe_id = choices[0]!.recipe_id;
  await change("swap_meal", { date, position, recipe_id });
  expect(await tasteFor(was)).toMatchObject({
    preference: -0.25,
    points: -0.15,
    evidence: [{ signal: "swapped_away", count: 1 }],
  });
  expect((await tasteFor(recipe_id))!.preference).toBeGreaterThan(0.2);
  await change("undo_change", {});
  expect(await tasteFor(recipe_id)).toBeUndefined();
  expect((await tasteFor(was))!.evidence).toMatchObject([{ signal: "accepted" }]);
});

test("a skipped meal speaks against its recipe, and one that was eaten for it; a mark taken off doesn't", async () => {
  const [breakfast, dinner] = [meal(0), meal(DINNER)];
  await change("mark_meal", { date: breakfast.date, position: 0, mark: "eaten" });
  await change("mark_meal", { date: dinner.date, position: DINNER, mark: "skipped" });
  expect(await tasteFor(breakfast.recipe_id)).toMatchObject({ preference: 0.25 });
  expect(await tasteFor(dinner.recipe_id)).toMatchObject({ preference: -0.2 });
  await change("mark_meal", { date: dinner.date, position: DINNER, mark: "none" });
  expect((await tasteFor(dinner.recipe_id))!.preference).toBeGreaterThan(0);
});

test("a diary tells of its person alone, as long as the entry is there", async () => {
  const { recipe_id } = meal(0);
  const logged = await run<FoodLogged>("nutrition/log_food", { person: "Jonas", recipe_id });
  expect(await tasteFor(recipe_id, "Jonas")).toMatchObject({ evidence: [{ signal: "logged", count: 1 }] });
  expect(await tasteFor(recipe_id, "Mara")).toBeUndefined();
  await run("nutrition/delete_diary_entry", { entry_id: logged.entries[0]!.entry_id, version: 1 });
  expect(await tasteFor(recipe_id, "Jonas")).toBeUndefined();
});

test("older things count for less, and what is older than half a year for nothing", async () => {
  const { recipe_id } = meal(0);
  const now = (await tasteFor(recipe_id))!.preference;
  const ago = (days: number) =>
    db.database.query(
      `with moved as (update meal_planner.plan_meals set date = $2::date - $3::integer where plan_id = $1::uuid)
       update meal_planner.meal_plans set start_date = $2::date - $3::integer where plan_id = $1::uuid`,
      [plan.plan_id, meal(0).date, days],
    );
  await ago(45);
  expect((await tasteFor(recipe_id))!.preference).toBeCloseTo(0.5 / 3.5, 3);
  expect(now).toBeGreaterThan(0.5 / 3.5);
  await ago(200);
  expect(await tasteFor(recipe_id)).toBeUndefined();
  await ago(0);
});

describe("the planner", () => {
  // Weeks of evidence, written as they would have been: so the test needn't live through them.
  const manySwaps = (from: string, to: string) =>
    db.database.query(
      `insert into meal_planner.plan_changes (plan_id, version, reason, cells, cause)
       select $1::uuid, 1000 + n, 'a swap', jsonb_build_array(jsonb_build_object('date', $4::text, 'position', 3,
         'before', jsonb_build_object('recipe_id', $2::text), 'after', jsonb_build_object('recipe_id', $3::text))),
         'swap' from generate_series(1, 12) n`,
      [plan.plan_id, from, to, meal(0).date],
    );

  test("counts what was learned in points, tells why, and forgets when told to", async () => {
    const { recipe_id, date } = meal(DINNER);
    await manySwaps(recipe_id, meal(0).recipe_id);
    const explain = () =>
      planning<MealExplanation>("explain_meal", { plan_id: plan.plan_id, date, position: DINNER });
    const before = await explain();
    expect(before.penalties!.learned).toBeGreaterThan(0.5);
    expect(before.penalties!.learned).toBeLessThan(2);
    expect(before.tastes[0]!.preference).toBeLessThan(-0.7);
    expect(before.why.join(" ")).toMatch(
      /Learned: .+ is not liked so well \(-0\.\d+\): swapped away 12 times/,
    );

    expect(await planning("forget_preference", { kind: "recipe", subject: recipe_id })).toMatchObject({
      forgotten: 13,
    });
    expect(await tasteFor(recipe_id)).toBeUndefined();
    expect((await explain()).penalties!.learned).toBeLessThan(before.penalties!.learned);
    await expect(planning("forget_preference", { kind: "recipe", subject: recipe_id })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
  });

  test("goes by what the household says of a recipe, whatever was done with it, until that is taken back", async () => {
    const { recipe_id, date } = meal(DINNER);
    const explain = () =>
      planning<MealExplanation>("explain_meal", { plan_id: plan.plan_id, date, position: DINNER });
    const learnedPoints = (await explain()).penalties!.learned;
    await planning("state_preference", { recipe_id, says: "liked" });
    await planning("state_preference", { recipe_id, says: "disliked" });
    expect(await tasteFor(recipe_id)).toMatchObject({ stated: "disliked", preference: -1, points: -3 });
    const disliked = await explain();
    expect(disliked.penalties!.learned).toBeGreaterThan(learnedPoints + 2.9);
    expect(disliked.why.join(" ")).toMatch(/The household said that it doesn't like /);
    await planning("learn_preferences", { on: false });
    expect((await learned()).preferences).toMatchObject([{ subject: recipe_id, stated: "disliked" }]);
    await planning("learn_preferences", { on: true });
    await planning("state_preference", { recipe_id, says: "nothing" });
    expect((await explain()).penalties!.learned).toBeCloseTo(learnedPoints, 9);
    await planning("state_preference", { recipe_id, says: "liked" });
    await planning("forget_preference", { kind: "recipe", subject: recipe_id });
    expect(await tasteFor(recipe_id)).toBeUndefined();
    const unknown = { recipe_id: plan.plan_id, says: "liked" };
    await expect(planning("state_preference", unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("learns nothing where learning is off, and knows it all again when it is on", async () => {
    const known = await learned();
    expect(known).toMatchObject({ learning: true });
    expect(known.preferences.length).toBeGreaterThan(0);
    await planning("learn_preferences", { on: false });
    expect(await learned()).toEqual({ learning: false, preferences: [] });
    await planning("learn_preferences", { on: true });
    expect(await learned()).toEqual(known);
  });
});
