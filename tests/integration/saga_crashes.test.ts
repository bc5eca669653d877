import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { resumeSagas } from "../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { sagaStatus } from "../../f/meal-planner/patterns/saga/saga_status.ts";
import { killAt } from "./child_process.ts";
import { crashingSaga, createWorld, lookAt } from "./saga_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => createWorld(db.database));

/** Kills a worker at each of the points in turn, each time letting another one take over after the lease; then lets it end. */
async function crashAt(points: string[], fails: boolean) {
  const subject = randomUUID();
  let saga_id: string | undefined;
  for (const point of points) {
    await killAt("saga_worker", db.resource, { subject, fails, saga_id }, point);
    const { rows } = await db.database.query<{ id: string }>(
      `with due as (
         update meal_planner.sagas set leased_until = now() - interval '1 second', due_at = now()
         where input->>'subject' = $1::text returning id
       ) select id from due`,
      [subject],
    );
    saga_id = rows[0]?.id ?? saga_id;
  }
  // Nobody kills the last one, so it needs no process of its own.
  const registry = new SagaRegistry();
  registry.add(crashingSaga(db.database, fails, async () => undefined));
  await resumeSagas(db.database, registry, { saga_id: saga_id ?? "" });
  const saga = await sagaStatus(db.database, saga_id ?? "");
  return { saga, ...(await lookAt(db.database, subject)) };
}

describe("a worker is killed on the way forward", () => {
  const points = ["first", "inside", "left", "right", "last"].flatMap((step) => [
    `${step}:before`,
    `${step}:after`,
  ]);

  test.each(points)("at %s: the next one ends the saga, each effect once", async (point) => {
    const { saga, things, undone } = await crashAt([point], false);
    expect(saga.state).toBe("completed");
    expect([things, undone]).toEqual([["first", "inside", "last", "left", "right"], []]);
  });
});

describe("a worker is killed on the way back", () => {
  const points = ["first", "inside", "left", "right"].flatMap((step) => [
    `${step}:before_undo`,
    `${step}:after_undo`,
  ]);

  test.each(points)("at %s: the next one undoes all in reverse", async (point) => {
    const { saga, things, undone } = await crashAt([point], true);
    expect(saga.state).toBe("compensated");
    expect(things).toEqual([]);
    // The one that was being undone may be undone again: the second time there is nothing left of it.
    expect(undone.filter((step, at) => step !== undone[at - 1])).toEqual([
      "right",
      "left",
      "inside",
      "first",
    ]);
  });
});

test("killed again and again, on the way forward and back, it still ends with nothing left", async () => {
  const { saga, things } = await crashAt(
    ["first:after", "inside:after", "left:before", "right:after_undo", "inside:after_undo"],
    true,
  );
  expect([saga.state, things]).toEqual(["compensated", []]);
});

test("a step that kills its worker each time is given up, and the saga turns back", async () => {
  const { saga, things } = await crashAt(["last:after", "last:after", "last:after"], false);
  expect([saga.state, things]).toEqual(["compensated", []]);
});
