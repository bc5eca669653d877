import { beforeEach, describe, expect, test } from "vitest";
import {
  tandoorMealPlanPlace,
  tandoorShoppingPlace,
} from "../../f/meal-planner/handlers/tandoor/tandoor_places.ts";
import { resolveSaga } from "../../f/meal-planner/patterns/saga/resolve_saga.ts";
import { resumeSagas } from "../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { sagaStatus } from "../../f/meal-planner/patterns/saga/saga_status.ts";
import { publishPlanSaga } from "../../f/meal-planner/sagas/publish_plan_saga.ts";
import { startPublishing } from "../../f/meal-planner/sagas/start_publishing.ts";
import type { Fault } from "../servers/tandoor/faults.ts";
import {
  changePlan,
  FIRST,
  freshAccount,
  lookIntoTandoor,
  publishingKitchen,
  SECOND,
  THIRD,
  tickHere,
  usePublishingKitchen,
} from "./publish_world.ts";

const world = usePublishingKitchen();
const { db, tandoor } = world;

let registry: SagaRegistry;
beforeEach(async () => {
  registry = await sagasFor();
});

const QUICK = { initial_delay_seconds: 0.01, maximum_delay_seconds: 0.01, maximum_retry_attempts: 1 };

async function sagasFor(stepSeconds?: number): Promise<SagaRegistry> {
  const account = await freshAccount(tandoor);
  const places = [tandoorMealPlanPlace(async () => account), tandoorShoppingPlace(async () => account)];
  const sagas = new SagaRegistry();
  sagas.add(publishPlanSaga(places, { retry: QUICK, compensationRetry: QUICK, stepSeconds }));
  return sagas;
}

const publish = (again = false) =>
  startPublishing(db.database, registry, {
    plan_id: world.kitchen.plan_id,
    household_id: world.kitchen.household_id,
    again,
  });
const entryPath = (entry: { id: number } | undefined) =>
  `/api/meal-plan/${entry?.id}/?from_date=2098-01-01&to_date=2098-12-31`;
const look = () => lookIntoTandoor(tandoor);
const bothMeals = [`${FIRST} Dinner Onion soup 2`, `${SECOND} Dinner Salad 1.5`];
const bought = ["1000 g potato", "2 - cucumber", "4 - onion"];
const nothing = { plan: [], shopping: [] };

async function publications(): Promise<string[]> {
  const { rows } = await db.database.query<{ target: string }>(
    "select target from meal_planner.plan_publications where plan_id = $1::uuid order by target",
    [world.kitchen.plan_id],
  );
  return rows.map((row) => row.target);
}

describe("a plan that is followed", () => {
  test("is published with its meals, their servings and its shopping list", async () => {
    const answer = await publish();
    expect(answer).toMatchObject({
      state: "completed",
      result: {
        tandoor_meal_plan: { counts: { created: 2 } },
        tandoor_shopping: { counts: { created: 3 } },
        note: { created: 5, updated: 0, removed: 0 },
      },
    });
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
    expect(await publications()).toEqual(["tandoor_meal_plan", "tandoor_shopping"]);
    const { rows } = await db.database.query(
      `select detail::jsonb - 'metadata' as detail from meal_planner.events
       where detail_type = 'PlanPublished' and detail->>'plan_id' = $1::text`,
      [world.kitchen.plan_id],
    );
    expect(rows).toMatchObject([{ detail: { saga_id: answer.saga_id, created: 5 } }]);
  });

  test("is published once, however often and by however many at once it is asked for", async () => {
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(new Set(answers.map((answer) => answer.saga_id)).size).toBe(1);
    expect((await publish()).saga_id).toBe(answers[0]?.saga_id);
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
  });

  test("looked at again, makes no write where nothing differs", async () => {
    const first = await publish();
    await tandoor.forget();
    const second = await publish(true);
    expect(second).toMatchObject({ state: "completed", result: { note: { created: 0, unchanged: 5 } } });
    expect(second.saga_id).not.toBe(first.saga_id);
    expect(await tandoor.writes()).toEqual([]);
  });

  test("changes there as it changes here, and only in what has changed", async () => {
    await publish();
    await tandoor.forget();
    await changePlan(db.database, world.kitchen, [
      { date: FIRST, recipeId: world.kitchen.soup, portions: 4 },
      { date: THIRD, recipeId: world.kitchen.soup, portions: 2 },
    ]);
    expect(await publish()).toMatchObject({ state: "completed" });
    const there = await look();
    expect(there.plan).toEqual([`${FIRST} Dinner Onion soup 4`, `${THIRD} Dinner Onion soup 2`]);
    expect(there.shopping).toEqual(["12 - onion", "2000 g potato"]);
    // One meal is changed, one new, one gone; one line gone, two changed.
    expect((await tandoor.writes()).map((call) => call.method).sort()).toEqual(
      ["DELETE", "DELETE", "PATCH", "PATCH", "PATCH", "POST"].sort(),
    );
  });

  test("is taken back when it is cancelled; what others have there stays", async () => {
    const theirs = {
      title: "Pizza",
      servings: 1,
      from_date: `${FIRST}T12:00:00`,
      meal_type: { name: "Lunch" },
    };
    await tandoor.api("POST", "/api/meal-plan/", theirs);
    await tandoor.api("POST", "/api/shopping-list-entry/", {
      food: { name: "Onion" },
      unit: null,
      amount: 1,
    });
    await publish();
    await changePlan(db.database, world.kitchen, [], "cancelled");
    expect(await publish()).toMatchObject({ state: "completed", result: { note: { removed: 5 } } });
    expect(await look()).toMatchObject({ plan: [`${FIRST} Lunch Pizza 1`], shopping: ["1 - Onion"] });
    expect(await publications()).toEqual([]);
  });

  test("that is done stays as it was published", async () => {
    await publish();
    await changePlan(db.database, world.kitchen, [], "done");
    await tandoor.forget();
    expect(await publish()).toMatchObject({ state: "completed" });
    expect(await tandoor.writes()).toEqual([]);
    expect(await publications()).toEqual(["tandoor_meal_plan", "tandoor_shopping"]);
  });
});

