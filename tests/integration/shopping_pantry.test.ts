import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { completeList } from "../../f/meal-planner/handlers/shopping_list/complete_list.ts";
import { cookMeal } from "../../f/meal-planner/handlers/shopping_list/cook_meal.ts";
import { generateList } from "../../f/meal-planner/handlers/shopping_list/generate_list.ts";
import { getList } from "../../f/meal-planner/handlers/shopping_list/get_list.ts";
import { getPantry } from "../../f/meal-planner/handlers/shopping_list/get_pantry.ts";
import type { ItemView } from "../../f/meal-planner/handlers/shopping_list/list_view.ts";
import { setPantry } from "../../f/meal-planner/handlers/shopping_list/set_pantry.ts";
import { updateItems } from "../../f/meal-planner/handlers/shopping_list/update_items.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { MONDAY, openKitchen, TUESDAY, WEDNESDAY, writePlan, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => db.database.transaction(loadStarterFoods));
let household: Household;
let household_id: string;
let pasta: string;

beforeEach(async () => {
  await db.database.transaction(async (tx) => {
    household = await openKitchen(tx);
    household_id = household.household_id;
    pasta = await writeRecipe(tx, household, {
      name: "Pasta",
      servings: 1,
      lines: ["100 g spaghetti", "2 eggs", "1 sheet zorbleaf"],
    });
  });
});

type PantryItems = Parameters<typeof setPantry>[1]["items"];
const stock = (items: PantryItems) => db.database.transaction((tx) => setPantry(tx, { items, household_id }));
const pantry = (ledger = false) => db.database.transaction((tx) => getPantry(tx, { ledger, household_id }));
const generate = (planId: string) =>
  db.database.transaction((tx) => generateList(tx, { planId, householdId: household_id }));
const see = (listId: string) =>
  db.database.transaction((tx) => getList(tx, { listId, householdId: household_id }));
const plan = (meals: Parameters<typeof writePlan>[2], options: Parameters<typeof writePlan>[3] = {}) =>
  db.database.transaction((tx) => writePlan(tx, household, meals, options));
const cook = (plan_id: string, date: string, extra_portions = 0) =>
  db.database.transaction((tx) => cookMeal(tx, { plan_id, date, position: 0, extra_portions, household_id }));

async function itemsOf(listId: string): Promise<ItemView[]> {
  return (await see(listId)).aisles.flatMap((aisle) => aisle.items);
}
const exactOf = async (listId: string, name: string) =>
  (await itemsOf(listId)).find((item) => item.name === name)?.exact_amount;

async function amountOf(name: string): Promise<number | undefined> {
  return (await pantry()).items.find((item) => item.name === name)?.amount;
}

async function tickAll(list_id: string) {
  const list = await see(list_id);
  const items = list.aisles.flatMap((aisle) => aisle.items);
  return db.database.transaction((tx) =>
    updateItems(tx, {
      list_id,
      version: list.version,
      items: items.map(({ item_id }) => ({ item_id, ticked: true })),
      household_id,
    }),
  );
}

/** The ledger's sums and the lots' amounts, which must always agree. */
async function balances(): Promise<{ key: string; amount: number; ledger: number }[]> {
  const { rows } = await db.database.query<{ key: string; amount: number; ledger: number }>(
    `select lot.key, lot.amount, (select sum(delta) from meal_planner.pantry_ledger entry
       where entry.lot_id = lot.lot_id) as ledger
     from meal_planner.pantry_lots lot where lot.household_id = $1::uuid`,
    [household_id],
  );
  return rows;
}

