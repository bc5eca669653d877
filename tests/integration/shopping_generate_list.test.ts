import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { addItems } from "../../f/meal-planner/handlers/shopping_list/add_items.ts";
import { generateList } from "../../f/meal-planner/handlers/shopping_list/generate_list.ts";
import { getList } from "../../f/meal-planner/handlers/shopping_list/get_list.ts";
import type { ListView } from "../../f/meal-planner/handlers/shopping_list/list_view.ts";
import { setPantry } from "../../f/meal-planner/handlers/shopping_list/set_pantry.ts";
import { updateItems } from "../../f/meal-planner/handlers/shopping_list/update_items.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { MONDAY, openKitchen, TUESDAY, WEDNESDAY, writePlan, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => db.database.transaction(loadStarterFoods));
let household: Household;
let householdId: string;
let pasta: string;
let soup: string;

beforeEach(async () => {
  await db.database.transaction(async (tx) => {
    household = await openKitchen(tx);
    householdId = household.household_id;
    pasta = await writeRecipe(tx, household, {
      name: "Pasta al pomodoro",
      servings: 4,
      lines: [
        "400 g spaghetti",
        "2 cans chopped tomatoes",
        "4 cloves garlic",
        "salt to taste",
        "1 l water",
        "2 tbsp olive oil",
        "3 leaves magic basil-ish herb",
      ],
    });
    soup = await writeRecipe(tx, household, {
      name: "Onion soup",
      servings: 2,
      lines: ["6 onions", "2 cloves garlic", "100 g spaghetti"],
    });
  });
});

const generate = (planId: string) =>
  db.database.transaction((tx) => generateList(tx, { planId, householdId }));
const see = (listId: string) => db.database.transaction((tx) => getList(tx, { listId, householdId }));
const plan = (meals: Parameters<typeof writePlan>[2], planId?: string) =>
  db.database.transaction((tx) => writePlan(tx, household, meals, { planId }));

function shown(list: ListView): string[] {
  return list.aisles.flatMap(({ title, items }) => items.map((item) => `${title}: ${item.display}`));
}

function itemNamed(list: ListView, name: string) {
  const items = [...list.aisles.flatMap((aisle) => aisle.items), ...list.check];
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`No line ${name} in ${items.map((item) => item.name)}`);
  return found;
}

async function eventsOf(listId: string): Promise<{ type: string; detail: Record<string, unknown> }[]> {
  const { rows } = await db.database.query<{ type: string; detail: Record<string, unknown> }>(
    `select detail_type as type, detail from meal_planner.events
     where detail ->> 'list_id' = $1::text order by id`,
    [listId],
  );
  return rows;
}

describe("a list made from a plan", () => {
  test("has what the portions need, merged, by aisle, with the meals that need it", async () => {
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 2 },
      { date: TUESDAY, recipeId: soup, portions: 2 },
    ]);
    const made = await generate(planId);
    expect(made).toMatchObject({ created: true, state: "open", version: 1 });
    const list = await see(made.list_id);
    expect(shown(list)).toEqual([
      "Fruit and vegetables: 1 bulb garlic (4 cloves)",
      "Fruit and vegetables: 6 onions",
      "Grains and pasta: 500 g spaghetti",
      "Canned and jarred: 1 can chopped tomatoes (400 g)",
      "Other: 2 leaves magic basil-ish herb",
    ]);
    expect(itemNamed(list, "spaghetti")).toMatchObject({
      amount: 500,
      exact_amount: 300,
      grams: 300,
      need: "300 g",
    });
    expect(itemNamed(list, "spaghetti").sources).toMatchObject([
      { date: MONDAY, recipe: "Pasta al pomodoro", amount: "200 g", grams: 200, plan_id: planId },
      { date: TUESDAY, recipe: "Onion soup", amount: "100 g", grams: 100 },
    ]);
    expect(list.check.map((item) => [item.name, item.check])).toEqual([
      ["olive oil", "staple"],
      ["salt", "staple"],
    ]);
    expect(list).toMatchObject({ plan_id: planId, items: 5, ticked: 0 });
  });

  test("made twice changes nothing and tells nobody", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const first = await generate(planId);
    const before = await see(first.list_id);
    const second = await generate(planId);
    expect(second).toEqual({ ...first, created: false, added: 0 });
    expect(await see(first.list_id)).toEqual(before);
    expect((await eventsOf(first.list_id)).map((event) => event.type)).toEqual(["ShoppingListCreated"]);
  });

  test("made by many at once is one list", async () => {
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const made = await Promise.all(Array.from({ length: 6 }, () => generate(planId)));
    expect(new Set(made.map((list) => list.list_id)).size).toBe(1);
    expect(made.filter((list) => list.created)).toHaveLength(1);
  });

  test("for some days has only their meals", async () => {
    const planId = await plan([
      { date: MONDAY, recipeId: pasta, portions: 4 },
      { date: WEDNESDAY, recipeId: soup, portions: 2 },
    ]);
    const made = await db.database.transaction((tx) =>
      generateList(tx, { planId, fromDate: TUESDAY, toDate: WEDNESDAY, householdId }),
    );
    expect(shown(await see(made.list_id))).toEqual([
      "Fruit and vegetables: 1 bulb garlic (2 cloves)",
      "Fruit and vegetables: 6 onions",
      "Grains and pasta: 500 g spaghetti",
    ]);
    const ofDays = await db.database.transaction((tx) =>
      generateList(tx, { fromDate: WEDNESDAY, toDate: WEDNESDAY, householdId }),
    );
    expect(ofDays.list_id).not.toBe(made.list_id);
    expect(shown(await see(ofDays.list_id))).toHaveLength(3);
  });

  test("of an unknown plan, or another household's, is refused and nothing is written", async () => {
    const other = await db.database.transaction(openKitchen);
    const planId = await plan([{ date: MONDAY, recipeId: pasta, portions: 2 }]);
    const theirs = db.database.transaction((tx) =>
      generateList(tx, { planId, householdId: other.household_id }),
    );
    await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(generate("0192f5a0-0000-7000-8000-00000000dead")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const noDays = db.database.transaction((tx) =>
      generateList(tx, { fromDate: "2090-01-01", toDate: "2090-01-02", householdId }),
    );
    await expect(noDays).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const { rows } = await db.database.query(
      "select 1 from meal_planner.shopping_lists where plan_id = $1::uuid or household_id = $2::uuid",
      [planId, other.household_id],
    );
    expect(rows).toEqual([]);
  });
});

