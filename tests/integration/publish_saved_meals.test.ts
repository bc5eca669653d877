import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { keepAccount } from "../../f/meal-planner/handlers/fatsecret/connection_store.ts";
import { savedMealsPlace } from "../../f/meal-planner/handlers/fatsecret/saved_meals_place.ts";
import { resolveHousehold } from "../../f/meal-planner/households/household.ts";
import { findPerson, type Person } from "../../f/meal-planner/households/person.ts";
import { setPublishing } from "../../f/meal-planner/households/publishing_settings.ts";
import { SagaRegistry } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { publishPlanSaga } from "../../f/meal-planner/sagas/publish_plan_saga.ts";
import { startPublishing } from "../../f/meal-planner/sagas/start_publishing.ts";
import { useConnectedHousehold } from "./fatsecret_household.ts";

const { db, server, ids, person } = useConnectedHousehold();
const QUICK = { initial_delay_seconds: 0.01, maximum_delay_seconds: 0.01, maximum_retry_attempts: 1 };

let ida: Person;
let jo: Person;
let registry: SagaRegistry;
beforeEach(async () => {
  ida = await connected("Ida");
  jo = await connected("Jo");
  registry = new SagaRegistry();
  registry.add(
    publishPlanSaga([savedMealsPlace(server.resource())], { retry: QUICK, compensationRetry: QUICK }),
  );
  await db.database.transaction((tx) => setPublishing(tx, { fatsecret_saved_meals: true }));
});

/** A person with an account over there of the same name. */
async function connected(name: string): Promise<Person> {
  const unique = await person(name);
  const household = await db.database.transaction((tx) => resolveHousehold(tx));
  const found = await db.database.transaction((tx) => findPerson(tx, household, unique));
  const { token, secret } = await server.tell<{ token: string; secret: string }>("token", { user: unique });
  await keepAccount(db.database, household, found, { token, tokenSecret: secret });
  return found;
}

type Meal = { position: number; slot: string; portions: Record<string, number> };

let start = 0;
/** A plan that is followed: porridge, as the meals of one day say. */
async function followed(meals: Meal[], planId = newId(), state = "active"): Promise<string> {
  await db.database.transaction(async (tx) => {
    await tx.query(
      `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
       values ($1::uuid, $2::uuid, $3::text, date '2097-01-01' + $4::integer, 1)
       on conflict (plan_id) do update set version = meal_plans.version + 1, state = excluded.state`,
      [planId, ids.household_id, state, start++],
    );
    await tx.query("delete from meal_planner.plan_meals where plan_id = $1::uuid", [planId]);
    for (const { position, slot, portions } of meals) {
      await tx.query(
        `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
         select plan_id, start_date, $2::integer, $3::text, $4::uuid, $5::jsonb
         from meal_planner.meal_plans where plan_id = $1::uuid`,
        [planId, position, slot, ids.porridge, JSON.stringify(portions)],
      );
    }
  });
  return planId;
}

const publish = (plan_id: string, again = false) =>
  startPublishing(db.database, registry, { plan_id, again });

async function savedMeals(of: Person): Promise<string[]> {
  const { savedMeals: meals } = await server.account(of.name);
  return meals.map(
    (meal) => `${meal.name}: ${meal.items.map((item) => `${item.food} ${item.units}`).join(", ")}`,
  );
}

const breakfast = (portions: Record<string, number>): Meal => ({ position: 0, slot: "breakfast", portions });

describe("saved meals", () => {
  test("each connected person gets their own portions, once each, with its foods, and guests' go to nobody", async () => {
    const plan = await followed([
      breakfast({ [ida.person_id]: 1, [jo.person_id]: 2, guests: 3 }),
      { position: 1, slot: "snack", portions: { [ida.person_id]: 1, [jo.person_id]: 1 } },
    ]);
    expect(await publish(plan)).toMatchObject({ state: "completed", result: { note: { created: 3 } } });
    expect(await savedMeals(ida)).toEqual(["Porridge: 1003 50, 1001 20, 1004 200"]);
    expect((await savedMeals(jo)).sort()).toEqual([
      "Porridge (2 servings): 1003 100, 1001 40, 1004 400",
      "Porridge: 1003 50, 1001 20, 1004 200",
    ]);
    expect((await server.account(ida.name)).savedMeals[0]?.meals.toLowerCase()).toMatch(/breakfast.*other/);
    await server.tell("forget_calls");
    expect(await publish(plan, true)).toMatchObject({ result: { note: { created: 0, unchanged: 3 } } });
    const calls = await server.calls();
    expect(calls.filter(({ method }) => /create|add|delete|edit/.test(method))).toEqual([]);
  });

  test("follow the plan, and go when it is cancelled, but for those that another plan has", async () => {
    const one = await followed([breakfast({ [ida.person_id]: 1 })]);
    const other = await followed([breakfast({ [ida.person_id]: 1.5 })]);
    await publish(one);
    await publish(other);
    await followed([breakfast({ [ida.person_id]: 1.5 })], one);
    expect(await publish(one)).toMatchObject({ state: "completed" });
    expect(await savedMeals(ida)).toEqual(["Porridge (1.5 servings): 1003 75, 1001 30, 1004 300"]);
    await followed([], one, "cancelled");
    expect(await publish(one)).toMatchObject({ state: "completed" });
    expect(await savedMeals(ida)).toHaveLength(1);
    await followed([], other, "cancelled");
    expect(await publish(other)).toMatchObject({ state: "completed", result: { note: { removed: 1 } } });
    expect(await savedMeals(ida)).toEqual([]);
  });

  test("a lost answer makes none twice; what fails for good is undone, people's own stay", async () => {
    await server.change(ida.name, {
      savedMeals: [{ id: "77", name: "Mine", description: "", meals: "Lunch", items: [] }],
    });
    const plan = await followed([breakfast({ [ida.person_id]: 1, [jo.person_id]: 1 })]);
    await server.fail({ at: "saved_meal.create", kind: "cut_after", times: 1 });
    expect(await publish(plan)).toMatchObject({ state: "completed" });
    expect(await savedMeals(ida)).toHaveLength(2);
    expect(await savedMeals(jo)).toHaveLength(1);
    await followed([breakfast({ [ida.person_id]: 2, [jo.person_id]: 2 })], plan);
    await server.fail({ at: "saved_meal_item.add", kind: "cut_after", times: 4 });
    expect(await publish(plan)).toMatchObject({ state: "compensated" });
    expect(await savedMeals(ida)).toEqual(["Mine: ", "Porridge: 1003 50, 1001 20, 1004 200"]);
    expect(await savedMeals(jo)).toEqual(["Porridge: 1003 50, 1001 20, 1004 200"]);
  });

  test("an account that isn't let in any more is found out before anything is written to the others", async () => {
    const plan = await followed([breakfast({ [ida.person_id]: 1, [jo.person_id]: 1 })]);
    await server.tell("revoke", { user: jo.name });
    expect(await publish(plan)).toMatchObject({ state: "compensated", error: { code: "UNAUTHORIZED" } });
    expect(await savedMeals(ida)).toEqual([]);
    const calls = await server.calls();
    expect(calls.filter(({ method }) => /create|add|delete/.test(method))).toEqual([]);
  });
});