describe("what is at home", () => {
  test("is set in words, shown in the unit that is bought, and can be emptied", async () => {
    await stock([
      { line: "750 g spaghetti" },
      { line: "6 eggs", best_before: MONDAY },
      { line: "2 sheets zorbleaf" },
    ]);
    expect((await pantry()).items.map((item) => [item.name, item.amount_text])).toEqual([
      ["egg", "6"],
      ["spaghetti", "750 g"],
      ["zorbleaf", "2 sheets"],
    ]);
    expect(await stock([{ line: "750 g spaghetti" }])).toEqual({ changed: 0 });
    expect(await stock([{ line: "0 g spaghetti" }])).toEqual({ changed: 1 });
    expect(await amountOf("spaghetti")).toBeUndefined();
  });

  test("that can't be weighed or isn't counted is refused, and nothing is written", async () => {
    await expect(stock([{ line: "500 g rice" }, { line: "some spaghetti" }])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [{ path: "items[1].line" }],
    });
    await expect(stock([{ recipe_id: household_id, portions: 2 }])).rejects.toMatchObject({
      details: [{ path: "items[0].recipe_id" }],
    });
    expect((await pantry()).items).toEqual([]);
  });

  test("is taken off a list, which says so", async () => {
    await stock([{ line: "250 g spaghetti" }, { line: "12 eggs" }, { line: "1 sheet zorbleaf" }]);
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 3 }]);
    const { list_id } = await generate(planId);
    const list = await see(list_id);
    expect((await itemsOf(list_id)).map((item) => [item.name, item.exact_amount])).toEqual([
      ["spaghetti", 50],
      ["zorbleaf", 2],
    ]);
    expect(list.from_pantry).toEqual([
      { name: "egg", amount: "6" },
      { name: "spaghetti", amount: "250 g" },
      { name: "zorbleaf", amount: "1 sheet" },
    ]);
  });

  test("that spoils before the meal isn't counted on", async () => {
    await stock([{ line: "500 g spaghetti", best_before: MONDAY }]);
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 1 },
      { date: TUESDAY, recipeId: pasta, portions: 1 },
    ]);
    const { list_id } = await generate(planId);
    expect(await exactOf(list_id, "spaghetti")).toBe(100);
  });

  test("for always is only to be checked", async () => {
    await stock([{ line: "spaghetti", always_have: true }]);
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 1 }]);
    const { list_id } = await generate(planId);
    expect((await see(list_id)).check.map((item) => [item.name, item.check])).toEqual([
      ["spaghetti", "at_home"],
    ]);
  });

  test("isn't promised to two plans", async () => {
    await stock([{ line: "500 g spaghetti" }]);
    const first = await plan([{ date: MONDAY, recipeId: pasta, portions: 4 }]);
    const second = await plan([{ date: "2096-01-09", recipeId: pasta, portions: 4 }], {
      start: "2096-01-09",
    });
    const firstList = await generate(first);
    const secondList = await generate(second);
    expect(await exactOf(firstList.list_id, "spaghetti")).toBeUndefined();
    expect(await exactOf(secondList.list_id, "spaghetti")).toBe(300);
    expect(await generate(first)).toMatchObject({ changed: 0 });
    expect(await generate(second)).toMatchObject({ changed: 0 });
  });
});

