import { beforeEach, describe, expect, test } from "vitest";
import { maintain, maintainInput } from "../../f/meal-planner/events/bus/maintain.ts";
import type { FullSyncReport } from "../../f/meal-planner/handlers/fatsecret/full_sync.ts";
import type { ExerciseDay } from "../../f/meal-planner/handlers/fatsecret/get_exercise.ts";
import type { ConnectionView } from "../../f/meal-planner/handlers/fatsecret/list_connections.ts";
import type { FatsecretSearch } from "../../f/meal-planner/handlers/fatsecret/search_foods.ts";
import type { FavoritesReport } from "../../f/meal-planner/handlers/fatsecret/sync_favorites.ts";
import type { FoodsReport } from "../../f/meal-planner/handlers/fatsecret/sync_foods.ts";
import type { RecipesReport } from "../../f/meal-planner/handlers/fatsecret/sync_recipes.ts";
import { killAt } from "./child_process.ts";
import { MONDAY, MONDAY_INT, useConnectedHousehold } from "./fatsecret_household.ts";

const home = useConnectedHousehold();
const { server, run, db, fatsecret, log, there, day } = home;
const DAYS = { from: MONDAY, to: "2026-02-03" };

const search = (query: string, more: object = {}) =>
  run<FatsecretSearch>("fatsecret/search_foods", { query, fatsecret: server.resource(), ...more });

beforeEach(async () => {
  await db.database.query("truncate meal_planner.http_answers, meal_planner.fatsecret_foods");
});

