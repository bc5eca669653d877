import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { main as addItems } from "../../f/meal-planner/handlers/shopping_list/add_items/script.ts";
import { main as completeList } from "../../f/meal-planner/handlers/shopping_list/complete_list/script.ts";
import { main as cookMeal } from "../../f/meal-planner/handlers/shopping_list/cook_meal/script.ts";
import { main as createList } from "../../f/meal-planner/handlers/shopping_list/create_list/script.ts";
import type { ExportedList } from "../../f/meal-planner/handlers/shopping_list/export_list.ts";
import { main as generateList } from "../../f/meal-planner/handlers/shopping_list/generate_list/script.ts";
import { main as getList } from "../../f/meal-planner/handlers/shopping_list/get_list/script.ts";
import { main as getPantry } from "../../f/meal-planner/handlers/shopping_list/get_pantry/script.ts";
import type { ItemView, ListView } from "../../f/meal-planner/handlers/shopping_list/list_view.ts";
import { main as setPantry } from "../../f/meal-planner/handlers/shopping_list/set_pantry/script.ts";
import { main as setRecurring } from "../../f/meal-planner/handlers/shopping_list/set_recurring/script.ts";
import { main as setShop } from "../../f/meal-planner/handlers/shopping_list/set_shop/script.ts";
import { main as shareList } from "../../f/meal-planner/handlers/shopping_list/share_list/script.ts";
import { main as updateItems } from "../../f/meal-planner/handlers/shopping_list/update_items/script.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { MONDAY, openKitchen, writePlan, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => db.database.transaction(loadStarterFoods));
let household: Household;
let home: string;

beforeEach(async () => {
  household = await db.database.transaction(openKitchen);
  home = household.household_id;
});

type Line = Parameters<typeof createList>[1];
type Edit = NonNullable<Parameters<typeof updateItems>[2]>[number];

async function list(items: Line, options: { recurring?: boolean } = {}): Promise<string> {
  const made = await createList("Weekend", items, options.recurring, undefined, undefined, home, db.resource);
  return made.list_id;
}
const see = async (listId: string) =>
  (await getList(listId, undefined, undefined, "json", home, db.resource)) as ListView;
const itemsOf = async (listId: string) => (await see(listId)).aisles.flatMap((aisle) => aisle.items);
const edit = (listId: string, version: number, ...edits: Edit[]) =>
  updateItems(listId, version, edits, undefined, home, db.resource);

async function itemNamed(listId: string, name: string): Promise<ItemView> {
  const found = (await itemsOf(listId)).find((item) => item.name === name);
  if (!found) throw new Error(`No line ${name}`);
  return found;
}

