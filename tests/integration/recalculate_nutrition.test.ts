import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Row, Tx } from "../../f/meal-planner/database/connection.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as recalculate } from "../../f/meal-planner/events/consumers/recalculate_nutrition/script.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { CALCULATION_VERSION } from "../../f/meal-planner/foods/calculation_version.ts";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { main as confirmFood } from "../../f/meal-planner/handlers/nutrition/confirm_food/script.ts";
import { main as forgetFood } from "../../f/meal-planner/handlers/nutrition/forget_food/script.ts";
import { calculateNutrition } from "../../f/meal-planner/handlers/recipes/calculate_nutrition.ts";
import {
  readRecipeNutrition,
  type StoredNutrition,
} from "../../f/meal-planner/handlers/recipes/recipe_nutrition_store.ts";
import { main as importDataset } from "../../f/meal-planner/handlers/usda/import_dataset/script.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { openKitchen, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "recalculate-"));
  await db.database.transaction(loadStarterFoods);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const honey = foodIdOf("starter", "honey");
let household: Household;
beforeEach(async () => {
  household = await db.database.transaction(openKitchen);
});

const cook = (...lines: string[]) =>
  db.database.transaction((tx) => writeRecipe(tx, household, { name: lines.join(), servings: 1, lines }));
const deliver = () => dispatch(db.database, { maxSeconds: 30 });

async function figures(recipeId: string): Promise<StoredNutrition> {
  const stored = await db.database.transaction((tx) => readRecipeNutrition(tx, recipeId));
  if (!stored) throw new Error("No nutrition is stored.");
  return stored;
}

async function calculatedAt(recipeId: string): Promise<Date> {
  const { rows } = await db.database.query<{ calculated_at: Date }>(
    "select calculated_at from meal_planner.recipe_nutrition where recipe_id = $1::uuid",
    [recipeId],
  );
  return rows[0]!.calculated_at;
}

async function events(type: string): Promise<Record<string, unknown>[]> {
  const { rows } = await db.database.query<{ detail: Record<string, unknown> }>(
    `select detail from meal_planner.events where detail_type = $1::text
       and (detail ->> 'household_id') is not distinct from $2::text order by id`,
    [type, household.household_id],
  );
  return rows.map((row) => row.detail);
}

const energy = async (recipeId: string) => (await figures(recipeId)).per_serving.energy_kcal;
const confirm = (line: string, foodId: string) =>
  confirmFood(line, foodId, household.household_id, db.resource);

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

/** Until a transaction of this database waits for another's lock. */
async function someoneWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await db.database.query(waiting)).rowCount === 0) await new Promise((go) => setTimeout(go, 20));
}