describe("foods", () => {
  test("of a person's lists are known by id, each with the food of ours that it is; a second run writes nothing", async () => {
    const ida = await home.person();
    await server.change(ida, { favoriteFoods: ["1001", "1006"] });
    const first = await fatsecret<FoodsReport>("sync_foods", ida);
    expect(first).toMatchObject({
      created: 2,
      foods: [
        { list: "favorite_foods", fatsecret_food_id: "1001", our_name: expect.stringMatching(/almond/i) },
        { fatsecret_food_id: "1006", name: "Zorgle Bar", food_id: null },
      ],
      attribution: expect.stringContaining("fatsecret"),
    });
    expect(await fatsecret<FoodsReport>("sync_foods", ida)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    });
    const { rows } = await db.database.query<{ stored: string }>(
      `select concat((select json_agg(f) from meal_planner.fatsecret_foods f),
         (select json_agg(l) from meal_planner.fatsecret_lists l)) as stored`,
    );
    expect(rows[0]?.stored).not.toMatch(/zorgle|almond/i);
    await server.change(ida, { favoriteFoods: ["1006"] });
    expect(await fatsecret<FoodsReport>("sync_foods", ida)).toMatchObject({ updated: 2, foods: [{}] });
  });

  test("are found by name, from what was kept for a day, and then asked for anew", async () => {
    const found = await search("almond", { servings: true });
    expect(found).toMatchObject({
      total: 2,
      foods: [
        { fatsecret_food_id: "1001", servings: [{ grams: 28.35 }, { serving_id: "2002", grams: 100 }] },
        { brand: "Slimmer" },
      ],
    });
    await server.tell("forget_calls");
    expect(await search("Almond", { servings: true })).toEqual(found);
    expect(await server.calls()).toEqual([]);
    await db.database.query("update meal_planner.http_answers set expires_at = now()");
    const { answers_forgotten } = await maintain(db.database, maintainInput.parse({}));
    expect(answers_forgotten).toBe(3);
    await search("almond");
    expect(await server.calls("foods.search")).toHaveLength(1);
  });

  test("that a person chose stand for each other both ways", async () => {
    const ida = await home.person();
    const bar = (await search("zorgle")).foods[0]!;
    const { food_id } = (await log(ida, { line: "30 g almonds" })) as { food_id: string };
    const choose = (more: object) =>
      run("fatsecret/choose_food", {
        ...{ food_id, fatsecret_food_id: bar.fatsecret_food_id, fatsecret: server.resource() },
        ...more,
      });
    expect(await choose({})).toMatchObject({ serving_id: "2010", grams_per_unit: 40 });
    await home.upload(ida);
    expect(await there(ida)).toEqual(["0 lunch 1006 0.75"]);
    await expect(choose({ serving_id: "2002" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(choose({ fatsecret_food_id: "99" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(choose({ food_id: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("recipes", () => {
  test("are known by id with nutrition of our own, and copied only where that is asked for", async () => {
    const ida = await home.person();
    await server.change(ida, { favoriteRecipes: ["3001", "3002"] });
    const known = await fatsecret<RecipesReport>("sync_recipes", ida);
    expect(known).toMatchObject({
      created: 2,
      recipes: [
        { fatsecret_recipe_id: "3001", name: "Almond Porridge", servings: 2, coverage: 1, recipe_id: null },
        { fatsecret_recipe_id: "3002", recipe_id: null },
      ],
    });
    // (100 g of oats, 40 g of almonds, 400 g of milk) / 2
    expect(known.recipes[0]?.per_serving?.energy_kcal).toBeCloseTo(427, -2);
    const copied = await fatsecret<RecipesReport>("sync_recipes", ida, { copy_recipes: true });
    expect(copied).toMatchObject({ created: 2, recipes: [{ recipe_id: expect.any(String) }, {}] });
    const again = await fatsecret<RecipesReport>("sync_recipes", ida, { copy_recipes: true });
    expect(again).toMatchObject({ created: 0, updated: 0, failed: 0 });
  });
});

test("favourites and saved meals are known by id, and go as they go there", async () => {
  const ida = await home.person();
  const meal = { id: "9", name: "Snack", description: "", meals: "", items: [] };
  await server.change(ida, { favoriteFoods: ["1001"], favoriteRecipes: ["3001"], savedMeals: [meal] });
  expect(await fatsecret<FavoritesReport>("sync_favorites", ida)).toMatchObject({ created: 3 });
  expect(await fatsecret<FavoritesReport>("sync_favorites", ida)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 3,
  });
  await server.change(ida, { favoriteRecipes: [], savedMeals: [] });
  expect(await fatsecret<FavoritesReport>("sync_favorites", ida)).toMatchObject({ updated: 2 });
});

test("a day's exercise is shown, and nothing of it is kept", async () => {
  const ida = await home.person();
  expect(await fatsecret<ExerciseDay>("get_exercise", ida, { date: MONDAY })).toMatchObject({
    date: MONDAY,
    entries: [
      { exercise_id: "1", name: "Sleeping", minutes: 480, usual: false },
      { exercise_id: "2", name: "Resting", minutes: 960 },
    ],
    energy_kcal: 1440,
  });
});

describe("all of it", () => {
  const sync = (who: string, more: object = {}) =>
    fatsecret<FullSyncReport>("full_sync", who, { ...DAYS, ...more });

  async function fill(ida: string) {
    await server.change(ida, {
      favoriteFoods: ["1001", "1006"],
      favoriteRecipes: ["3002"],
      entries: [
        {
          id: "801",
          food: "1001",
          name: "Almonds",
          serving: "2002",
          units: 30,
          meal: "dinner",
          day: MONDAY_INT,
        },
      ],
      weights: [[MONDAY_INT, 70]],
    });
    await log(ida, { line: "45 g almonds" });
    await log(ida, { recipe_id: home.ids.porridge, portion: 1, slot: "breakfast" });
  }

  /** What there is afterwards, on both sides, without what differs from run to run. */
  async function state(ida: string) {
    const { rows } = await db.database.query<{ all: string }>(
      `select jsonb_build_array(
         (select count(*) from meal_planner.fatsecret_lists l where l.person_id = p.person_id),
         (select count(*) from meal_planner.fatsecret_items i where i.person_id = p.person_id and food_entry_id is not null),
         (select count(*) from meal_planner.fatsecret_items i where i.person_id = p.person_id and food_entry_id is null),
         (select count(*) from meal_planner.weighings w where w.person_id = p.person_id)) as all
       from meal_planner.people p where name = $1::text`,
      [ida],
    );
    const entries = (await day(ida)).entries.map(({ name, slot, grams, portion }) => [
      name,
      slot,
      grams,
      portion,
    ]);
    return {
      there: await there(ida),
      entries: entries.map((entry) => entry.join()).sort(),
      counts: rows[0]?.all,
    };
  }

  test("is synchronised at once, and a second time without a write", async () => {
    const ida = await home.person();
    await fill(ida);
    expect(await sync(ida)).toMatchObject({
      failed: 0,
      people: [{ name: ida, report: { failed: 0, resumed: false } }],
    });
    expect((await state(ida)).there).toHaveLength(5);
    const before = await state(ida);
    await server.tell("forget_calls");
    expect(await sync(ida)).toMatchObject({ people: [{ report: { created: 0, updated: 0, failed: 0 } }] });
    expect(await home.writes()).toEqual([]);
    expect(await state(ida)).toEqual(before);
  });

  test.each([["food_entry.create"], ["food_entries.get.v2"], ["foods.get_favorites.v2"]])(
    "killed while %s is done and not answered, it is gone on with, and nothing is there twice",
    async (until) => {
      const ida = await home.person();
      await fill(ida);
      await server.fail({ at: until, kind: "late", value: 30, times: 1 });
      const input = { person: ida, fatsecret: home.resourceOf(ida), days: DAYS, until };
      await killAt("fatsecret_worker", db.resource, input, "seen");
      await expect(sync(ida)).rejects.toMatchObject({ code: "IN_PROGRESS" });
      await home.waitOver();
      expect(await sync(ida)).toMatchObject({
        people: [{ report: { resumed: true, failed: 0, waiting: 0 } }],
      });
      expect(await state(ida)).toEqual({
        there: [
          ...["0 breakfast 1001 20", "0 breakfast 1003 50", "0 breakfast 1004 200"],
          ...["0 dinner 1001 30", "0 lunch 1001 45"],
        ],
        entries: [
          expect.stringMatching(/^Porridge,breakfast,,1$/),
          expect.stringMatching(/^almonds?,dinner,30,$/i),
          expect.stringMatching(/^almonds?,lunch,45,$/i),
        ].sort(),
        counts: [9, 5, 0, 1],
      });
      await server.tell("forget_calls");
      await sync(ida);
      expect(await home.writes()).toEqual([]);
    },
  );

  test("of everybody goes on where one person's token is refused", async () => {
    await db.database.query("truncate meal_planner.fatsecret_connections");
    const [ida, ole] = [await home.person("Ida"), await home.person("Ole")];
    for (const who of [ida, ole]) await sync(who, { scope: ["weight"] });
    await server.tell("revoke", { user: ida });
    const { connections } = await run<{ connections: ConnectionView[] }>("fatsecret/list_connections", {});
    expect(connections).toMatchObject([
      { name: ida, busy: false, waiting: 0, dead: 0, last_sync: { state: "completed", scope: ["weight"] } },
      { name: ole },
    ]);
    // Their tokens stand in the resource here; who has none of their own is told so.
    const all = await run<FullSyncReport>("fatsecret/full_sync", {
      ...{ ...DAYS, scope: ["weight"], fatsecret: home.resourceOf(ole) },
    });
    expect(all).toMatchObject({
      failed: 1,
      people: [
        { name: ida, error: { code: "CONFLICT" } },
        { name: ole, report: {} },
      ],
    });
  });

  test("without anybody connected says how to connect", async () => {
    await db.database.query("truncate meal_planner.fatsecret_connections");
    const attempt = run("fatsecret/full_sync", { fatsecret: server.resource() });
    await expect(attempt).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("connect_start"),
    });
  });
});
