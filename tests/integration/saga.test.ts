import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { InvalidInput, Upstream } from "../../f/meal-planner/database/errors.ts";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { main as resolve } from "../../f/meal-planner/patterns/saga/resolve/script.ts";
import { main as resume } from "../../f/meal-planner/patterns/saga/resume/script.ts";
import { resumeSagas, startSaga } from "../../f/meal-planner/patterns/saga/saga_calls.ts";
import { SagaRegistry, type SagaStep } from "../../f/meal-planner/patterns/saga/saga_definition.ts";
import { main as start } from "../../f/meal-planner/patterns/saga/start/script.ts";
import { main as status } from "../../f/meal-planner/patterns/saga/status/script.ts";
import { registeredSagas } from "../../f/meal-planner/sagas/registered_sagas.ts";
import { createWorld, lookAt, outsideStep, sagaOf, type Trouble } from "./saga_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() => createWorld(db.database));

type Stage = SagaStep<{ subject: string }> | SagaStep<{ subject: string }>[];

/** Runs one saga of its own; answers with what it came to and what it left outside. */
async function run(stages: Stage[]) {
  const registry = new SagaRegistry();
  registry.add(sagaOf("test", stages));
  const subject = randomUUID();
  const answer = await startSaga(db.database, registry, { definition: "test", input: { subject } });
  return { answer, registry, subject, ...(await lookAt(db.database, subject)) };
}

const step = (
  name: string,
  trouble: { action?: Trouble; undo?: Trouble } = {},
  more: Partial<SagaStep<{ subject: string }>> = {},
) => outsideStep(db.database, name, trouble, more);
const rejected: Trouble = { code: "rejected", times: 1 };
const unavailable: Trouble = { code: "unavailable", times: 9 };

async function eventsOf(sagaId: string): Promise<string[]> {
  const { rows } = await db.database.query<{ type: string }>(
    "select detail_type as type from meal_planner.events where detail->>'saga_id' = $1::text order by id",
    [sagaId],
  );
  return rows.map((row) => row.type);
}

describe("forward", () => {
  test("the steps run in order and the saga completes with their outputs", async () => {
    const { answer, things, undone } = await run([step("a"), step("b"), step("c")]);
    expect(answer).toMatchObject({ state: "completed", result: { a: { made: "a" }, c: { made: "c" } } });
    expect([things, undone]).toEqual([["a", "b", "c"], []]);
    expect(await eventsOf(answer.saga_id)).toEqual(["SagaCompleted"]);
  });

  test("a failing step is tried again with the same key, and the saga completes", async () => {
    const { answer, things } = await run([
      step("a", { action: { code: "unavailable", times: 2, acts: true } }),
    ]);
    expect([answer.state, things]).toEqual(["completed", ["a"]]);
    const { steps } = await status(answer.saga_id, db.resource);
    expect(steps).toMatchObject([{ name: "a", state: "succeeded", attempts: 3 }]);
  });

  test("steps of one stage run at the same time", async () => {
    let running = 0;
    let most = 0;
    const beside = (name: string): SagaStep<{ subject: string }> => ({
      name,
      compensation: null,
      action: {
        outside: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 50));
          running -= 1;
        },
      },
    });
    const { answer } = await run([[beside("a"), beside("b"), beside("c")]]);
    expect([answer.state, most]).toEqual(["completed", 3]);
  });

  test("a step sees the input, earlier outputs and its own key", async () => {
    const seen: unknown[] = [];
    const { answer, subject } = await run([
      step("a"),
      {
        name: "b",
        compensation: null,
        action: {
          outside: async ({ input, outputs, idempotencyKey, attempt }) => {
            seen.push({ input, outputs, idempotencyKey, attempt });
          },
        },
      },
    ]);
    expect(seen).toEqual([
      {
        input: { subject },
        outputs: { a: { made: "a" } },
        idempotencyKey: `${answer.saga_id}:b`,
        attempt: 1,
      },
    ]);
  });

  test("a step inside the database commits together with its end", async () => {
    const inside = (fails: boolean): SagaStep<{ subject: string }> => ({
      name: "inside",
      compensation: null,
      action: {
        inside: async (tx, { input }) => {
          await tx.query("insert into things values ($1::text, 'inside', $2::text)", [
            input.subject,
            randomUUID(),
          ]);
          if (fails) throw new InvalidInput([{ path: "x", message: "is wrong" }]);
          return { fine: true };
        },
      },
    });
    expect(await run([inside(false), step("b")])).toMatchObject({
      answer: { state: "completed", result: { inside: { fine: true } } },
      things: ["b", "inside"],
    });
    expect(await run([step("a"), inside(true)])).toMatchObject({
      answer: { state: "compensated" },
      things: [],
    });
  });
});

