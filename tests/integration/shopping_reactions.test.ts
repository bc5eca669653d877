import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as createShoppingList } from "../../f/meal-planner/events/consumers/create_shopping_list/script.ts";
import { main as updateShoppingList } from "../../f/meal-planner/events/consumers/update_shopping_list/script.ts";
import { emit, type NewEvent } from "../../f/meal-planner/events/producers/emit.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { servings } from "../../f/meal-planner/handlers/recipes/servings.ts";
import { updateRecipe } from "../../f/meal-planner/handlers/recipes/update_recipe.ts";
import { completeList } from "../../f/meal-planner/handlers/shopping_list/complete_list.ts";
import { generateList } from "../../f/meal-planner/handlers/shopping_list/generate_list.ts";
import { getList } from "../../f/meal-planner/handlers/shopping_list/get_list.ts";
import { updateItems } from "../../f/meal-planner/handlers/shopping_list/update_items.ts";
import type { Household } from "../../f/meal-planner/households/household.ts";
import { MONDAY, openKitchen, TUESDAY, writePlan, writeRecipe } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => db.database.transaction(loadStarterFoods));
let household: Household;
let household_id: string;
let soup: string;
let planId: string;

beforeEach(async () => {
  await db.database.transaction(async (tx) => {
    household = await openKitchen(tx);
    household_id = household.household_id;
    soup = await writeRecipe(tx, household, { name: "Soup", servings: 2, lines: ["4 onions"] });
    planId = await writePlan(tx, household, [{ date: MONDAY, recipeId: soup, portions: 2 }]);
  });
});

const tell = (...events: NewEvent[]) => db.database.transaction((tx) => emit(tx, events));
const deliver = () => dispatch(db.database, { maxSeconds: 20 });

const activated = (): NewEvent => ({
  type: "MealPlanActivated",
  detail: { household_id, plan_id: planId, version: 1, start_date: MONDAY, days: 7 },
});
const planUpdated = (): NewEvent => ({
  type: "MealPlanUpdated",
  detail: { household_id, plan_id: planId, version: 2, reason: "meal swapped", meals: [] },
});

async function lists(): Promise<{ list_id: string; state: string; version: number }[]> {
  const { rows } = await db.database.query<{ list_id: string; state: string; version: number }>(
    `select list_id, state, version from meal_planner.shopping_lists
     where household_id = $1::uuid order by created_at`,
    [household_id],
  );
  return rows;
}

async function lines(listId: string): Promise<string[]> {
  const list = await db.database.transaction((tx) => getList(tx, { listId, householdId: household_id }));
  return list.aisles.flatMap((aisle) => aisle.items.map((item) => item.display));
}

async function onlyList(): Promise<string> {
  const [list, second] = await lists();
  if (!list || second) throw new Error("Not exactly one list");
  return list.list_id;
}

