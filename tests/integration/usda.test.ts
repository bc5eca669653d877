import { beforeEach, describe, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { main as confirmFood } from "../../f/meal-planner/handlers/nutrition/confirm_food/script.ts";
import { readRecipeNutrition } from "../../f/meal-planner/handlers/recipes/recipe_nutrition_store.ts";
import { main as getFood } from "../../f/meal-planner/handlers/usda/get_food/script.ts";
import { main as searchFoods } from "../../f/meal-planner/handlers/usda/search_foods/script.ts";
import { html, json, text, useHttpWorld } from "./http_world.ts";
import { openKitchen, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";
import { KEY, overLimit, playUsda } from "./usda_world.ts";

const db = useTestDatabase();
const world = useHttpWorld();
const usda = (api_key = KEY) => ({ api_key, url: `${world.address}/fdc` });
type DataTypes = Parameters<typeof searchFoods>[1];

beforeEach(async () => {
  world.seen.length = 0;
  playUsda(world);
  await db.database.query(
    "truncate meal_planner.http_answers, meal_planner.http_budgets, meal_planner.circuits",
  );
});

const search = (query: string, types?: DataTypes, page?: number, limit?: number) =>
  searchFoods(query, types, undefined, page, limit, usda(), db.resource);
const get = (ids: number[], store = true) => getFood(ids, store, usda(), db.resource);

describe("a search", () => {
  test("gives figures per 100 g, by pages, of the plain foods unless others are asked for", async () => {
    expect(await search("test")).toMatchObject({
      total: 2,
      page: 1,
      pages: 1,
      foods: [
        {
          fdc_id: 900001,
          food_id: null,
          data_type: "SR Legacy",
          category: "Vegetables and Vegetable Products",
          brand: null,
          per_100g: { energy_kcal: 40, protein_g: 1.1, carbohydrate_g: null, fat_g: null },
        },
        { fdc_id: 900002, data_type: "Foundation", per_100g: { energy_kcal: 243, fat_g: 17.1 } },
      ],
    });
    const second = await search("test", ["Branded", "Survey (FNDDS)"], 2, 1);
    expect(second).toMatchObject({ total: 2, page: 2, pages: 2, foods: [{ brand: "Test Dairy, Inc." }] });
    expect(JSON.parse(world.seen.at(-1)?.body ?? "")).toMatchObject({
      dataType: ["Branded", "Survey (FNDDS)"],
      pageSize: 1,
      pageNumber: 2,
    });
  });

  test("goes out once: the same question is answered from what was kept until that is old", async () => {
    const first = await search("Onions");
    expect(await search("onions")).toEqual(first);
    expect(world.seen).toHaveLength(1);
    await db.database.query("update meal_planner.http_answers set expires_at = now()");
    await search("onions");
    expect(world.seen).toHaveLength(2);
  });

  test("that finds nothing is an empty list", async () => {
    expect(await search("zzz")).toEqual({ foods: [], total: 0, page: 1, pages: 0 });
  });
});

describe("foods that are fetched", () => {
  test("have portions of one unit each, whichever way their kind of data says them", async () => {
    const { foods, missing } = await get([900001, 900002, 900003, 900004, 123456], false);
    expect(foods.map((food) => food.portions)).toEqual([
      [
        { unit: "rings", grams: 6 },
        { unit: "cup, chopped", grams: 160 },
      ],
      [{ unit: "tablespoon", grams: 16.95 }],
      [
        { unit: "cup", grams: 244 },
        { unit: "pint", grams: 488 },
      ],
      [
        { unit: "ml", grams: 1 },
        { unit: "cup", grams: 240 },
      ],
    ]);
    expect(foods.map((food) => food.food_id)).toEqual([null, null, null, null]);
    expect(missing).toEqual([123456]);
  });

  test("are asked for twenty at a time, each once a month", async () => {
    const ids = Array.from({ length: 45 }, (_, at) => 900001 + at);
    const { foods, missing } = await get(ids, false);
    expect([foods.length, missing.length]).toEqual([4, 41]);
    expect(world.seen.map((seen) => JSON.parse(seen.body).fdcIds.length)).toEqual([20, 20, 5]);
    await get([900001, 900004, 900004], false);
    expect(world.seen).toHaveLength(3);
  });

  test("are stored, and then mean what a person says they mean in their recipes", async () => {
    await db.database.transaction(loadStarterFoods);
    const { household_id } = await db.database.transaction(openKitchen);
    const recipe = await db.database.transaction(async (tx) =>
      writeRecipe(tx, { household_id } as Parameters<typeof writeRecipe>[1], {
        name: "Shake",
        servings: 1,
        lines: ["200 ml quuxmilk"],
      }),
    );
    const { foods } = await get([900001, 900004]);
    expect(foods.map((food) => food.food_id)).toEqual([
      foodIdOf("usda_sr", "99901"),
      foodIdOf("usda_branded", "900004"),
    ]);
    expect((await search("test almond", ["Branded"])).foods[0]?.food_id).toBe(foods[1]?.food_id);
    await confirmFood("quuxmilk", foods[1]?.food_id ?? "", household_id, db.resource);
    await dispatch(db.database, { maxSeconds: 30 });
    const figures = await db.database.transaction((tx) => readRecipeNutrition(tx, recipe));
    expect(figures).toMatchObject({ total: { energy_kcal: 50 }, lines: [{ grams: 200 }] });
  });

  test("change nothing where they are stored already", async () => {
    await get([900001, 900002]);
    const state = () =>
      db.database.query(
        `select f.food_id, f.updated_at, d.content_hash, d.foods, (select count(*) from meal_planner.events) as events
         from meal_planner.foods f, meal_planner.food_datasets d
         where d.source = 'usda_fdc' and f.source <> 'starter' order by f.food_id`,
      );
    const before = await state();
    await get([900001, 900002]);
    expect(await state()).toEqual(before);
    await get([900003]);
    const after = await state();
    expect(after.rows).toHaveLength(before.rows.length + 1);
    expect(after.rows[0]?.content_hash).not.toBe(before.rows[0]?.content_hash);
  });

  test("leave a data set's record as it is", async () => {
    const known = foodIdOf("usda_sr", "99901");
    await get([900001]);
    await db.database.query(
      "update meal_planner.foods set refuse_percent = 10, fdc_id = null where food_id = $1::uuid",
      [known],
    );
    expect((await get([900001])).foods[0]?.food_id).toBe(known);
    const { rows } = await db.database.query(
      "select refuse_percent from meal_planner.foods where food_id = $1::uuid",
      [known],
    );
    expect(rows).toEqual([{ refuse_percent: 10 }]);
  });
});

describe("what USDA refuses", () => {
  test("a wrong key is said to be one, without showing it, and isn't tried again", async () => {
    const attempt = searchFoods("onions", undefined, undefined, 1, 25, usda("wr0ng-key-123"), db.resource);
    const error = await attempt.catch((thrown: Error) => thrown);
    expect(error).toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringMatching(/API_KEY_INVALID.*api-key-signup/),
    });
    expect(`${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain("wr0ng");
    expect(world.seen).toHaveLength(1);
  });

  test("a key that was used too much is let alone by everybody for an hour", async () => {
    world.at("/fdc/v1/foods/search", overLimit, json({ totalHits: 0, foods: [] }));
    await expect(search("onions")).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 3600 });
    await expect(get([900001])).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(world.seen).toHaveLength(1);
  });

  test("the demonstration key's few calls aren't overdrawn", async () => {
    world.at("/fdc/v1/foods/search", json({ totalHits: 0, foods: [] }));
    const demo = usda("DEMO_KEY");
    const ends: string[] = [];
    for (let at = 0; at < 32; at++) {
      const ended = searchFoods(`food ${at}`, undefined, undefined, 1, 25, demo, db.resource);
      ends.push(await ended.then(() => "ok").catch((error: { code: string }) => error.code));
    }
    expect(ends.filter((end) => end === "ok")).toHaveLength(28);
    expect(ends.slice(28)).toEqual(["RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED"]);
  });

  test("a page in place of an answer, and an answer in another form, are told apart and not kept", async () => {
    world.at("/fdc/v1/foods/search", html("Service Unavailable", 503));
    await expect(search("onions")).rejects.toMatchObject({
      code: "UPSTREAM_UNAVAILABLE",
      message: expect.stringContaining('"Service Unavailable"'),
    });
    world.at("/fdc/v1/foods/search", json({ totalHits: 1, foods: [{ fdcId: "one" }] }));
    await expect(search("onions")).rejects.toMatchObject({
      code: "UPSTREAM_REJECTED",
      message: expect.stringContaining("foods[0].fdcId"),
    });
    playUsda(world);
    expect((await search("onions")).total).toBe(1);
  });

  test("nothing is stored where a part can't be fetched", async () => {
    const count = async () => (await db.database.query("select from meal_planner.foods")).rowCount;
    const before = await count();
    world.at("/fdc/v1/foods", json([{ fdcId: 77, description: "New", dataType: "Branded" }]), text("", 400));
    await expect(get(Array.from({ length: 21 }, (_, at) => at + 1))).rejects.toMatchObject({
      code: "UPSTREAM_REJECTED",
    });
    expect(await count()).toBe(before);
  });

  test("without any key it is said where to put one", async () => {
    const attempt = searchFoods("onions", undefined, undefined, 1, 25, undefined, db.resource);
    await expect(attempt).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringContaining("f/meal-planner/handlers/usda/api_key"),
    });
  });
});