describe("a person's correction", () => {
  test("changes the figures of the recipes with such a line, and no others", async () => {
    const touched = await cook("100 g glorp, melted", "1 egg");
    const plain = await cook("1 egg");
    await deliver();
    const [before, untouchedAt] = [await energy(touched), await calculatedAt(plain)];
    await confirm("2 tbsp glorps", honey);
    await deliver();
    expect(await energy(touched)).toBeGreaterThan((before ?? 0) + 250);
    expect((await figures(touched)).lines[0]).toMatchObject({ food_id: honey, score: 1, grams: 100 });
    expect(await calculatedAt(plain)).toEqual(untouchedAt);
    const told = await events("NutritionCalculated");
    expect(told.filter((detail) => detail.recipe_id === touched).at(-1)).toMatchObject({
      unmatched_lines: 0,
    });
  });

  test("reaches a line that names the food beside another one", async () => {
    const both = await cook("50 g each butter and sugar");
    const before = await energy(both);
    await confirm("sugar", honey);
    await deliver();
    expect(await energy(both)).not.toBe(before);
    expect((await figures(both)).lines[0]).toMatchObject({
      food: "butter and honey",
      parts: [{}, { food_id: honey }],
    });
  });

  test("wins over a food that was found before, and taken back the old figures return", async () => {
    const bread = await cook("100 g sugar");
    await deliver();
    const before = await figures(bread);
    await confirm("sugar", honey);
    await deliver();
    expect((await figures(bread)).lines[0]?.food_id).not.toBe(before.lines[0]?.food_id);
    expect(await forgetFood("1 tsp sugar", household.household_id, db.resource)).toEqual({
      name: "sugar",
      forgotten: true,
    });
    await deliver();
    expect(await figures(bread)).toEqual(before);
    expect((await events("FoodConfirmed")).map((detail) => detail.food_id === null)).toEqual([false, true]);
  });

  test("stays in its household", async () => {
    const here = await cook("100 g glorp");
    const elsewhere = await db.database.transaction(openKitchen);
    await deliver();
    const before = await calculatedAt(here);
    await confirmFood("glorp", honey, elsewhere.household_id, db.resource);
    await deliver();
    expect(await calculatedAt(here)).toEqual(before);
  });

  test("taking back what nobody confirmed changes nothing and tells nobody", async () => {
    const answer = await forgetFood("glorp", household.household_id, db.resource);
    expect(answer).toEqual({ name: "glorp", forgotten: false });
    expect(await events("FoodConfirmed")).toEqual([]);
  });

  test("reaches many recipes in small steps", async () => {
    const ids: string[] = [];
    for (let at = 0; at < 45; at++) ids.push(await cook("50 g glorp"));
    await deliver();
    await confirm("glorp", honey);
    await deliver();
    const steps = await events("NutritionOutdated");
    expect(steps.map((detail) => (detail.recipe_ids as string[]).length)).toEqual([20, 20, 5]);
    for (const id of ids) expect((await figures(id)).lines[0]?.food_id).toBe(honey);
  });

  test("isn't overwritten by a calculation that began before it and ends after it", async () => {
    const recipe_id = await cook("100 g glorp");
    await deliver();
    const { household_id } = household;
    const reached = signal();
    const released = signal();
    const early = db.database.transaction(async (tx) => {
      const slow: Tx = {
        ...tx,
        async query<R extends Row>(text: string, values?: unknown[]) {
          if (text.includes("insert into meal_planner.recipe_nutrition")) {
            reached.give();
            await released.given;
          }
          return tx.query<R>(text, values);
        },
      };
      await calculateNutrition(slow, { household_id, recipe_id });
    });
    await reached.given;
    await confirm("glorp", honey);
    const late = deliver();
    await Promise.race([late, someoneWaits()]);
    released.give();
    await Promise.all([early, late]);
    expect((await figures(recipe_id)).lines[0]?.food_id).toBe(honey);
  });
});

describe("a new dataset", () => {
  const load = async (desc: string, kcal: number) => {
    const file = join(folder, "foods.ndjson");
    const food = { ndb: "99001", desc, group: "Sweets", n: { kcal, protein: 1, fat: 1, carb: 1 } };
    await writeFile(file, `${JSON.stringify(food)}\n`);
    return importDataset(file, "ndjson", db.resource);
  };

  test("is used by recipes with lines that no food was found for, and again when its figures change", async () => {
    const waiting = await cook("100 g zorblax");
    const content = await cook("100 g honey");
    await deliver();
    const contentAt = await calculatedAt(content);
    expect(await energy(waiting)).toBeNull();
    await load("Zorblax", 400);
    await deliver();
    expect(await energy(waiting)).toBe(400);
    await load("Zorblax", 300);
    await deliver();
    expect(await energy(waiting)).toBe(300);
    expect(await calculatedAt(content)).toEqual(contentAt);
  });

  test("of staples, brought by an update of this project, is told where there are recipes", async () => {
    await cook("100 g honey");
    await db.database.query(
      "update meal_planner.food_datasets set content_hash = '' where source = 'starter'",
    );
    await setUp(db.database);
    const { rows } = await db.database.query(
      `select from meal_planner.events where detail_type = 'FoodDatasetLoaded' and detail ->> 'source' = 'starter'`,
    );
    expect(rows).toHaveLength(1);
  });

  test("that changes no figure of a recipe leaves it and its event alone", async () => {
    const still = await cook("100 g honey", "1 cup of blorp");
    await deliver();
    const [at, told] = [await calculatedAt(still), await events("NutritionCalculated")];
    await load("Zorblax", 250);
    await deliver();
    const steps = await events("NutritionOutdated");
    expect(steps.flatMap((detail) => detail.recipe_ids)).toContain(still);
    expect(await calculatedAt(still)).toEqual(at);
    expect(await events("NutritionCalculated")).toEqual(told);
  });

  test("that is there already tells nobody", async () => {
    await load("Zorblax", 300);
    const before = await db.database.query("select from meal_planner.events");
    await load("Zorblax", 300);
    const after = await db.database.query("select from meal_planner.events");
    expect(after.rowCount).toBe(before.rowCount);
  });
});