describe("lines in free text", () => {
  test("are understood, kept as written and put in their aisles; unknown foods go under other", async () => {
    const listId = await list([
      "3 lemons",
      "500g spaghetti",
      { name: "milk", quantity: 2, unit: "l" },
      "zorble polish",
    ]);
    const view = await see(listId);
    expect(view.aisles.map(({ title, items }) => [title, ...items.map((item) => item.display)])).toEqual([
      ["Fruit and vegetables", "3 lemons"],
      ["Dairy and eggs", "2 l milk"],
      ["Grains and pasta", "500g spaghetti"],
      ["Other", "zorble polish"],
    ]);
    expect(view.aisles[0]?.items[0]).toMatchObject({
      amount: 3,
      unit: "piece",
      origin: "hand",
      ticked: false,
    });
  });

  test("with amounts that a computer added up are read as what they mean", async () => {
    const listId = await list([{ name: "flour", quantity: 0.1 + 0.2, unit: "kg" }, "- 2 lemons"]);
    expect((await itemsOf(listId)).map((item) => [item.name, item.amount])).toEqual([
      ["lemon", 2],
      ["plain flour", 300],
    ]);
  });

  test("added again in the same unit grow, in another stay apart", async () => {
    const listId = await list(["3 lemons", "zorble polish"]);
    const added = await addItems(
      listId,
      ["2 lemons", "1 kg lemons", "Zorble  polish"],
      undefined,
      home,
      db.resource,
    );
    expect(added.items.map((item) => [item.display, item.merged])).toEqual([
      ["5 lemons", true],
      ["1 kg lemons", false],
      ["zorble polish", true],
    ]);
    expect(await itemsOf(listId)).toHaveLength(3);
  });

  test("sent twice under one request id are added once, and both are answered alike", async () => {
    const listId = await list(["3 eggs"]);
    const add = (items: string[]) => addItems(listId, items, "phone 1", home, db.resource);
    const [first, second] = [await add(["2 lemons"]), await add(["2 lemons"])];
    expect(second).toEqual(first);
    expect((await itemsOf(listId)).map((item) => item.display)).toEqual(["2 lemons", "3 eggs"]);
    await expect(add(["9 lemons"])).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
  });

  test("that are too long, negative or of an unknown unit are refused with their place, and nothing changes", async () => {
    const listId = await list(["3 lemons"]);
    const before = await see(listId);
    const add = (items: Parameters<typeof addItems>[1]) =>
      addItems(listId, items, undefined, home, db.resource);
    await expect(add(["ok", "x".repeat(10_000)])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [{ path: "items[1]", message: "At most 500 characters." }],
    });
    await expect(add([{ name: "milk", quantity: -1 }])).rejects.toMatchObject({
      details: [{ path: "items[0].quantity" }],
    });
    await expect(add([{ name: "milk", quantity: 1, unit: "zorbles" }])).rejects.toMatchObject({
      details: [{ path: "items[0].unit" }],
    });
    await expect(add(["-3 lemons"])).rejects.toMatchObject({ details: [{ path: "items[0]" }] });
    await expect(add(["milk", "0 lemons"])).rejects.toMatchObject({ details: [{ path: "items[1]" }] });
    await expect(add([])).rejects.toMatchObject({ details: [{ path: "items" }] });
    expect(await see(listId)).toEqual(before);
  });
});

describe("two people at once", () => {
  test("who change different fields of a line both keep their edit", async () => {
    const listId = await list(["3 lemons"]);
    const { item_id } = await itemNamed(listId, "lemon");
    const [mine, yours] = await Promise.all([
      edit(listId, 1, { item_id, ticked: true }),
      edit(listId, 1, { item_id, note: "unwaxed" }),
    ]);
    expect([...mine.conflicts, ...yours.conflicts]).toEqual([]);
    expect(await itemNamed(listId, "lemon")).toMatchObject({ ticked: true, note: "unwaxed" });
    expect((await see(listId)).version).toBe(3);
  });

  test("who change one field differently: the first stands, the second is told, and the rest of the edit is taken", async () => {
    const listId = await list(["3 lemons"]);
    const { item_id } = await itemNamed(listId, "lemon");
    await edit(listId, 1, { item_id, note: "unwaxed" });
    const second = await edit(listId, 1, { item_id, note: "organic", price: 1.2 });
    expect(second).toMatchObject({
      version: 3,
      updated: [item_id],
      conflicts: [{ item_id, field: "note", yours: "organic", theirs: "unwaxed", version: 2 }],
    });
    expect(await itemNamed(listId, "lemon")).toMatchObject({ note: "unwaxed", price: 1.2 });
    expect(await edit(listId, 3, { item_id, note: "organic" })).toMatchObject({ conflicts: [] });
  });

  test("of many concurrent ticks none is lost", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `zorble ${String.fromCharCode(97 + index)}`);
    const listId = await list(names);
    const items = await itemsOf(listId);
    await Promise.all(items.map(({ item_id }) => edit(listId, 1, { item_id, ticked: true })));
    expect(await see(listId)).toMatchObject({ ticked: 12, version: 13 });
  });

  test("the same edit given twice changes nothing the second time", async () => {
    const listId = await list(["3 lemons"]);
    const { item_id } = await itemNamed(listId, "lemon");
    await edit(listId, 1, { item_id, ticked: true });
    expect(await edit(listId, 1, { item_id, ticked: true })).toEqual({
      version: 2,
      updated: [],
      conflicts: [],
    });
  });
});