describe("a recipe that Tandoor has", () => {
  async function link(recipeId: string, tandoorId: number): Promise<void> {
    await db.database.query(
      `with connection as (
         insert into meal_planner.tandoor_connections as c (connection_id, household_id, address, space_id)
         values (gen_random_uuid(), $1::uuid, $2::text, 1)
         on conflict (household_id, address, space_id) do update set address = c.address returning connection_id
       )
       insert into meal_planner.tandoor_recipes (link_id, connection_id, recipe_id, tandoor_id)
       select gen_random_uuid(), connection_id, $3::uuid, $4::integer from connection`,
      [world.kitchen.household_id, tandoor.address, recipeId, tandoorId],
    );
  }
  const make = (name: string) =>
    tandoor.api<{ id: number }>("POST", "/api/recipe/", { name, servings: 2, internal: true, steps: [] });

  test("is linked by its entry; one that is gone there is named by the title", async () => {
    const soup = await make("Grandma's soup");
    const salad = await make("Salad");
    await tandoor.api("DELETE", `/api/recipe/${salad.id}/`);
    await link(world.kitchen.soup, soup.id);
    await link(world.kitchen.salad, salad.id);
    expect(await publish()).toMatchObject({ state: "completed" });
    const { entries } = await look();
    expect(entries).toMatchObject([
      { recipe: { id: soup.id, name: "Grandma's soup" }, title: "" },
      { recipe: null, title: "Salad" },
    ]);
    await tandoor.forget();
    expect(await publish(true)).toMatchObject({ state: "completed" });
    expect(await tandoor.writes()).toEqual([]);
  });
});

describe("only where the household wants it", () => {
  test("what isn't chosen isn't touched", async () => {
    world.kitchen = await publishingKitchen(db.database, { tandoor_shopping: false });
    await tandoor.forget();
    expect(await publish()).toMatchObject({
      state: "completed",
      result: { tandoor_shopping: { left_alone: true } },
    });
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: [] });
  });

  test("a plan that nobody follows yet isn't published, and nothing is left of the try", async () => {
    await changePlan(db.database, world.kitchen, [], "approved");
    expect(await publish()).toMatchObject({ state: "compensated", error: { code: "CONFLICT" } });
    expect(await tandoor.writes()).toEqual([]);
  });
});