test("the consumer runs by hand on an event in the archive, and refuses one that it doesn't take", async () => {
  const recipe = await cook("100 g glorp");
  await deliver();
  await db.database.query("delete from meal_planner.recipe_nutrition where recipe_id = $1::uuid", [recipe]);
  const detail = { household_id: household.household_id, recipe_ids: [recipe] };
  const [id] = await emit(db.database, [{ type: "NutritionOutdated", detail }]);
  await expect(recalculate({ id }, db.resource)).resolves.toEqual({
    consumer: "recalculate_nutrition",
    event_id: id,
  });
  expect((await figures(recipe)).lines).toHaveLength(1);
  const other = await db.database.query<{ id: string }>(
    "select id from meal_planner.events where detail_type = 'RecipeCreated' limit 1",
  );
  await expect(recalculate({ id: other.rows[0]?.id }, db.resource)).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});

describe("figures by an older way of reading lines", () => {
  /** As it was stored before lines of several foods had their parts, and before anybody was told. */
  async function asBefore(recipe: string): Promise<void> {
    await db.database.query(
      `update meal_planner.recipe_nutrition set calculation_version = 0,
         lines = (select jsonb_agg(line - 'parts') from jsonb_array_elements(lines) as line)
       where recipe_id = $1::uuid`,
      [recipe],
    );
    await db.database.query("delete from meal_planner.calculation_versions");
  }
  const version = async (recipe: string) => {
    const { rows } = await db.database.query<{ calculation_version: number }>(
      "select calculation_version from meal_planner.recipe_nutrition where recipe_id = $1::uuid",
      [recipe],
    );
    return rows[0]?.calculation_version;
  };

  test("are brought up to date after an upgrade, once, whoever starts how often", async () => {
    const seasoned = await cook("1 tsp each ground cumin and coriander");
    const plain = await cook("100 g rice");
    await deliver();
    await asBefore(seasoned);
    await asBefore(plain);
    const told = await events("NutritionCalculated");
    await Promise.all([setUp(db.database), setUp(db.database)]);
    await setUp(db.database);
    const steps = (await events("NutritionOutdated")).flatMap((detail) => detail.recipe_ids);
    expect(steps).toContain(seasoned);
    expect(steps).toHaveLength(new Set(steps).size);
    await deliver();
    const [line] = (await figures(seasoned)).lines;
    expect(line?.parts?.map(({ line: at, text }) => [at, text])).toEqual([
      [0, "ground cumin"],
      [0, "ground coriander"],
    ]);
    expect(await version(seasoned)).toBe(CALCULATION_VERSION);
    // What hasn't changed is noted, and not told.
    expect(await version(plain)).toBe(CALCULATION_VERSION);
    const after = await events("NutritionCalculated");
    expect(after.slice(told.length).map((detail) => detail.recipe_id)).toEqual([seasoned]);
    await setUp(db.database);
    expect((await events("NutritionOutdated")).flatMap((detail) => detail.recipe_ids)).toEqual(steps);
  });
});