describe("back", () => {
  test("a step that fails for good has those before it undone in reverse, and not itself", async () => {
    const { answer, things, undone } = await run([
      step("a"),
      step("b"),
      step("c", { action: rejected }),
      step("d"),
    ]);
    expect(answer).toMatchObject({ state: "compensated", error: { step: "c", code: "UPSTREAM_REJECTED" } });
    expect([things, undone]).toEqual([[], ["b", "a"]]);
    expect(await eventsOf(answer.saga_id)).toEqual(["SagaCompensated"]);
  });

  test("a step whose outcome isn't known is undone too", async () => {
    const { answer, things, undone } = await run([
      step("a"),
      step("b", { action: { ...unavailable, acts: true } }),
    ]);
    expect(answer.state).toBe("compensated");
    expect([things, undone]).toEqual([[], ["b", "a"]]);
  });

  test("a step that runs past its deadline is told, counts as unknown and is undone", async () => {
    let aborted = false;
    const slow: SagaStep<{ subject: string }> = {
      ...step("slow"),
      deadlineSeconds: 2,
      retry: { maximum_retry_attempts: 0 },
      action: {
        outside: ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              aborted = true;
              reject(new Error("too late to matter"));
            });
          }),
      },
    };
    const { answer, undone } = await run([step("a"), slow]);
    expect(answer).toMatchObject({ state: "compensated", error: { step: "slow", code: "TIMEOUT" } });
    expect([aborted, undone]).toEqual([true, ["slow", "a"]]);
  });

  test("when one of a stage fails, its neighbours are undone as well", async () => {
    const { answer, things, undone } = await run([
      step("a"),
      [step("b"), step("c", { action: rejected }), step("d")],
    ]);
    expect(answer.state).toBe("compensated");
    expect([things, undone]).toEqual([[], ["d", "b", "a"]]);
  });

  test("a failing compensation is tried again by its own policy", async () => {
    const { answer, undone } = await run([
      step("a", { undo: { code: "unavailable", times: 2 } }),
      step("b", { action: rejected }),
    ]);
    expect([answer.state, undone]).toEqual(["compensated", ["a"]]);
  });

  test("a saga that is late turns back, before its pivot", async () => {
    const registry = new SagaRegistry();
    const stages = [step("a"), step("b", { action: unavailable }, { retry: { initial_delay_seconds: 60 } })];
    registry.add({ ...sagaOf("late", stages), deadlineSeconds: 2 });
    const subject = randomUUID();
    const answer = await startSaga(db.database, registry, { definition: "late", input: { subject } });
    expect(answer).toMatchObject({ state: "compensated", error: { step: "b", code: "TIMEOUT" } });
    expect(await lookAt(db.database, subject)).toEqual({ things: [], undone: ["b", "a"] });
  });
});

describe("past the pivot", () => {
  const following = (trouble: Trouble) => {
    const { compensation: _, ...rest } = step("after", { action: trouble });
    return rest;
  };

  test("a failing pivot turns back, where it is known not to have acted", async () => {
    const pivot = step("pivot", { action: rejected }, { pivot: true, compensation: null });
    expect(await run([step("a"), pivot, following(rejected)])).toMatchObject({
      answer: { state: "compensated" },
      undone: ["a"],
    });
  });

  test("a pivot with an unknown outcome leaves the saga stuck: neither way is safe", async () => {
    const pivot = step("pivot", { action: unavailable }, { pivot: true, compensation: null });
    const { answer, undone } = await run([step("a"), pivot, following(rejected)]);
    expect(answer).toMatchObject({ state: "stuck", error: { step: "pivot" } });
    expect(undone).toEqual([]);
  });

  test("what follows is retried, and a final failure is stuck and never undone", async () => {
    const pivot = step("pivot", {}, { pivot: true });
    expect((await run([step("a"), pivot, following({ code: "unavailable", times: 2 })])).answer.state).toBe(
      "completed",
    );
    const { answer, things, undone } = await run([
      step("a"),
      pivot,
      following({ code: "rejected", times: 1 }),
    ]);
    expect(answer).toMatchObject({ state: "stuck", error: { step: "after", code: "UPSTREAM_REJECTED" } });
    expect([things, undone]).toEqual([["a", "pivot"], []]);
    expect(await eventsOf(answer.saga_id)).toEqual(["SagaStuck"]);
  });
});