describe("edits", () => {
  test("of amount, substitute, removal and untick show", async () => {
    const listId = await list(["3 lemons", "500 g spaghetti", "zorble polish"]);
    const [lemon, spaghetti, polish] = [
      await itemNamed(listId, "lemon"),
      await itemNamed(listId, "spaghetti"),
      await itemNamed(listId, "zorble polish"),
    ];
    await edit(
      listId,
      1,
      { item_id: lemon.item_id, amount: 6, ticked: true },
      { item_id: spaghetti.item_id, substitute: "linguine" },
      { item_id: polish.item_id, removed: true },
    );
    expect(await itemNamed(listId, "lemon")).toMatchObject({ amount: 6, display: "6 lemons", ticked: true });
    expect(await itemNamed(listId, "spaghetti")).toMatchObject({ substitute: "linguine" });
    expect(await itemsOf(listId)).toHaveLength(2);
    await edit(listId, 2, { item_id: lemon.item_id, ticked: false, amount: null });
    expect(await itemNamed(listId, "lemon")).toMatchObject({ amount: 3, display: "3 lemons", ticked: false });
  });

  test("of the list itself: name, shop and person; two people's meet field by field too", async () => {
    const listId = await list(["3 lemons"]);
    const { shop_id } = await setShop("Corner", [], undefined, home, db.resource);
    const change = (changes: Parameters<typeof updateItems>[3]) =>
      updateItems(listId, 1, [], changes, home, db.resource);
    await change({ shop_id });
    expect(await change({ name: "Saturday", shop_id: null })).toMatchObject({
      version: 3,
      conflicts: [{ item_id: null, field: "shop_id", yours: null, theirs: shop_id }],
    });
    expect(await see(listId)).toMatchObject({ name: "Saturday", shop_id });
    await expect(change({ assigned_to: newId() })).rejects.toMatchObject({
      details: [{ path: "list.assigned_to" }],
    });
    await expect(edit(listId, 1)).rejects.toMatchObject({ details: [{ path: "items" }] });
  });

  test("a move to another aisle is remembered on later lists, and can be forgotten", async () => {
    const first = await list(["zorble polish"]);
    const { item_id } = await itemNamed(first, "zorble polish");
    await edit(first, 1, { item_id, aisle: "baking" });
    const later = await list(["zorble polish"]);
    expect((await see(later)).aisles.map((aisle) => aisle.title)).toEqual(["Baking"]);
    await edit(first, 2, { item_id, aisle: null });
    expect((await see(later)).aisles.map((aisle) => aisle.title)).toEqual(["Other"]);
  });

  test("a price is remembered and estimates the next list", async () => {
    const first = await list(["3 lemons", "zorble polish"]);
    await edit(first, 1, { item_id: (await itemNamed(first, "lemon")).item_id, price: 1.5 });
    expect((await see(first)).cost).toEqual({ estimate: 1.5, priced: 1, unpriced: 1 });
    const later = await list(["5 lemons"]);
    expect((await see(later)).cost).toEqual({ estimate: 2.5, priced: 1, unpriced: 0 });
  });

  test("of a line, a person, a shop or a list that isn't one's own are refused, and nothing changes", async () => {
    const listId = await list(["3 lemons"]);
    const other = await db.database.transaction(openKitchen);
    const { item_id } = await itemNamed(listId, "lemon");
    const before = await see(listId);
    await expect(
      edit(listId, 1, { item_id, ticked: true }, { item_id: newId(), ticked: true }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [{ path: "items[1].item_id" }],
    });
    await expect(edit(listId, 1, { item_id, assigned_to: newId() })).rejects.toMatchObject({
      details: [{ path: "items[0].assigned_to" }],
    });
    await expect(edit(listId, 1, { item_id, amount: -1 })).rejects.toMatchObject({
      details: [{ path: "items[0].amount" }],
    });
    await expect(edit(listId, 9, { item_id, ticked: true })).rejects.toMatchObject({
      details: [{ path: "version" }],
    });
    const theirs = other.household_id;
    const stranger = [
      () => updateItems(listId, 1, [{ item_id, ticked: true }], undefined, theirs, db.resource),
      () => addItems(listId, ["milk"], undefined, theirs, db.resource),
      () => completeList(listId, true, theirs, db.resource),
      () => getList(listId, undefined, undefined, "json", theirs, db.resource),
      () => shareList(listId, false, theirs, db.resource),
    ];
    for (const call of stranger) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await see(listId)).toEqual(before);
  });
});