describe("what people do in Tandoor", () => {
  test("stays: notes, ticks of what is still enough; what is no longer enough comes back", async () => {
    await publish();
    const before = await look();
    const note = `Use the red pot!\n\n${before.entries[0]?.note}`;
    await tandoor.api("PATCH", entryPath(before.entries[0]), { note, servings: 2 });
    for (const line of before.lines) {
      await tandoor.api("PATCH", `/api/shopping-list-entry/${line.id}/`, { checked: true });
    }
    await tandoor.forget();
    await publish(true);
    expect(await tandoor.writes()).toEqual([]);
    await changePlan(db.database, world.kitchen, [
      { date: FIRST, recipeId: world.kitchen.soup, portions: 3 },
      { date: SECOND, recipeId: world.kitchen.salad, portions: 1 },
    ]);
    await publish();
    const after = await look();
    expect(after.shopping).toEqual(["6 - onion", "✓ 1000 g potato", "✓ 2 - cucumber"]);
    expect(after.entries[0]?.note).toBe(note);
    expect(after.plan[0]).toBe(`${FIRST} Dinner Onion soup 3`);
  });

  test("a tick made here is made there, and taken off there when it is taken off here", async () => {
    await publish();
    await tickHere(db.database, world.kitchen, ["onion"]);
    await tandoor.forget();
    await publish();
    // What the calendar has isn't asked for where only the list has changed.
    expect((await tandoor.calls()).filter((call) => call.path.startsWith("/api/meal-"))).toEqual([]);
    expect((await look()).shopping).toEqual(["1000 g potato", "2 - cucumber", "✓ 4 - onion"]);
    await tickHere(db.database, world.kitchen, ["onion"], false);
    await publish();
    expect((await look()).shopping).toEqual(bought);
  });

  test("a line ticked there long ago, which Tandoor's list no longer shows, isn't put on it again", async () => {
    await publish();
    const [line] = (await look()).lines;
    const longAgo = { checked: true, completed_at: "2020-01-01T00:00:00Z" };
    await tandoor.api("PATCH", `/api/shopping-list-entry/${line?.id}/`, longAgo);
    await tandoor.forget();
    await publish(true);
    expect(await tandoor.writes()).toEqual([]);
  });

  test("a meal that was moved or taken away there comes back to its day", async () => {
    await publish();
    const { entries } = await look();
    const elsewhere = { from_date: `${THIRD}T12:00:00`, to_date: `${THIRD}T12:00:00`, servings: 2 };
    await tandoor.api("PATCH", entryPath(entries[0]), elsewhere);
    await tandoor.api("DELETE", entryPath(entries[1]));
    await publish(true);
    expect((await look()).plan.sort()).toEqual(bothMeals);
  });

  test("names of meal types, foods and units that are there are used, whatever their case or form", async () => {
    await tandoor.api("POST", "/api/meal-type/", { name: "DINNER" });
    await tandoor.api("POST", "/api/food/", { name: "Potatoes", plural_name: "potato" });
    await tandoor.api("POST", "/api/unit/", { name: "Grams" });
    await publish();
    const there = await look();
    expect(there.plan).toEqual(bothMeals.map((meal) => meal.replace("Dinner", "DINNER")));
    expect(there.shopping).toEqual(["1000 Grams Potatoes", "2 - cucumber", "4 - onion"]);
    await tandoor.forget();
    await publish(true);
    expect(await tandoor.writes()).toEqual([]);
  });
});

const MEALS = "/api/meal-plan/$";
const LIST = "/api/shopping-list-recipe/$";
const LINES = "/api/shopping-list-entry/$";
const refused = (path: string, after = 0): Fault => ({
  ...{ kind: "status", status: 400, method: "POST", path, after, times: -1 },
});
const lost = (path: string, after = 0): Fault => ({
  ...{ kind: "cut_after", method: "POST", path, after, times: -1 },
});