describe("stuck", () => {
  let heals = false;
  const mended = (): SagaStep<{ subject: string }> => ({
    ...step("a"),
    compensationRetry: { maximum_retry_attempts: 0 },
    compensation: {
      outside: async (context, output) => {
        if (!heals) throw new Upstream("unavailable", "still away");
        const { compensation } = step("a");
        if (compensation && "outside" in compensation) await compensation.outside(context, output);
      },
    },
  });
  const stuckSaga = async () => {
    heals = false;
    const name = `stuck ${randomUUID()}`;
    registeredSagas.add(sagaOf(name, [step("first"), mended(), step("b", { action: rejected })]));
    const subject = randomUUID();
    const answer = await start(name, { subject }, undefined, db.resource);
    expect(answer).toMatchObject({ state: "stuck", error: { step: "a", code: "UPSTREAM_UNAVAILABLE" } });
    return { id: answer.saga_id, subject };
  };

  test("an operator retries the compensation once the cause is mended", async () => {
    const { id, subject } = await stuckSaga();
    expect(await resolve(id, "retry", undefined, db.resource)).toMatchObject({ state: "stuck" });
    heals = true;
    expect(await resolve(id, "retry", undefined, db.resource)).toMatchObject({ state: "compensated" });
    expect(await lookAt(db.database, subject)).toEqual({ things: [], undone: ["a", "first"] });
    expect(await eventsOf(id)).toEqual(["SagaStuck", "SagaStuck", "SagaCompensated"]);
  });

  test("an operator who has undone the step by hand skips it with a reason, and the rest is undone", async () => {
    const { id, subject } = await stuckSaga();
    await expect(resolve(id, "skip", undefined, db.resource)).rejects.toMatchObject({
      details: [{ path: "reason" }],
    });
    expect(await resolve(id, "skip", "deleted by hand", db.resource)).toMatchObject({ state: "compensated" });
    expect(await lookAt(db.database, subject)).toEqual({ things: ["a"], undone: ["first"] });
    const shown = await status(id, db.resource);
    expect(shown.resolutions).toMatchObject([{ action: "skip", step: "a", reason: "deleted by hand" }]);
    expect(shown.course).toEqual([
      "↩ first (compensated)",
      "» a (skipped)",
      "✗ b (failed: UPSTREAM_REJECTED)",
    ]);
  });

  test("an operator ends it where it is, and then nobody else can resolve it", async () => {
    const { id, subject } = await stuckSaga();
    expect(await resolve(id, "finish", "given up", db.resource)).toMatchObject({ state: "resolved" });
    await expect(resolve(id, "retry", undefined, db.resource)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await lookAt(db.database, subject)).things).toEqual(["a", "first"]);
  });

  test("of two operators at once one decides", async () => {
    const { id } = await stuckSaga();
    const both = await Promise.allSettled(
      ["one", "two"].map((reason) => resolve(id, "finish", reason, db.resource)),
    );
    expect(both.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("starting and carrying on", () => {
  test("starts with one key at once give one saga, and another input under it is refused", async () => {
    const registry = new SagaRegistry();
    registry.add(sagaOf("keyed", [step("a"), step("b")]));
    const [subject, key] = [randomUUID(), randomUUID()];
    const begin = (input: object) =>
      startSaga(db.database, registry, { definition: "keyed", input, idempotency_key: key });
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin({ subject })));
    expect(new Set(answers.map((answer) => answer.saga_id)).size).toBe(1);
    expect((await lookAt(db.database, subject)).things).toEqual(["a", "b"]);
    expect(await begin({ subject })).toMatchObject({ state: "completed" });
    await expect(begin({ subject: "other" })).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
  });

  test("a saga whose next try is far off is put down, and carried on by whoever comes when it is due", async () => {
    const name = `patient ${randomUUID()}`;
    const retry = { initial_delay_seconds: 3600 };
    registeredSagas.add(sagaOf(name, [step("a", { action: { code: "unavailable", times: 1 } }, { retry })]));
    const subject = randomUUID();
    const { saga_id, state } = await start(name, { subject }, undefined, db.resource);
    expect(state).toBe("running");
    expect((await resume(undefined, undefined, db.resource)).resumed).toEqual([]);
    await db.database.query(
      `with due as (update meal_planner.sagas set due_at = now() where id = $1::uuid)
       update meal_planner.saga_steps set state = state || '{"due_ms": 0}' where saga_id = $1::uuid`,
      [saga_id],
    );
    expect((await resume(undefined, undefined, db.resource)).resumed).toMatchObject([
      { saga_id, state: "completed" },
    ]);
  });

  test("a saga of an older version ends by its own version, and waits where the code lacks it", async () => {
    const retry = { initial_delay_seconds: 3600 };
    const old = sagaOf(
      "versioned",
      [step("old", { action: { code: "unavailable", times: 1 } }, { retry })],
      1,
    );
    const fresh = sagaOf("versioned", [step("new")], 2);
    const [before, after, forgetful] = [new SagaRegistry(), new SagaRegistry(), new SagaRegistry()];
    before.add(old);
    after.add(old);
    after.add(fresh);
    forgetful.add(fresh);
    const subject = randomUUID();
    const { saga_id } = await startSaga(db.database, before, { definition: "versioned", input: { subject } });
    await db.database.query(
      `with due as (update meal_planner.sagas set due_at = now() where id = $1::uuid)
       update meal_planner.saga_steps set state = state || '{"due_ms": 0}' where saga_id = $1::uuid`,
      [saga_id],
    );
    const without = await resumeSagas(db.database, forgetful, {});
    expect(without).toEqual({ resumed: [], unrunnable: [{ saga_id, definition: "versioned", version: 1 }] });
    expect((await resumeSagas(db.database, after, {})).resumed).toMatchObject([
      { saga_id, state: "completed" },
    ]);
    expect((await lookAt(db.database, subject)).things).toEqual(["old"]);
  });

  test("of 20 workers that carry on at once each saga has one", async () => {
    const registry = new SagaRegistry();
    const retry = { initial_delay_seconds: 3600 };
    registry.add(
      sagaOf("shared", [step("a", { action: { code: "unavailable", times: 1 } }, { retry }), step("b")]),
    );
    const subject = randomUUID();
    for (let n = 0; n < 10; n++)
      await startSaga(db.database, registry, { definition: "shared", input: { subject } });
    await db.database.query(
      `with due as (update meal_planner.sagas set due_at = now() where definition = 'shared' returning id)
       update meal_planner.saga_steps set state = state || '{"due_ms": 0}'
       where saga_id in (select id from due) and kind = 'waiting'`,
    );
    const workers = await Promise.all(
      Array.from({ length: 20 }, () => resumeSagas(db.database, registry, {})),
    );
    const ids = workers.flatMap(({ resumed }) => resumed.map((saga) => saga.saga_id));
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
    expect((await lookAt(db.database, subject)).things).toHaveLength(20);
  });

  test("the scripts name what is wrong with their input", async () => {
    await expect(start("no such saga", {}, undefined, db.resource)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const name = `strict ${randomUUID()}`;
    registeredSagas.add(sagaOf(name, [step("a")]));
    await expect(start(name, { subject: 7 }, undefined, db.resource)).rejects.toMatchObject({
      details: [{ path: "input.subject" }],
    });
    await expect(status("7", db.resource)).rejects.toMatchObject({ details: [{ path: "saga_id" }] });
    await expect(status(randomUUID(), db.resource)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resume(randomUUID(), undefined, db.resource)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(resume(undefined, -1, db.resource)).rejects.toMatchObject({
      details: [{ path: "max_seconds" }],
    });
    await expect(resolve(randomUUID(), "retry", undefined, db.resource)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("a saga that has ended can't be carried on", async () => {
    const { answer, registry } = await run([step("a")]);
    await expect(resumeSagas(db.database, registry, { saga_id: answer.saga_id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("the chain of what a saga emits", () => {
  /** Work as in a step of the flow run with this id. */
  async function inRun<T>(id: string, work: () => Promise<T>): Promise<T> {
    process.env.WM_ROOT_JOB_ID = id;
    return work().finally(() => {
      delete process.env.WM_ROOT_JOB_ID;
    });
  }
  const telling = (name: string, more: Partial<SagaStep<{ subject: string }>> = {}) =>
    ({
      ...step(name),
      action: {
        inside: async (tx, { input }) => {
          await emit(tx, [
            { type: "FoodDatasetLoaded", detail: { source: `${name} ${input.subject}`, foods: 1 } },
          ]);
        },
      },
      compensation: {
        outside: async ({ database, input }) => {
          const detail = { source: `${name} undone ${input.subject}`, foods: 0 };
          await emit(database, [{ type: "FoodDatasetLoaded", detail }]);
        },
      },
      ...more,
    }) satisfies SagaStep<{ subject: string }>;
  const patient = (name: string, trouble: Trouble = { code: "unavailable", times: 1 }) =>
    step(name, { action: trouble }, { retry: { initial_delay_seconds: 3600 } });
  const makeDue = (id: string) =>
    db.database.query(
      `with due as (update meal_planner.sagas set due_at = now() where id = $1::uuid)
       update meal_planner.saga_steps set state = state || '{"due_ms": 0}' where saga_id = $1::uuid and kind = 'waiting'`,
      [id],
    );
  /** What came of a saga: who told it, and the chain and cause that it says. */
  async function told(subject: string, sagaId: string): Promise<[string, string, string | null][]> {
    const { rows } = await db.database.query<{ what: string; chain: string; cause: string | null }>(
      `select replace(coalesce(detail ->> 'source', detail_type), ' ' || $1::text, '') as what,
         detail #>> '{metadata,correlation_id}' as chain, causation_id as cause
       from meal_planner.events
       where detail ->> 'source' like '%' || $1::text or detail ->> 'saga_id' = $2::text order by id`,
      [subject, sagaId],
    );
    return rows.map(({ what, chain, cause }) => [what, chain, cause]);
  }
  const [started, carriedOn] = [newId(), newId()];

  test("is that of the run that started it, also where another run carries it on", async () => {
    const registry = new SagaRegistry();
    registry.add(sagaOf("chained", [telling("a"), patient("wait"), telling("b")]));
    const subject = randomUUID();
    const { saga_id, state } = await inRun(started, () =>
      startSaga(db.database, registry, { definition: "chained", input: { subject } }),
    );
    expect(state).toBe("running");
    await makeDue(saga_id);
    expect(await inRun(carriedOn, () => resumeSagas(db.database, registry, { saga_id }))).toMatchObject({
      resumed: [{ state: "completed" }],
    });
    expect(await told(subject, saga_id)).toEqual([
      ["a", started, null],
      ["b", started, null],
      ["SagaCompleted", started, null],
    ]);
    // What the run does besides is its own.
    const [own] = await inRun(carriedOn, () =>
      emit(db.database, [{ type: "FoodDatasetLoaded", detail: { source: "own", foods: 1 } }]),
    );
    const { rows } = await db.database.query(
      "select correlation_id from meal_planner.events where id = $1::uuid",
      [own],
    );
    expect(rows).toEqual([{ correlation_id: carriedOn }]);
  });

  test("is that of the event that it reacts to, and the event is the cause, also of what undoing tells", async () => {
    const registry = new SagaRegistry();
    const trouble: Trouble = { code: "rejected", times: 9 };
    registry.add(
      sagaOf("reacting", [telling("a"), [patient("wait"), telling("b")], step("c", { action: trouble })]),
    );
    const [subject, chain] = [randomUUID(), newId()];
    const cause = {
      id: newId(),
      detail: { metadata: { correlation_id: chain, causation_id: null, schema_version: 1 } },
    };
    const { saga_id } = await inRun(started, () =>
      startSaga(db.database, registry, { definition: "reacting", input: { subject }, cause }),
    );
    await makeDue(saga_id);
    await inRun(carriedOn, () => resumeSagas(db.database, registry, { saga_id }));
    expect(await told(subject, saga_id)).toEqual(
      ["a", "b", "b undone", "a undone", "SagaCompensated"].map((what) => [what, chain, cause.id]),
    );
  });

  test("of a saga from before it was kept is the saga's own id", async () => {
    const registry = new SagaRegistry();
    registry.add(sagaOf("old", [patient("wait"), telling("b")]));
    const subject = randomUUID();
    const { saga_id } = await startSaga(db.database, registry, { definition: "old", input: { subject } });
    await db.database.query("update meal_planner.sagas set correlation_id = null where id = $1::uuid", [
      saga_id,
    ]);
    await makeDue(saga_id);
    await inRun(carriedOn, () => resumeSagas(db.database, registry, { saga_id }));
    expect(await told(subject, saga_id)).toEqual([
      ["b", saga_id, null],
      ["SagaCompleted", saga_id, null],
    ]);
  });
});
