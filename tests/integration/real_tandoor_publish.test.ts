import { beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import { tandoorAccount } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import { withTandoor } from "../../f/meal-planner/handlers/tandoor/tandoor_api.ts";
import {
  tandoorMealPlanPlace,
  tandoorShoppingPlace,
} from "../../f/meal-planner/handlers/tandoor/tandoor_places.ts";
import { SagaRegistry } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { publishPlanSaga } from "../../f/meal-planner/sagas/publish_plan_saga.ts";
import { startPublishing } from "../../f/meal-planner/sagas/start_publishing.ts";
import { changePlan, FIRST, lookIntoTandoor, publishingKitchen, SECOND, THIRD } from "./publish_world.ts";
import { useTestDatabase } from "./test_database.ts";

// A Tandoor of the real kind, and a token of a user whose space may be written to: its plans of 2098 and its shopping list
// should be empty.
const base_url = process.env.MEAL_PLANNER_TEST_TANDOOR_URL ?? "";
const token = process.env.MEAL_PLANNER_TEST_TANDOOR_TOKEN ?? "";

const db = useTestDatabase();

/** Calls of a person's own, past our client. */
const person = {
  async api<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${base_url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === "" ? null : JSON.parse(text)) as T;
  },
};

describe.skipIf(base_url === "" || token === "")("a real Tandoor", () => {
  beforeAll(() => db.database.transaction(loadStarterFoods));

  test("gets a plan, keeps what people do there, follows the plan, and is left as it was found", async () => {
    const kitchen = await publishingKitchen(db.database);
    const account = await tandoorAccount({ base_url, token });
    await withTandoor(db.database, account, () => person.api("GET", "/api/space/current/"));
    const places = [tandoorMealPlanPlace(async () => account), tandoorShoppingPlace(async () => account)];
    const registry = new SagaRegistry();
    registry.add(publishPlanSaga(places));
    const { plan_id, household_id } = kitchen;
    const publish = (again = false) =>
      startPublishing(db.database, registry, { plan_id, household_id, again });
    const look = () => lookIntoTandoor(person);

    expect(await publish()).toMatchObject({ state: "completed", result: { note: { created: 5 } } });
    const first = await look();
    expect(first.plan).toEqual([`${FIRST} Dinner Onion soup 2`, `${SECOND} Dinner Salad 1.5`]);
    expect(first.shopping).toEqual(["1000 g potato", "2 - cucumber", "4 - onion"]);
    const untouched = { created: 0, updated: 0, removed: 0, unchanged: 5 };
    expect(await publish(true)).toMatchObject({ state: "completed", result: { note: untouched } });

    const onion = first.lines.find((line) => line.food.name === "onion");
    await person.api("PATCH", `/api/shopping-list-entry/${onion?.id}/`, { checked: true });
    await changePlan(db.database, kitchen, [
      { date: FIRST, recipeId: kitchen.soup, portions: 2 },
      { date: THIRD, recipeId: kitchen.soup, portions: 4 },
    ]);
    expect(await publish()).toMatchObject({
      state: "completed",
      result: { note: { created: 1, updated: 2, removed: 2, unchanged: 1 } },
    });
    const second = await look();
    expect(second.plan).toEqual([`${FIRST} Dinner Onion soup 2`, `${THIRD} Dinner Onion soup 4`]);
    expect(second.shopping).toEqual(["12 - onion", "2000 g potato"]);

    await changePlan(db.database, kitchen, [], "cancelled");
    expect(await publish()).toMatchObject({ state: "completed", result: { note: { removed: 4 } } });
    expect(await look()).toMatchObject({ plan: [], shopping: [] });
  });
});
