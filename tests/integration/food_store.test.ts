import { beforeAll, describe, expect, test } from "vitest";
import { confirmFood, forgetFood } from "../../f/meal-planner/foods/food_mapping.ts";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { foodIndexFor, readFoods } from "../../f/meal-planner/foods/food_store.ts";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { matchLine } from "../../f/meal-planner/foods/match.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";
import { setHousehold } from "../../f/meal-planner/households/household.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const count = async () =>
  (await db.database.query<{ n: number }>("select count(*)::integer as n from meal_planner.foods")).rows[0]
    ?.n;

describe("starter foods", () => {
  test("are all there after loading, and loading again changes nothing", async () => {
    await db.database.transaction(loadStarterFoods);
    expect(await count()).toBe(STARTER_FOODS.length);
    const before = await db.database.query(
      "select food_id, updated_at from meal_planner.foods order by food_id",
    );
    expect(await db.database.transaction(loadStarterFoods)).toEqual({
      changed: false,
      foods: STARTER_FOODS.length,
    });
    const after = await db.database.query(
      "select food_id, updated_at from meal_planner.foods order by food_id",
    );
    expect(after.rows).toEqual(before.rows);
  });

  test("two loaders at once leave one copy", async () => {
    await db.database.query("delete from meal_planner.food_datasets");
    await Promise.all([db.database.transaction(loadStarterFoods), db.database.transaction(loadStarterFoods)]);
    expect(await count()).toBe(STARTER_FOODS.length);
  });

  test("a staple that has left the table leaves the database", async () => {
    await db.database.query(
      `insert into meal_planner.foods (food_id, source, source_id, description, per_100g)
       values ($1::uuid, 'starter', 'gone', 'gone', '{}'::jsonb)`,
      [foodIdOf("starter", "gone")],
    );
    await db.database.query(
      "update meal_planner.food_datasets set content_hash = 'old' where source = 'starter'",
    );
    await db.database.transaction(loadStarterFoods);
    expect(await count()).toBe(STARTER_FOODS.length);
  });

  test("have the same ids on every installation", () => {
    expect(foodIdOf("starter", "olive_oil")).toBe("5e17a0a6-a4b1-87fc-992b-f203db55c842");
  });
});

describe("a household's own mapping", () => {
  let householdId = "";
  beforeAll(async () => {
    await db.database.transaction(loadStarterFoods);
    const household = await db.database.transaction((tx) =>
      setHousehold(tx, { name: "Mappers", time_zone: "Europe/Berlin", make_default: false }),
    );
    householdId = household.household_id;
  });

  const match = (line: string, household?: string) =>
    db.database.transaction(async (tx) =>
      matchLine(await foodIndexFor(tx, household), parseIngredientLine(line)),
    );

  test("wins from then on, for that household alone, in whatever number it is written", async () => {
    const honey = foodIdOf("starter", "honey");
    expect((await match("2 tbsp sweet stuff")).food).toBeNull();
    await db.database.transaction((tx) => confirmFood(tx, householdId, "1 cup sweet stuffs", honey));
    expect(await match("2 tbsp sweet stuff", householdId)).toMatchObject({
      score: 1,
      food: { foodId: honey },
    });
    expect((await match("2 tbsp sweet stuff")).food).toBeNull();
  });

  test("beats a food that is called exactly so, and can be taken back", async () => {
    const margarine = foodIdOf("starter", "margarine");
    await db.database.transaction((tx) => confirmFood(tx, householdId, "butter", margarine));
    expect((await match("100 g butter", householdId)).food?.foodId).toBe(margarine);
    expect(await db.database.transaction((tx) => forgetFood(tx, householdId, "butter"))).toBe(true);
    expect((await match("100 g butter", householdId)).food?.name).toMatch(/butter/);
  });

  test("says which food it replaces", async () => {
    const [oil, honey] = [foodIdOf("starter", "olive_oil"), foodIdOf("starter", "honey")];
    await db.database.transaction((tx) => confirmFood(tx, householdId, "liquid gold", oil));
    const again = await db.database.transaction((tx) => confirmFood(tx, householdId, "liquid gold", honey));
    expect(again).toMatchObject({ replaced: oil, nameKey: "liquid gold", food: { foodId: honey } });
  });

  test("of an unknown food is refused and nothing is kept", async () => {
    const nobody = "00000000-0000-8000-8000-000000000000";
    const confirm = db.database.transaction((tx) => confirmFood(tx, householdId, "mystery", nobody));
    await expect(confirm).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await match("1 mystery", householdId)).food).toBeNull();
  });
});

test("a record reads back as it was written", async () => {
  const [oil] = await db.database.transaction((tx) => readFoods(tx, [foodIdOf("starter", "olive_oil")]));
  const staple = STARTER_FOODS.find((food) => food.key === "olive_oil");
  expect(oil).toMatchObject({
    name: "olive oil",
    per100g: staple?.per100g,
    densityGramsPerMl: staple?.densityGramsPerMl,
    origins: ["plant"],
    allergens: [],
    soldAs: staple?.soldAs,
  });
});
