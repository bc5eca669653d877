import { expect, test } from "vitest";
import type { PublishedToTandoor } from "../../f/meal-planner/handlers/tandoor/publish_plan.ts";
import { changePlan, FIRST, lookIntoTandoor, SECOND, usePublishingKitchen } from "./publish_world.ts";
import { runScript } from "./run_script.ts";

// By hand, whatever the household has chosen to happen by itself.
const world = usePublishingKitchen({ tandoor_meal_plan: false, tandoor_shopping: false });
const { db, tandoor } = world;

function publish(more: object = {}): Promise<PublishedToTandoor> {
  const { plan_id, household_id } = world.kitchen;
  const args = { plan_id, household_id, tandoor: tandoor.resource, ...more };
  return runScript("handlers/tandoor/publish_plan", args, db.resource);
}

test("a plan is published, published again without a write, changed, and taken back", async () => {
  expect(await publish()).toMatchObject({ meal_plan: { created: 2 }, shopping: { created: 3 } });
  const there = await lookIntoTandoor(tandoor);
  expect(there.plan).toEqual([`${FIRST} Dinner Onion soup 2`, `${SECOND} Dinner Salad 1.5`]);
  expect(there.shopping).toEqual(["1000 g potato", "2 - cucumber", "4 - onion"]);
  await tandoor.forget();
  expect(await publish()).toMatchObject({
    meal_plan: { created: 0, updated: 0, removed: 0, unchanged: 2 },
    shopping: { created: 0, updated: 0, removed: 0, unchanged: 3 },
  });
  expect(await tandoor.writes()).toEqual([]);
  await changePlan(db.database, world.kitchen, [{ date: FIRST, recipeId: world.kitchen.soup, portions: 3 }]);
  expect(await publish()).toMatchObject({
    meal_plan: { created: 0, updated: 1, removed: 1 },
    shopping: { created: 0, updated: 1, removed: 1, unchanged: 1 },
  });
  await changePlan(db.database, world.kitchen, [], "cancelled");
  expect(await publish()).toMatchObject({ meal_plan: { removed: 1 }, shopping: { removed: 2 } });
  expect(await lookIntoTandoor(tandoor)).toMatchObject({ plan: [], shopping: [] });
});

test("guests are cooked and shopped for over there, too, and named in the note", async () => {
  await db.database.query(
    `update meal_planner.plan_meals set portions = portions || '{"guests": 2}' where plan_id = $1::uuid and date = $2::date`,
    [world.kitchen.plan_id, FIRST],
  );
  await publish();
  const there = await lookIntoTandoor(tandoor);
  expect(there.plan).toEqual([`${FIRST} Dinner Onion soup 4`, `${SECOND} Dinner Salad 1.5`]);
  expect(there.shopping).toEqual(["1000 g potato", "2 - cucumber", "8 - onion"]);
  expect(there.entries.map(({ note }) => note)).toContainEqual(expect.stringMatching(/ guests 2$/));
});

test("each half is published by itself where only it is asked for", async () => {
  expect(await publish({ shopping: false })).toMatchObject({ meal_plan: { created: 2 }, shopping: null });
  expect(await publish({ meal_plan: false })).toMatchObject({ meal_plan: null, shopping: { created: 3 } });
});

test("what a run that broke off has left is finished by the next one, and nothing is there twice", async () => {
  await tandoor.faults({ kind: "cut_after", method: "POST", path: "shopping-list-entry", after: 1 });
  await expect(publish()).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
  expect(await publish()).toMatchObject({
    meal_plan: { unchanged: 2 },
    shopping: { created: 1, unchanged: 2 },
  });
  expect((await lookIntoTandoor(tandoor)).lines).toHaveLength(3);
});

test("of two runs at once one publishes and the other is told to wait", async () => {
  const outcomes = await Promise.allSettled([publish(), publish(), publish()]);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  for (const { reason } of refused) expect(reason).toMatchObject({ code: "IN_PROGRESS", retryable: true });
  expect(refused.length).toBeLessThan(3);
  expect((await lookIntoTandoor(tandoor)).plan).toHaveLength(2);
});

test("a plan that isn't there or isn't followed, and a token that isn't known, are told as such", async () => {
  const plan_id = "0192f5a0-0000-7000-8000-000000000004";
  await expect(publish({ plan_id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const stranger = { base_url: tandoor.address, token: "tda_wrong" };
  await expect(publish({ tandoor: stranger })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  await changePlan(db.database, world.kitchen, [], "generated");
  await expect(publish()).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await lookIntoTandoor(tandoor)).toMatchObject({ plan: [], shopping: [] });
});