describe("when the plan changes", () => {
  const week = () => [
    { date: MONDAY, recipeId: pasta, portions: 2 },
    { date: TUESDAY, recipeId: soup, portions: 2 },
  ];

  async function tick(listId: string, name: string) {
    const list = await see(listId);
    return db.database.transaction((tx) =>
      updateItems(tx, {
        list_id: listId,
        version: list.version,
        items: [{ item_id: itemNamed(list, name).item_id, ticked: true }],
        household_id: householdId,
      }),
    );
  }

  test("ticked and hand-made lines stay, and changed amounts are shown as a difference", async () => {
    const planId = await plan(week());
    const { list_id } = await generate(planId);
    await tick(list_id, "onion");
    await db.database.transaction((tx) =>
      addItems(tx, { list_id, items: ["3 lemons"], household_id: householdId }),
    );
    await plan([{ date: MONDAY, recipeId: pasta, portions: 8 }], planId);
    const updated = await generate(planId);
    expect(updated).toMatchObject({ list_id, created: false, removed: 1 });
    const list = await see(list_id);
    expect(itemNamed(list, "onion")).toMatchObject({ ticked: true, amount: 0, change: { text: "6 less" } });
    expect(itemNamed(list, "lemon")).toMatchObject({ display: "3 lemons", origin: "hand" });
    expect(itemNamed(list, "spaghetti")).toMatchObject({ amount: 1000, change: { text: "500 g more" } });
    expect(itemNamed(list, "canned chopped tomato")).toMatchObject({ amount: 4, change: { from: 1, to: 4 } });
  });

  test("a ticked line comes back only when more of it is needed", async () => {
    const planId = await plan(week());
    const { list_id } = await generate(planId);
    await tick(list_id, "spaghetti");
    await plan([{ date: MONDAY, recipeId: pasta, portions: 4 }, week()[1]!], planId);
    await generate(planId);
    expect(itemNamed(await see(list_id), "spaghetti")).toMatchObject({ ticked: true, exact_amount: 500 });
    await plan([{ date: MONDAY, recipeId: pasta, portions: 5 }, week()[1]!], planId);
    await generate(planId);
    expect(itemNamed(await see(list_id), "spaghetti")).toMatchObject({
      ticked: false,
      amount: 1000,
      change: { from: 500, to: 1000, text: "500 g more" },
    });
  });

  test("a tick made on the list as it was before is for what was on it then", async () => {
    const planId = await plan(week());
    const { list_id } = await generate(planId);
    const seen = await see(list_id);
    await plan([{ date: MONDAY, recipeId: pasta, portions: 8 }, week()[1]!], planId);
    await generate(planId);
    const tickSpaghetti = () =>
      db.database.transaction((tx) =>
        updateItems(tx, {
          list_id,
          version: seen.version,
          items: [{ item_id: itemNamed(seen, "spaghetti").item_id, ticked: true }],
          household_id: householdId,
        }),
      );
    await tickSpaghetti();
    expect(itemNamed(await see(list_id), "spaghetti")).toMatchObject({
      ticked: false,
      amount: 1000,
      change: { from: 500, text: "500 g more" },
    });
    expect(await tickSpaghetti()).toMatchObject({ updated: [] });
  });

  test("and changes back, the list is what it was, ticks included", async () => {
    const planId = await plan(week());
    const { list_id } = await generate(planId);
    await tick(list_id, "onion");
    await tick(list_id, "spaghetti");
    const before = await see(list_id);
    await plan([{ date: MONDAY, recipeId: pasta, portions: 20 }], planId);
    await generate(planId);
    expect(await see(list_id)).not.toEqual(before);
    await plan(week(), planId);
    await generate(planId);
    expect({ ...(await see(list_id)), version: 0 }).toEqual({ ...before, version: 0 });
  });

  test("one update is told for one change", async () => {
    const planId = await plan(week());
    const { list_id } = await generate(planId);
    await plan([week()[0]!], planId);
    await generate(planId);
    await generate(planId);
    const events = await eventsOf(list_id);
    expect(events.map((event) => event.type)).toEqual(["ShoppingListCreated", "ShoppingListUpdated"]);
    expect(events[1]?.detail).toMatchObject({ list_id, version: 2, removed: 1, added: 0 });
  });
});