describe("an activated plan", () => {
  test("gets one list, however often it is told, and the list's event names its cause", async () => {
    const [cause] = await tell(activated());
    await tell(activated());
    await deliver();
    const listId = await onlyList();
    expect(await lines(listId)).toEqual(["4 onions"]);
    const { rows } = await db.database.query(
      `select detail -> 'metadata' ->> 'causation_id' as cause from meal_planner.events
       where detail_type = 'ShoppingListCreated' and detail ->> 'list_id' = $1::text`,
      [listId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cause).toBeTypeOf("string");
    await createShoppingList({ id: cause }, db.resource);
    expect(await lists()).toHaveLength(1);
  });

  test("comes onto an open list of its days as well", async () => {
    const days = await db.database.transaction((tx) =>
      generateList(tx, { fromDate: MONDAY, toDate: "2096-01-20", householdId: household_id }),
    );
    await db.database.transaction(async (tx) => {
      planId = await writePlan(tx, household, [{ date: "2096-01-10", recipeId: soup, portions: 1 }], {
        start: "2096-01-09",
      });
    });
    await tell(activated());
    await deliver();
    expect(await lines(days.list_id)).toEqual(["6 onions"]);
    expect(await lists()).toHaveLength(2);
  });

  test("that was cancelled before the event came gets none, and nothing fails", async () => {
    await db.database.transaction((tx) => writePlan(tx, household, [], { planId, state: "cancelled" }));
    await tell(activated());
    expect(await deliver()).toMatchObject({ dead_lettered: 0, retried: 0 });
    expect(await lists()).toEqual([]);
  });
});

describe("a changed plan or recipe", () => {
  beforeEach(async () => {
    await tell(activated());
    await deliver();
  });

  test("changes its list, once", async () => {
    const listId = await onlyList();
    await db.database.transaction((tx) =>
      writePlan(tx, household, [{ date: TUESDAY, recipeId: soup, portions: 3 }], { planId }),
    );
    const [event] = await tell(planUpdated(), planUpdated());
    await deliver();
    expect(await lines(listId)).toEqual(["6 onions"]);
    expect(await lists()).toMatchObject([{ version: 2 }]);
    await updateShoppingList({ id: event }, db.resource);
    expect(await lists()).toMatchObject([{ version: 2 }]);
  });

  test("by a skipped meal takes what was for it off the list", async () => {
    await tell(activated());
    await deliver();
    await db.database.query("update meal_planner.plan_meals set mark = 'skipped' where plan_id = $1::uuid", [
      planId,
    ]);
    await tell(planUpdated());
    await deliver();
    expect(await lines(await onlyList())).toEqual([]);
  });

  test("by its recipe's new lines changes the list, once, when their nutrition is worked out", async () => {
    const listId = await onlyList();
    await db.database.transaction((tx) =>
      updateRecipe(tx, { recipe_id: soup, version: 1, ingredients: ["3 carrots"], household_id }),
    );
    await deliver();
    expect(await lines(listId)).toEqual(["500 g carrots"]);
    expect(await lists()).toMatchObject([{ version: 2 }]);
  });

  test("by a new number of servings changes the amounts", async () => {
    const listId = await onlyList();
    await db.database.transaction((tx) =>
      updateRecipe(tx, { recipe_id: soup, version: 1, servings: parseInput(servings, 4), household_id }),
    );
    await deliver();
    expect(await lines(listId)).toEqual(["2 onions"]);
  });

  test("by an archived recipe keeps the list, as the plan keeps the meal", async () => {
    const listId = await onlyList();
    await db.database.query(
      "update meal_planner.recipes set archived_at = now() where recipe_id = $1::uuid",
      [soup],
    );
    await tell({
      type: "RecipeDeleted",
      detail: { household_id, recipe_id: soup, name: "Soup", archived: true },
    });
    await deliver();
    expect(await lines(listId)).toEqual(["4 onions"]);
  });

  test("that is cancelled empties its list but for what is ticked", async () => {
    const listId = await onlyList();
    await db.database.transaction((tx) => writePlan(tx, household, [], { planId, state: "cancelled" }));
    await tell(planUpdated());
    await deliver();
    expect(await lines(listId)).toEqual([]);
  });

  test("whose list is completed gets a new one with what is missing", async () => {
    const listId = await onlyList();
    await db.database.transaction(async (tx) => {
      const list = await getList(tx, { listId, householdId: household_id });
      const items = list.aisles.flatMap((aisle) =>
        aisle.items.map(({ item_id }) => ({ item_id, ticked: true })),
      );
      await updateItems(tx, { list_id: listId, version: list.version, items, household_id });
      await completeList(tx, { list_id: listId, add_to_pantry: true, household_id });
    });
    await tell(planUpdated());
    await deliver();
    expect(await lists()).toHaveLength(1);
    await db.database.transaction((tx) =>
      writePlan(tx, household, [{ date: MONDAY, recipeId: soup, portions: 5 }], { planId }),
    );
    await tell(planUpdated());
    await deliver();
    const [, second] = await lists();
    expect(await lines(second!.list_id)).toEqual(["6 onions"]);
  });
});