describe("cooking a planned meal", () => {
  test("takes from the pantry, what spoils first going first, never below zero, and once", async () => {
    await stock([
      { line: "150 g spaghetti", best_before: WEDNESDAY },
      { line: "500 g spaghetti" },
      { line: "1 egg" },
    ]);
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const cooked = await cook(planId, MONDAY);
    expect(cooked).toMatchObject({ recipe: "Pasta", already: false });
    expect(cooked.taken).toContainEqual({ name: "spaghetti", amount: "200 g" });
    expect(cooked.short).toEqual([
      { name: "egg", amount: "3" },
      { name: "zorbleaf", amount: "2 sheets" },
    ]);
    const before = await pantry();
    expect(before.items.find((item) => item.name === "spaghetti")).toMatchObject({
      amount: 450,
      lots: [{ amount: 450, best_before: null }],
    });
    expect(before.items.find((item) => item.name === "egg")).toBeUndefined();
    expect(await cook(planId, MONDAY)).toMatchObject({ already: true, taken: [] });
    expect(await pantry()).toEqual(before);
    for (const { amount, ledger } of await balances()) expect(amount).toBeCloseTo(ledger, 9);
  });

  test("by two people at once takes once; two meals at once never take more than there is", async () => {
    await stock([{ line: "300 g spaghetti" }]);
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 2 },
      { date: TUESDAY, recipeId: pasta, portions: 2 },
    ]);
    const cooked = await Promise.all([
      cook(planId, MONDAY),
      cook(planId, MONDAY),
      cook(planId, TUESDAY),
      cook(planId, TUESDAY),
    ]);
    expect(cooked.filter((meal) => meal.already)).toHaveLength(2);
    const short = cooked.flatMap((meal) => meal.short).filter((line) => line.name === "spaghetti");
    expect(short).toEqual([{ name: "spaghetti", amount: "100 g" }]);
    for (const { amount, ledger } of await balances()) {
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(amount).toBeCloseTo(ledger, 9);
    }
  });

  test("doesn't change the list that the meal is on", async () => {
    await stock([{ line: "150 g spaghetti" }]);
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 1 },
      { date: TUESDAY, recipeId: pasta, portions: 1 },
    ]);
    const { list_id } = await generate(planId);
    const before = await see(list_id);
    await cook(planId, MONDAY);
    expect(await generate(planId)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await see(list_id)).toEqual(before);
  });

  test("with more portions keeps leftovers, and a later meal of the recipe needs so much less", async () => {
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 2 },
      { date: TUESDAY, recipeId: pasta, portions: 3 },
    ]);
    await cook(planId, MONDAY, 2);
    expect((await pantry()).items).toMatchObject([{ name: "Pasta", unit: "portion", amount: 2 }]);
    const { list_id } = await generate(planId);
    expect(await exactOf(list_id, "spaghetti")).toBe(100);
    expect(await cook(planId, TUESDAY)).toMatchObject({
      short: [{ name: "spaghetti", amount: "100 g" }, { name: "egg", amount: "2" }, {}],
    });
    expect((await pantry()).items).toEqual([]);
  });

  test("that isn't planned is refused", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    await expect(cook(planId, WEDNESDAY)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("completing a list", () => {
  test("brings what was ticked home and tells it once", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const { list_id } = await generate(planId);
    await tickAll(list_id);
    const complete = () =>
      db.database.transaction((tx) => completeList(tx, { list_id, add_to_pantry: true, household_id }));
    const done = await complete();
    expect(done).toMatchObject({ state: "completed", bought: 3, left: 0 });
    expect(await complete()).toEqual(done);
    expect(await amountOf("spaghetti")).toBe(500);
    expect((await pantry()).items.find((item) => item.name === "egg")?.amount_text).toBe("6");
    expect(await amountOf("zorbleaf")).toBe(2);
    const { rows } = await db.database.query(
      `select 1 from meal_planner.events
       where detail_type = 'ShoppingListCompleted' and detail ->> 'list_id' = $1::text`,
      [list_id],
    );
    expect(rows).toHaveLength(1);
  });

  test("leaves the plan answered: making its list again gives the completed one, until the plan asks for more", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const { list_id } = await generate(planId);
    await tickAll(list_id);
    await db.database.transaction((tx) => completeList(tx, { list_id, add_to_pantry: true, household_id }));
    expect(await generate(planId)).toMatchObject({ list_id, state: "completed", created: false });
    await plan([{ date: MONDAY, recipeId: pasta, portions: 3 }], { planId });
    // 500 g of spaghetti and 6 eggs came home: enough for three; the third sheet is missing.
    const next = await generate(planId);
    expect(next).toMatchObject({ created: true });
    expect(next.list_id).not.toBe(list_id);
    expect((await itemsOf(next.list_id)).map((item) => [item.name, item.exact_amount])).toEqual([
      ["zorbleaf", 1],
    ]);
    expect(await generate(planId)).toMatchObject({ list_id: next.list_id, created: false, changed: 0 });
  });

  test("by many at once brings it home once", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const { list_id } = await generate(planId);
    await tickAll(list_id);
    const done = await Promise.all(
      Array.from({ length: 5 }, () =>
        db.database.transaction((tx) => completeList(tx, { list_id, add_to_pantry: true, household_id })),
      ),
    );
    expect(new Set(done.map((list) => JSON.stringify(list))).size).toBe(1);
    expect(await amountOf("spaghetti")).toBe(500);
  });

  test("ends its editing", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const { list_id } = await generate(planId);
    await db.database.transaction((tx) => completeList(tx, { list_id, add_to_pantry: true, household_id }));
    await expect(tickAll(list_id)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

test("a line of several foods sets each, and is refused where they share an amount", async () => {
  await stock([{ line: "salt and pepper", always_have: true }, { line: "200 g rice and 100 g sugar" }]);
  const { items } = await pantry();
  const grams = Object.fromEntries(items.map((food) => [food.name, food.amount]));
  expect(Object.keys(grams).sort()).toEqual(["black pepper", "long-grain rice", "salt", "sugar"]);
  expect(grams).toMatchObject({ "long-grain rice": 200 });
  await expect(stock([{ line: "500 g carrots and parsnips" }])).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: [{ path: "items[0].line", message: expect.stringContaining("a line of its own") }],
  });
});
