import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Upstream } from "../../f/meal-planner/database/errors.ts";
import { startSaga } from "../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry, type SagaStep } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { sagaStatus } from "../../f/meal-planner/patterns/saga/saga_status.ts";
import { sagaOf } from "./saga_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const quick = { initial_delay_seconds: 0, maximum_retry_attempts: 2 };

/** How each try ends. `lost`: it takes effect, but the answer never comes. */
type Try = "works" | "refused" | "away" | "lost";
type RandomStep = { action: Try[]; undo: Try[]; inside: boolean };
type RandomSaga = { stages: RandomStep[][]; pivot: number };

const tries = (...kinds: Try[]) => fc.array(fc.constantFrom<Try>(...kinds), { minLength: 3, maxLength: 3 });
const randomStep: fc.Arbitrary<RandomStep> = fc.record({
  action: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Try[]>(["works", "works", "works"]) },
    { weight: 2, arbitrary: tries("works", "refused", "away", "lost") },
  ),
  undo: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Try[]>(["works", "works", "works"]) },
    { weight: 1, arbitrary: tries("works", "refused", "away", "lost") },
  ),
  inside: fc.boolean(),
});
const randomSaga: fc.Arbitrary<RandomSaga> = fc
  .array(fc.array(randomStep, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .chain((stages) =>
    fc.record({ stages: fc.constant(stages), pivot: fc.integer({ min: -1, max: stages.length - 1 }) }),
  );

class World {
  readonly there = new Set<string>();
  readonly acted: string[] = [];
  readonly undone: string[] = [];

  step(
    name: string,
    { action, undo, inside }: RandomStep,
    pivotSide: "before" | "pivot" | "after",
  ): SagaStep<{ subject: string }> {
    // A step inside the database takes effect only if its transaction commits, so it can't lose its answer.
    const act = async ({ attempt }: { attempt: number }) => {
      const kind = action[attempt - 1] ?? "refused";
      const ends = inside && kind === "lost" ? "away" : kind;
      if (ends === "works" || ends === "lost") {
        this.there.add(name);
        this.acted.push(name);
      }
      if (ends !== "works") throw new Upstream(ends === "refused" ? "rejected" : "unavailable", ends);
    };
    const back = async ({ attempt }: { attempt: number }) => {
      const kind = undo[attempt - 1] ?? "refused";
      if (kind === "works" || kind === "lost") this.there.delete(name);
      if (kind === "works") this.undone.push(name);
      else throw new Upstream(kind === "refused" ? "rejected" : "unavailable", kind);
    };
    return {
      name,
      retry: quick,
      compensationRetry: quick,
      action: inside ? { inside: (_tx, context) => act(context) } : { outside: act },
      ...(pivotSide === "before" ? { compensation: { outside: back } } : {}),
      ...(pivotSide === "pivot" ? { compensation: null, pivot: true } : {}),
    };
  }
}

async function runRandom({ stages, pivot }: RandomSaga) {
  const world = new World();
  const alone = stages.map((stage, at) => (at === pivot ? stage.slice(0, 1) : stage));
  const definition = sagaOf(
    "random",
    alone.map((stage, at) =>
      stage.map((step, n) =>
        world.step(
          `${at}.${n}`,
          step,
          at === pivot ? "pivot" : pivot >= 0 && at > pivot ? "after" : "before",
        ),
      ),
    ),
  );
  const registry = new SagaRegistry();
  registry.add(definition);
  const { saga_id } = await startSaga(db.database, registry, {
    definition: "random",
    input: { subject: randomUUID() },
  });
  const { rows } = await db.database.query<{ type: string }>(
    "select detail_type as type from meal_planner.events where detail->>'saga_id' = $1::text",
    [saga_id],
  );
  return {
    world,
    saga: await sagaStatus(db.database, saga_id),
    events: rows.map((row) => row.type),
    names: definition.stages.flat().map(({ name }) => name),
  };
}

test("any saga completes, or all that may have acted is undone in reverse, or it is stuck and reported", async () => {
  const seen = { completed: 0, compensated: 0, stuck: 0 };
  await fc.assert(
    fc.asyncProperty(randomSaga, async (random) => {
      const { world, saga, events, names } = await runRandom(random);
      const order = world.undone.map((name) => names.indexOf(name));
      expect(order).toEqual([...order].sort((a, b) => b - a));
      switch (saga.state) {
        case "completed":
          seen.completed += 1;
          expect([...world.there].sort()).toEqual([...names].sort());
          expect(world.undone).toEqual([]);
          expect(events).toEqual(["SagaCompleted"]);
          break;
        case "compensated":
          seen.compensated += 1;
          expect(world.there.size).toBe(0);
          expect(world.acted.filter((name) => !world.undone.includes(name))).toEqual([]);
          expect(events).toEqual(["SagaCompensated"]);
          break;
        case "stuck":
          seen.stuck += 1;
          expect(events).toEqual(["SagaStuck"]);
          expect(saga.error?.step).toBeDefined();
          break;
        default:
          expect.unreachable(saga.state);
      }
    }),
    { numRuns: 200 },
  );
  // The law would hold for a generator of trivial sagas too.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
});
