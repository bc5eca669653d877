import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import type { DiaryDay } from "../../f/meal-planner/handlers/nutrition/get_diary.ts";
import type { EntryOutcome } from "../../f/meal-planner/handlers/nutrition/import_diary.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const person = "Ida";
const date = "2026-02-02";
let planned: Nutrients;

const take = async (entries: object[]) => {
  const answer = await run<{ entries: EntryOutcome[] }>("nutrition/import_diary", {
    ...{ person, origin: "fatsecret", entries },
  });
  return answer.entries;
};
const entry = (more: object = {}) => ({
  ...{ origin_ref: randomUUID(), date: "2026-03-01", name: "Toast", nutrients: { energy_kcal: 200 } },
  ...more,
});
const day = async (of: string) =>
  (await run<{ people: DiaryDay[] }>("nutrition/get_diary", { person, date: of })).people[0]!;
const like = (factor: number) => ({
  energy_kcal: (planned.energy_kcal ?? 0) * factor,
  protein_g: (planned.protein_g ?? 0) * factor,
});

beforeAll(async () => {
  const { household_id } = await run<{ household_id: string }>("households/set_household", {
    ...{ name: "Test", time_zone: "Europe/Berlin" },
  });
  await db.database.transaction(loadStarterFoods);
  const { person_id } = await run<{ person_id: string }>("households/set_person", { name: person });
  const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
    ...{ name: "Almonds", ingredients: ["200 g almonds"], servings: 2 },
  });
  const figures = await run<{ per_serving: Nutrients }>("recipes/calculate_nutrition", { recipe_id });
  planned = figures.per_serving;
  const plan = randomUUID();
  await db.database.query(
    `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
     values ($1::uuid, $2::uuid, 'active', $3::date, 7)`,
    [plan, household_id, date],
  );
  await db.database.query(
    `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
     select $1::uuid, day, position, slot, $2::uuid, $3::jsonb
     from unnest(array[0, 1], array['Lunch', 'Dinner']) as m (position, slot),
       unnest(array['2026-02-02', '2026-02-03']::date[]) as d (day)`,
    [plan, recipe_id, JSON.stringify({ [person_id]: 1 })],
  );
});

test("an entry is taken over once, changed when it has changed there, and stays deleted when deleted here", async () => {
  const toast = entry();
  expect(await take([toast])).toMatchObject([{ outcome: "logged", planned: null }]);
  expect(await take([toast])).toMatchObject([{ outcome: "unchanged" }]);
  const [updated] = await take([{ ...toast, nutrients: { energy_kcal: 300 } }]);
  expect(updated?.outcome).toBe("updated");
  const { entries } = await day(toast.date);
  expect(entries).toMatchObject([
    { origin: "fatsecret", version: 2, nutrients: { energy_kcal: 300, fat_g: null } },
  ]);
  const { rows } = await db.database.query(
    `select detail -> 'version' as version, detail -> 'changed' as changed from meal_planner.events
     where detail_type = 'DiaryEntryChanged' and detail ->> 'entry_id' = $1::text`,
    [updated?.entry_id],
  );
  expect(rows).toEqual([{ version: 2, changed: ["nutrients"] }]);
  await run("nutrition/delete_diary_entry", { entry_id: updated?.entry_id, version: 2 });
  expect(await take([toast])).toMatchObject([{ outcome: "deleted_here" }]);
  expect((await day(toast.date)).entries).toEqual([]);
});

describe("an entry that is a planned meal by its figures", () => {
  test("is linked to it, in its slot, and one that isn't is not", async () => {
    const outcomes = await take([
      entry({ date, slot: "dinner", nutrients: like(1.14) }),
      entry({ date, slot: "lunch", nutrients: like(1.16) }),
    ]);
    expect(outcomes).toMatchObject([{ planned: { date, slot: "Dinner" } }, { planned: null }]);
    const logged = await run<{ entries: { slot: string; origin: string }[] }>("nutrition/log_food", {
      ...{ person, from_plan: true, date },
    });
    expect(logged.entries.map(({ origin }) => origin)).toEqual(["plan", "fatsecret"]);
  });

  test("isn't counted again where it was logged from the plan", async () => {
    const other = "2026-02-03";
    await run("nutrition/log_food", { person, from_plan: true, slot: "lunch", date: other });
    const outcomes = await take([entry({ date: other, slot: "lunch", nutrients: like(0.95) })]);
    expect(outcomes).toMatchObject([{ outcome: "same_meal" }]);
    expect((await day(other)).entries).toHaveLength(1);
  });
});

test.each<[string, object, string]>([
  ["a day to come", { date: "2999-01-01" }, "entries[1].date"],
  ["a negative figure", { nutrients: { energy_kcal: -1 } }, "entries[1].nutrients.energy_kcal"],
  ["a nutrient that isn't one", { nutrients: { joy: 1 } }, "entries[1].nutrients.joy"],
])("%s refuses all of them, and nothing is written", async (_, wrong, path) => {
  const good = entry({ date: "2026-03-05" });
  await expect(take([good, entry(wrong)])).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: [expect.objectContaining({ path })],
  });
  expect((await day("2026-03-05")).entries).toEqual([]);
});

test("a planned meal in several entries of its slot is known too: counted once beside the plan's, and linked by the first", async () => {
  const parts = (of: string) =>
    [0.5, 0.3, 0.2].map((factor) => entry({ date: of, slot: "lunch", nutrients: like(factor) }));
  const other = "2026-02-03";
  const before = (await day(other)).entries.length;
  await run("nutrition/log_food", { person, from_plan: true, slot: "lunch", date: other });
  const logged = (await day(other)).entries.length;
  expect((await take(parts(other))).map(({ outcome }) => outcome)).toEqual(Array(3).fill("same_meal"));
  expect((await day(other)).entries).toHaveLength(logged);
  expect(logged - before).toBeLessThanOrEqual(1);
  await db.database.query("delete from meal_planner.diary_entries where date = '2026-02-02'::date");
  const fresh = parts(date);
  const outcomes = await take(fresh);
  expect(outcomes).toMatchObject(Array(3).fill({ outcome: "logged", planned: { slot: "Lunch" } }));
  expect((await day(date)).entries.map(({ plan_id }) => plan_id !== null)).toEqual([true, false, false]);
  expect((await take(fresh)).map(({ outcome }) => outcome)).toEqual(Array(3).fill("unchanged"));
});
