import { describe, expect, test } from "vitest";
import { sagaStatus } from "../../f/meal-planner/patterns/saga/saga_status.ts";
import { killAt, runChild } from "./child_process.ts";
import { changePlan, FIRST, lookIntoTandoor, SECOND, THIRD, usePublishingKitchen } from "./publish_world.ts";

const world = usePublishingKitchen();
const { db, tandoor } = world;

const worker = (saga_id?: string) => {
  const { plan_id, household_id } = world.kitchen;
  return { plan_id, household_id, ...tandoor.resource, saga_id };
};

/** As if the killed worker's lease had run out. */
async function abandoned(): Promise<string> {
  const { rows } = await db.database.query<{ id: string }>(
    `update meal_planner.sagas set leased_until = now() - interval '1 second', due_at = now()
     where input->>'plan_id' = $1::text and ended_at is null returning id`,
    [world.kitchen.plan_id],
  );
  return rows[0]!.id;
}

/** Kills a worker at each of the points in turn, each time letting another one take over; then lets one end it. */
async function crashAt(...points: string[]) {
  let saga_id: string | undefined;
  for (const point of points) {
    await killAt("publishing_worker", db.resource, worker(saga_id), point);
    saga_id = await abandoned();
  }
  await runChild("publishing_worker", db.resource, worker(saga_id));
  const saga = await sagaStatus(db.database, saga_id ?? "");
  return { state: saga.state, ...(await lookIntoTandoor(tandoor)) };
}

async function turnsLeft(): Promise<number> {
  const { rowCount } = await db.database.query(
    "select 1 from meal_planner.publishing_turns where plan_id = $1::uuid",
    [world.kitchen.plan_id],
  );
  return rowCount;
}

const whole = {
  plan: [`${FIRST} Dinner Onion soup 2`, `${SECOND} Dinner Salad 1.5`],
  shopping: ["1000 g potato", "2 - cucumber", "4 - onion"],
};

// Writes of a first publication: the meal type, two meals, the list's head, its three lines. A new worker looks first, so that
// its own begin with what is missing.
describe("workers are killed on the way forward", () => {
  test.each([
    [
      "before a step, after its last call, between two lines, after a step",
      ["tandoor_meal_plan:before", "write 3:after", "write 2:after", "tandoor_shopping:after"],
    ],
    [
      "before a call, between two steps, after the list's head, before a line",
      ["write 2:before", "tandoor_meal_plan:after", "write 1:after", "write 3:before"],
    ],
  ])("%s: the next ones end it, and nothing is there twice", async (_, points) => {
    expect(await crashAt(...points)).toMatchObject({ state: "completed", ...whole });
    expect(await turnsLeft()).toBe(0);
  });

  test("each time at the same step: it is given up, and nothing is left", async () => {
    const end = await crashAt("tandoor_shopping:after", "tandoor_shopping:after", "tandoor_shopping:after");
    expect(end).toMatchObject({ state: "compensated", plan: [], shopping: [] });
    expect(await turnsLeft()).toBe(0);
  });
});

test("a worker is killed while it puts back what was there before: the next one ends that", async () => {
  await runChild("publishing_worker", db.resource, worker());
  await changePlan(db.database, world.kitchen, [{ date: THIRD, recipeId: world.kitchen.soup, portions: 6 }]);
  // Three writes of the meal plan (one new, two gone), then the first line; the second is refused.
  await tandoor.faults({
    kind: "status",
    status: 400,
    method: "PATCH",
    path: "shopping-list-entry",
    after: 1,
  });
  const end = await crashAt("write 6:after", "write 2:after");
  expect(end).toMatchObject({ state: "compensated", ...whole });
  expect(await turnsLeft()).toBe(0);
});