describe("the list to shop by", () => {
  test("is the newest open one where none is named, or the newest of a plan", async () => {
    const current = async (planId?: string) =>
      ((await getList(undefined, undefined, planId, "json", home, db.resource)) as ListView).list_id;
    await expect(current()).rejects.toMatchObject({ code: "NOT_FOUND" });
    const planId = await db.database.transaction(async (tx) => {
      const recipeId = await writeRecipe(tx, household, {
        name: "Pasta",
        servings: 2,
        lines: ["200 g spaghetti"],
      });
      return writePlan(tx, household, [{ date: MONDAY, recipeId, portions: 4 }]);
    });
    const ofPlan = (await generateList(planId, undefined, undefined, home, db.resource)).list_id;
    const byHand = await list(["3 lemons"]);
    expect(await current()).toBe(byHand);
    expect(await current(planId)).toBe(ofPlan);
    await completeList(byHand, false, home, db.resource);
    expect(await current()).toBe(ofPlan);
  });
});

describe("a shop", () => {
  test("gives a list the order of its aisles", async () => {
    const listId = await list(["3 lemons", "500 g spaghetti", "zorble polish", "2 l milk"]);
    const shop = await setShop("Corner", ["grains_and_pasta", "dairy_and_eggs"], listId, home, db.resource);
    expect(shop.aisle_order.slice(0, 3)).toEqual([
      "grains_and_pasta",
      "dairy_and_eggs",
      "fruit_and_vegetables",
    ]);
    expect((await see(listId)).aisles.map((aisle) => aisle.aisle)).toEqual([
      "grains_and_pasta",
      "dairy_and_eggs",
      "fruit_and_vegetables",
      "other",
    ]);
    await expect(setShop("Corner", ["moon"], undefined, home, db.resource)).rejects.toMatchObject({
      details: [{ path: "aisle_order[0]" }],
    });
  });
});

describe("recurring staples", () => {
  test("go on the next list once, and again some days after they were bought", async () => {
    await setRecurring("2 l milk", 7, undefined, home, db.resource);
    const first = await list(undefined, { recurring: true });
    expect(await itemsOf(first)).toMatchObject([{ display: "2 l milk", origin: "recurring" }]);
    expect(await itemsOf(await list(undefined, { recurring: true }))).toEqual([]);
    await edit(first, 1, { item_id: (await itemsOf(first))[0]!.item_id, ticked: true });
    await completeList(first, false, home, db.resource);
    expect(await itemsOf(await list(undefined, { recurring: true }))).toEqual([]);
    await setRecurring("2 L milk", 7, "2020-01-01", home, db.resource);
    expect(await itemsOf(await list(undefined, { recurring: true }))).toHaveLength(1);
    expect(await setRecurring("2 l milk", null, undefined, home, db.resource)).toEqual({ items: [] });
  });
});