const cookOnMonday = async (lines: string[]) => {
  const recipeId = await db.database.transaction((tx) =>
    writeRecipe(tx, household, { name: "Stew", servings: 2, lines }),
  );
  return plan([{ date: MONDAY, recipeId, portions: 4 }]);
};

test("what is weighed with shells and bones is bought with them", async () => {
  const planId = await cookOnMonday(["500 g prawns, shell on", "1 kg bone-in lamb shoulder"]);
  const list = await see((await generate(planId)).list_id);
  expect([itemNamed(list, "prawn").grams, itemNamed(list, "lamb shoulder").grams]).toEqual([1000, 2000]);
});

describe("a line of several foods", () => {
  test("puts each on the list with its own amount, and tells of both what they are for", async () => {
    const planId = await cookOnMonday([
      "salt and pepper",
      "500 g each carrots and parsnips",
      "250 g butter and 6 eggs",
    ]);
    const list = await see((await generate(planId)).list_id);
    expect(list.check.map((item) => item.name).sort()).toEqual(["black pepper", "salt"]);
    expect(itemNamed(list, "black pepper").sources).toMatchObject([
      { recipe: "Stew", original: "salt and pepper" },
    ]);
    expect([itemNamed(list, "carrot").grams, itemNamed(list, "parsnip").grams]).toEqual([1000, 1000]);
    expect(itemNamed(list, "butter").grams).toBe(500);
    expect(itemNamed(list, "egg")).toMatchObject({
      amount: 12,
      sources: [{ recipe: "Stew", original: "250 g butter and 6 eggs" }],
    });
  });

  test("takes from the pantry what is there of each", async () => {
    const planId = await cookOnMonday(["500 g each carrots and parsnips", "salt and pepper"]);
    await db.database.transaction((tx) =>
      setPantry(tx, {
        household_id: householdId,
        items: [{ line: "600 g parsnips" }, { line: "black pepper", always_have: true }],
      }),
    );
    const list = await see((await generate(planId)).list_id);
    expect(itemNamed(list, "carrot")).toMatchObject({ grams: 1000 });
    expect(itemNamed(list, "parsnip").grams).toBe(400);
    expect(list.from_pantry.map((entry) => entry.name)).toEqual(["parsnip"]);
    expect(itemNamed(list, "black pepper").check).toBe("at_home");
    expect(itemNamed(list, "salt").check).toBe("staple");
  });

  test("is one thing where it is called by several", async () => {
    const planId = await cookOnMonday([
      "1 bag salt and vinegar crisps",
      "macaroni and cheese",
      "200 ml half and half",
    ]);
    const list = await see((await generate(planId)).list_id);
    const names = [...list.aisles.flatMap((aisle) => aisle.items), ...list.check].map((item) => item.name);
    expect(names.sort()).toEqual(["half and half", "macaroni and cheese", "salt and vinegar crisps"]);
  });

  test("is two things to buy where somebody writes it by hand, unless they share an amount", async () => {
    const planId = await cookOnMonday(["1 l whole milk"]);
    const { list_id } = await generate(planId);
    const { items } = await db.database.transaction((tx) =>
      addItems(tx, {
        list_id,
        household_id: householdId,
        items: [
          "milk and eggs",
          { name: "oats and honey", note: "the good ones" },
          "2 kg carrots and parsnips",
          "fish and chips",
        ],
      }),
    );
    expect(items.map((item) => item.display)).toEqual([
      ...["milk", "eggs", "oats", "honey", "2 kg carrots and parsnips", "fish and chips"],
    ]);
    const list = await see(list_id);
    const noted = list.aisles.flatMap((aisle) => aisle.items).filter((item) => item.note === "the good ones");
    expect(noted).toHaveLength(2);
  });
});