describe("a publication that fails", () => {
  test.each([
    ["at the first call", refused("/api/meal-type/$")],
    ["between two meals", refused(MEALS, 1)],
    ["with meals made and the answers lost", lost(MEALS)],
    ["with the head of the list made and the answer lost", lost(LIST)],
    ["between two lines", refused(LINES, 1)],
    ["with lines made and the answers lost", lost(LINES, 1)],
  ])("%s leaves nothing, and the next one begins anew", async (_, fault) => {
    await tandoor.faults(fault);
    expect(await publish()).toMatchObject({ state: "compensated" });
    await tandoor.faults();
    expect(await look()).toMatchObject(nothing);
    expect(await publications()).toEqual([]);
    expect((await publish()).state).toBe("completed");
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
  });

  test.each([
    ["meal type", lost("/api/meal-type/$")],
    ["meal", lost(MEALS)],
    ["line", lost(LINES)],
  ])(
    "goes on by itself where only the answer to a new %s is lost, and makes none twice",
    async (_, fault) => {
      await tandoor.faults({ ...fault, times: 1 });
      expect(await publish()).toMatchObject({ state: "completed" });
      expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
    },
  );

  test("runs out of time with a call under way: its effect is found, or undone where time runs out again", async () => {
    registry = await sagasFor(0.5);
    const slow: Fault = { kind: "slow", ms: 900, method: "POST", path: LINES, after: 1 };
    await tandoor.faults({ ...slow, times: 1 });
    expect(await publish()).toMatchObject({ state: "completed" });
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
    await changePlan(db.database, world.kitchen, [], "cancelled");
    await publish();
    await changePlan(db.database, world.kitchen, [
      { date: FIRST, recipeId: world.kitchen.soup, portions: 2 },
      { date: SECOND, recipeId: world.kitchen.salad, portions: 1.5 },
    ]);
    await tandoor.faults({ ...slow, path: MEALS, after: 0, times: -1 });
    expect(await publish()).toMatchObject({ state: "compensated", error: { code: "TIMEOUT" } });
    await tandoor.faults();
    expect(await look()).toMatchObject(nothing);
  });

  test("puts back what was published before, in reverse", async () => {
    await publish();
    await changePlan(db.database, world.kitchen, [
      { date: THIRD, recipeId: world.kitchen.soup, portions: 6 },
    ]);
    await tandoor.faults({
      kind: "status",
      status: 400,
      method: "PATCH",
      path: "shopping-list-entry",
      after: 1,
    });
    const answer = await publish();
    expect(answer).toMatchObject({ state: "compensated", error: { step: "tandoor_shopping" } });
    expect(await look()).toMatchObject({ plan: bothMeals, shopping: bought });
    expect(await publications()).toEqual(["tandoor_meal_plan", "tandoor_shopping"]);
    const { course } = await sagaStatus(db.database, answer.saga_id);
    expect(course.map((line) => line.split(" (")[0])).toEqual([
      "↩ take_turn",
      "↩ shopping_list",
      "↩ tandoor_meal_plan",
      "↩ tandoor_shopping",
      "· note",
    ]);
  });

  test("takes back the shopping list that it made, and leaves one that was there", async () => {
    const lists = () =>
      db.database.query("select 1 from meal_planner.shopping_lists where plan_id = $1::uuid", [
        world.kitchen.plan_id,
      ]);
    const refusing: Fault = { kind: "status", status: 400, method: "POST", path: "meal-plan", times: 1 };
    await tandoor.faults(refusing);
    expect(await publish()).toMatchObject({ state: "compensated" });
    expect((await lists()).rowCount).toBe(0);
    await publish();
    await changePlan(db.database, world.kitchen, [
      { date: THIRD, recipeId: world.kitchen.soup, portions: 4 },
    ]);
    await tandoor.faults(refusing);
    expect(await publish()).toMatchObject({ state: "compensated" });
    expect((await lists()).rowCount).toBe(1);
  });

  test("that can't be undone either is stuck, holds the next one back, and is put right by an operator", async () => {
    await tandoor.faults(
      { kind: "status", status: 400, method: "POST", path: "shopping-list-entry", times: -1 },
      { kind: "status", status: 400, method: "DELETE", times: -1 },
    );
    const stuck = await publish();
    expect(stuck).toMatchObject({ state: "stuck", error: { step: "tandoor_meal_plan" } });
    await tandoor.faults();
    await changePlan(db.database, world.kitchen, [
      { date: THIRD, recipeId: world.kitchen.soup, portions: 2 },
    ]);
    const waiting = await publish();
    expect(waiting).toMatchObject({ state: "running" });
    const resolved = await resolveSaga(db.database, registry, { saga_id: stuck.saga_id, action: "retry" });
    expect(resolved.state).toBe("compensated");
    expect(await look()).toMatchObject(nothing);
    await db.database.query("update meal_planner.sagas set due_at = now() where id = $1::uuid", [
      waiting.saga_id,
    ]);
    await db.database.query(
      `update meal_planner.saga_steps set state = jsonb_set(state, '{due_ms}', '0') where saga_id = $1::uuid and name = 'take_turn'`,
      [waiting.saga_id],
    );
    const { resumed } = await resumeSagas(db.database, registry, { saga_id: waiting.saga_id });
    expect(resumed).toMatchObject([{ state: "completed" }]);
    expect((await look()).plan).toEqual([`${THIRD} Dinner Onion soup 2`]);
  });
});