describe("a shared link", () => {
  test("opens the list to whoever has it, until it is revoked", async () => {
    const listId = await list(["3 lemons"]);
    const shared = await shareList(listId, false, home, db.resource);
    if (!("token" in shared)) throw new Error("no token");
    const open = () => getList(undefined, shared.token, undefined, "json", undefined, db.resource);
    expect(await open()).toEqual(await see(listId));
    const { rows } = await db.database.query<{ text: string }>(
      "select list_shares::text as text from meal_planner.list_shares where list_id = $1::uuid",
      [listId],
    );
    expect(rows[0]?.text).not.toContain(shared.token);
    expect(await shareList(listId, true, home, db.resource)).toEqual({ list_id: listId, revoked: 1 });
    await expect(open()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      getList(undefined, "guess", undefined, "json", undefined, db.resource),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an export", () => {
  const exported = async (listId: string, format: "text" | "markdown" | "csv" | "html") =>
    ((await getList(listId, undefined, undefined, format, home, db.resource)) as ExportedList).content;

  test("says the same as text, Markdown, CSV and a page, with nothing in it that runs", async () => {
    const listId = await list(["3 lemons", '=HYPERLINK("x"),<script>alert(1)</script>']);
    await edit(listId, 1, {
      item_id: (await itemNamed(listId, "lemon")).item_id,
      ticked: true,
      note: "*unwaxed*",
    });
    expect(await exported(listId, "text")).toContain("FRUIT AND VEGETABLES\n[x] 3 lemons – *unwaxed*\n");
    expect(await exported(listId, "markdown")).toContain("- [x] 3 lemons – \\*unwaxed\\*");
    const csv = (await exported(listId, "csv")).split("\r\n");
    expect(csv[0]).toBe("aisle,item,buy,amount,unit,needed,ticked,price,note,meals");
    expect(csv[1]).toBe("Fruit and vegetables,lemon,3 lemons,3,piece,,yes,,*unwaxed*,");
    expect(csv[2]).toMatch(/^Other,'=HYPERLINK,"'=HYPERLINK\(""x""\),/);
    const page = await exported(listId, "html");
    expect(page).toContain('<li class="ticked">3 lemons');
    expect(page).not.toContain("<script>");
  });
});

describe("every script", () => {
  test("does its part of a week: plan, list, pantry, cooking", async () => {
    const planId = await db.database.transaction(async (tx) => {
      const recipeId = await writeRecipe(tx, household, {
        name: "Pasta",
        servings: 2,
        lines: ["200 g spaghetti"],
      });
      return writePlan(tx, household, [{ date: MONDAY, recipeId, portions: 4 }]);
    });
    await setPantry([{ line: "100 g spaghetti" }], home, db.resource);
    const made = await generateList(planId, undefined, undefined, home, db.resource);
    expect(await itemNamed(made.list_id, "spaghetti")).toMatchObject({
      exact_amount: 300,
      display: "500 g spaghetti",
    });
    await edit(made.list_id, 1, {
      item_id: (await itemNamed(made.list_id, "spaghetti")).item_id,
      ticked: true,
    });
    await completeList(made.list_id, true, home, db.resource);
    expect(await cookMeal(planId, MONDAY, 0, undefined, home, db.resource)).toMatchObject({ short: [] });
    const { items, ledger } = await getPantry(true, home, db.resource);
    expect(items).toMatchObject([{ name: "spaghetti", amount: 200 }]);
    expect(ledger?.map((entry) => entry.reason)).toEqual(["cooked", "bought", "set"]);
  });

  test("that makes a list asks for a plan or days", async () => {
    await expect(generateList(undefined, MONDAY, undefined, home, db.resource)).rejects.toMatchObject({
      details: [{ path: "plan_id" }],
    });
    await expect(generateList(undefined, MONDAY, "2096-01-01", home, db.resource)).rejects.toMatchObject({
      details: [{ path: "to_date" }],
    });
    await expect(generateList("no id", undefined, undefined, home, db.resource)).rejects.toMatchObject({
      details: [{ path: "plan_id" }],
    });
  });
});
