import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput, Upstream } from "../../f/meal-planner/database/errors.ts";
import { main as checkProcessed } from "../../f/meal-planner/patterns/idempotency/check_processed/script.ts";
import { extendClaim, purgeIdempotencyRecords } from "../../f/meal-planner/patterns/idempotency/claim.ts";
import { defineIdempotentOperation } from "../../f/meal-planner/patterns/idempotency/idempotent_operation.ts";
import { LocalResults } from "../../f/meal-planner/patterns/idempotency/local_results.ts";
import { main as markProcessed } from "../../f/meal-planner/patterns/idempotency/mark_processed/script.ts";
import { main as releaseKey } from "../../f/meal-planner/patterns/idempotency/release/script.ts";
import { runOnce, runOnceInTransaction } from "../../f/meal-planner/patterns/idempotency/run_once.ts";
import { runStatementOnce } from "../../f/meal-planner/patterns/idempotency/run_statement_once.ts";
import { killAt, runChild } from "./child_process.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const operation = defineIdempotentOperation({ consumer: "test" });
const fiftyTimes = Array.from({ length: 50 }, (_, n) => n);

beforeAll(async () => {
  await db.database.query("create table effects (key text not null, by integer, unique (key, by))");
});

async function effectsOf(key: string): Promise<number> {
  const { rows } = await db.database.query<{ n: number }>(
    "select count(*) as n from effects where key = $1::text",
    [key],
  );
  return rows[0]?.n ?? 0;
}

async function expire(key: string): Promise<void> {
  await db.database.query(
    `update meal_planner.idempotency_records set expires_at = now() - interval '1 second',
       in_progress_until = case when status = 'in_progress' then now() - interval '1 second' end where key = $1::text`,
    [key],
  );
}

const check = (key: string, payload?: unknown, inProgressSeconds?: number) =>
  checkProcessed(key, "flow", payload, inProgressSeconds, undefined, undefined, undefined, db.resource);

describe("around a flow step", () => {
  test("the first caller acquires, a second one is told to wait, and then gets the stored result", async () => {
    const key = randomUUID();
    const first = await check(key, { a: 1 });
    expect(first).toMatchObject({ status: "acquired", key });
    const second = await check(key, { a: 1 });
    expect(second.status === "in_progress" && second.retry_after_seconds > 50).toBe(true);
    const token = first.status === "acquired" ? first.owner_token : "";
    expect(await markProcessed(key, "flow", token, { plan: 7 }, undefined, db.resource)).toEqual({
      status: "completed",
      result: { plan: 7 },
    });
    expect(await check(key, { a: 1 })).toMatchObject({ status: "completed", result: { plan: 7 } });
  });

  test("the same key with another payload is refused, and the first result stays", async () => {
    const key = randomUUID();
    const first = await check(key, { a: 1, b: 2 });
    await expect(check(key, { a: 2, b: 2 })).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
    expect(await check(key, { b: 2, a: 1 })).toMatchObject({ status: "in_progress" });
    expect(first.status).toBe("acquired");
  });

  test("only the chosen fields of the payload are compared, and an expression gives the key", async () => {
    const id = randomUUID();
    const ask = (payload: object) =>
      checkProcessed(undefined, "flow", payload, undefined, undefined, "id", "amount", db.resource);
    expect(await ask({ id, amount: 5, at: 1 })).toMatchObject({ status: "acquired" });
    expect(await ask({ id, amount: 5, at: 2 })).toMatchObject({ status: "in_progress" });
    await expect(ask({ id, amount: 6, at: 1 })).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
  });

  test("the same key of two consumers is two calls", async () => {
    const key = randomUUID();
    expect(await check(key)).toMatchObject({ status: "acquired" });
    expect(
      await checkProcessed(key, "other", undefined, undefined, undefined, undefined, undefined, db.resource),
    ).toMatchObject({ status: "acquired" });
  });

  test("a released key is free at once, and a stored failure is repeated", async () => {
    const key = randomUUID();
    const first = await check(key);
    const token = first.status === "acquired" ? first.owner_token : "";
    expect(await releaseKey(key, "flow", token, undefined, db.resource)).toEqual({ released: true });
    const second = await check(key);
    expect(second.status).toBe("acquired");
    expect(await releaseKey(key, "flow", token, undefined, db.resource)).toEqual({ released: false });
    const error = { code: "PAYLOAD_MISMATCH" };
    expect(await releaseKey(key, "flow", undefined, error, db.resource)).toEqual({ released: false, error });
    const secondToken = second.status === "acquired" ? second.owner_token : "";
    const failure = { message: "no such food", code: "NOT_FOUND" };
    await markProcessed(key, "flow", secondToken, undefined, failure, db.resource);
    expect(await check(key)).toMatchObject({ status: "failed", error: failure });
  });

  test("a run that outlasts its time can't overwrite the result of the one that took over", async () => {
    const key = randomUUID();
    const slow = await check(key, undefined, 0.05);
    await expire(key);
    const next = await check(key);
    expect([slow.status, next.status]).toEqual(["acquired", "acquired"]);
    if (slow.status !== "acquired" || next.status !== "acquired") return;
    await expect(
      markProcessed(key, "flow", slow.owner_token, "old", undefined, db.resource),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await markProcessed(key, "flow", next.owner_token, "new", undefined, db.resource);
    expect(await check(key)).toMatchObject({ status: "completed", result: "new" });
  });

  test("the scripts name what is wrong with their input", async () => {
    await expect(
      checkProcessed("", "flow", undefined, -1, undefined, undefined, undefined, db.resource),
    ).rejects.toMatchObject({ details: [{ path: "key" }, { path: "in_progress_seconds" }] });
    await expect(markProcessed("k", "flow", "no uuid", 1, undefined, db.resource)).rejects.toMatchObject({
      details: [{ path: "owner_token" }],
    });
    await expect(releaseKey("k", "", randomUUID(), undefined, db.resource)).rejects.toMatchObject({
      details: [{ path: "consumer" }],
    });
  });
});

describe("with the record in the effect's transaction", () => {
  const write = (key: string, by: number) => async (tx: Tx) => {
    await tx.query("insert into effects (key, by) values ($1::text, $2::integer)", [key, by]);
    return { by };
  };

  test("of 50 callers at once exactly one runs and all get its result", async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      fiftyTimes.map((by) =>
        db.database.transaction((tx) =>
          runOnceInTransaction(tx, operation, { payload: 1, key }, write(key, by)),
        ),
      ),
    );
    expect(await effectsOf(key)).toBe(1);
    expect(answers.filter((answer) => answer.kind === "ran")).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.result.by)).size).toBe(1);
  });

  test("a failure leaves neither effect nor record, and the next caller runs", async () => {
    const key = randomUUID();
    const failing = db.database.transaction((tx) =>
      runOnceInTransaction(tx, operation, { payload: 1, key }, async () => {
        await write(key, 1)(tx);
        throw new Error("half way");
      }),
    );
    await expect(failing).rejects.toThrow("half way");
    expect(await effectsOf(key)).toBe(0);
    const again = await db.database.transaction((tx) =>
      runOnceInTransaction(tx, operation, { payload: 1, key }, write(key, 2)),
    );
    expect(again).toEqual({ kind: "ran", result: { by: 2 } });
  });

  test("operations nest, each with its own key and settings", async () => {
    const key = randomUUID();
    const inner = defineIdempotentOperation({ consumer: "inner", validateJmespath: null });
    const run = (payload: number) =>
      db.database.transaction((tx) =>
        runOnceInTransaction(tx, operation, { payload: 1, key }, async () => {
          const nested = await runOnceInTransaction(tx, inner, { payload, key }, write(key, payload));
          return nested.result;
        }),
      );
    expect(await run(1)).toEqual({ kind: "ran", result: { by: 1 } });
    expect(await run(2)).toEqual({ kind: "replayed", result: { by: 1 } });
  });

  test.each(["before_effect", "after_effect", "before_commit"])(
    "a process killed %s leaves nothing",
    async (point) => {
      const key = randomUUID();
      await killAt("idempotent_run", db.resource, { key, mode: "one_commit" }, point);
      expect(await runChild("idempotent_run", db.resource, { key, mode: "one_commit" })).toContain(
        "finished",
      );
      await runChild("idempotent_run", db.resource, { key, mode: "one_commit" });
      expect(await effectsOf(key)).toBe(1);
    },
  );
});

describe("with the effect as one statement", () => {
  const insert = {
    text: "insert into effects (key, by) select $1::text, $2::integer from claim returning by",
  };
  const run = (key: string, by: number) =>
    runStatementOnce<{ by: number }>(
      db.database,
      operation,
      { payload: 1, key },
      { ...insert, values: [key, by] },
    );

  test("of 50 callers at once the effect of exactly one stays, and all get its rows", async () => {
    const key = randomUUID();
    const answers = await Promise.all(fiftyTimes.map((by) => run(key, by)));
    expect(await effectsOf(key)).toBe(1);
    expect(answers.filter((answer) => answer.kind === "ran")).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.result[0]?.by)).size).toBe(1);
  });

  test("it shares its records with the other forms, and an expired one is run anew", async () => {
    const key = randomUUID();
    expect(await run(key, 1)).toEqual({ kind: "ran", result: [{ by: 1 }] });
    const other = await runOnce(db.database, operation, { payload: 1, key }, async () => "never");
    expect(other).toEqual({ kind: "replayed", result: [{ by: 1 }] });
    await expire(key);
    const answers = await Promise.all([2, 3, 4].map((by) => run(key, by)));
    expect(answers.filter((answer) => answer.kind === "ran")).toHaveLength(1);
    expect(await effectsOf(key)).toBe(2);
  });

  test("in a row of repeats, as among first calls, every answer is the same", async () => {
    const [repeated, fresh] = [randomUUID(), randomUUID()];
    await run(repeated, 1);
    for (let time = 0; time < 3; time++) {
      expect(await run(repeated, 2)).toEqual({ kind: "replayed", result: [{ by: 1 }] });
    }
    const mismatch = runStatementOnce(
      db.database,
      operation,
      { payload: 2, key: repeated },
      { ...insert, values: [repeated, 3] },
    );
    await expect(mismatch).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
    expect(await run(fresh, 4)).toEqual({ kind: "ran", result: [{ by: 4 }] });
    await expire(repeated);
    expect(await run(repeated, 5)).toEqual({ kind: "ran", result: [{ by: 5 }] });
  });

  test("an effect that fails leaves no record and its own error", async () => {
    const key = randomUUID();
    await db.database.query("insert into effects (key, by) values ($1::text, 1)", [key]);
    await expect(run(key, 1)).rejects.toMatchObject({ code: "23505" });
    expect(await run(key, 2)).toMatchObject({ kind: "ran" });
  });
});

describe("with an effect outside the database", () => {
  const call = (key: string) => ({ payload: { n: 1 }, key });

  test("of 50 callers at once one runs and the waiting ones get its result", async () => {
    const waiting = defineIdempotentOperation({ consumer: "waiting", waitSeconds: 30 });
    const key = randomUUID();
    let runs = 0;
    const answers = await Promise.all(
      fiftyTimes.map(() =>
        runOnce(db.database, waiting, call(key), async () => {
          runs += 1;
          await new Promise((resolve) => setTimeout(resolve, 30));
          return runs;
        }),
      ),
    );
    expect(runs).toBe(1);
    expect(new Set(answers.map((answer) => answer.result))).toEqual(new Set([1]));
  });

  test("a caller waits for the run in progress also where the last call was a repeat", async () => {
    const waiting = defineIdempotentOperation({ consumer: "waiting", waitSeconds: 30 });
    const [done, key] = [randomUUID(), randomUUID()];
    for (let time = 0; time < 2; time++) await runOnce(db.database, waiting, call(done), async () => "done");
    const first = runOnce(db.database, waiting, call(key), async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return "first";
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await runOnce(db.database, waiting, call(done), async () => "never");
    const second = await runOnce(db.database, waiting, call(key), async () => "second");
    expect(second).toEqual({ kind: "replayed", result: "first" });
    expect(await first).toEqual({ kind: "ran", result: "first" });
  });

  test("without waiting a repeat fails with the time after which to ask again", async () => {
    const key = randomUUID();
    await runOnce(db.database, operation, call(key), async () => {
      const repeat = runOnce(db.database, operation, call(key), async () => 2);
      await expect(repeat).rejects.toMatchObject({ code: "IN_PROGRESS", retryable: true });
      return 1;
    });
  });

  test("a claim holds until the call's own deadline, whatever the operation's time", async () => {
    const key = randomUUID();
    const deadline = new Date(Date.now() + 600_000);
    await runOnce(db.database, operation, { ...call(key), deadline }, async () => {
      const repeat = await runOnce(db.database, operation, call(key), async () => 2).catch((error) => error);
      expect(repeat).toMatchObject({ code: "IN_PROGRESS" });
      expect(repeat.retryAfterSeconds).toBeGreaterThan(500);
      return 1;
    });
    const over = randomUUID();
    const late = { ...call(over), deadline: new Date(Date.now() - 600_000) };
    const answer = runOnce(db.database, operation, late, async () => {
      // It runs past its deadline, so another one takes the key over and its result stands.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      return runOnce(db.database, operation, call(over), async () => "taken over");
    });
    await expect(answer).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await runOnce(db.database, operation, call(over), async () => "again")).toEqual({
      kind: "replayed",
      result: "taken over",
    });
  });

  test.each([
    { onFailure: "forget" as const, invalid: 2, unavailable: 2 },
    { onFailure: "keep_non_retryable" as const, invalid: 1, unavailable: 2 },
    { onFailure: "keep_all" as const, invalid: 1, unavailable: 1 },
  ])("$onFailure decides which failures are repeated", async ({ onFailure, invalid, unavailable }) => {
    const settings = defineIdempotentOperation({ consumer: `failing ${onFailure}`, onFailure });
    const runsOf = async (error: Error) => {
      const key = randomUUID();
      let runs = 0;
      for (let turn = 1; turn <= 2; turn++) {
        const failing = runOnce(db.database, settings, call(key), async () => {
          runs += 1;
          throw error;
        });
        await expect(failing).rejects.toMatchObject({ message: error.message });
      }
      return runs;
    };
    expect(await runsOf(new InvalidInput([{ path: "x", message: "is wrong" }]))).toBe(invalid);
    expect(await runsOf(new Upstream("unavailable", "away"))).toBe(unavailable);
  });

  test("a result kept in the process is repeated without the database, but not past its time to live", async () => {
    const kept = new LocalResults();
    const key = randomUUID();
    await runOnce(db.database, operation, call(key), async () => "one", kept);
    await db.database.query("delete from meal_planner.idempotency_records where key = $1::text", [key]);
    const repeat = await runOnce(db.database, operation, call(key), async () => "two", kept);
    expect(repeat).toEqual({ kind: "replayed", result: "one" });
    const brief = defineIdempotentOperation({
      consumer: "brief",
      ttlSeconds: 0.001,
      inProgressSeconds: 0.001,
    });
    await runOnce(db.database, brief, call(key), async () => "one", kept);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await runOnce(db.database, brief, call(key), async () => "two", kept)).toMatchObject({
      result: "two",
    });
  });

  test.each(["before_effect", "after_effect"])(
    "a process killed %s is run again and acts once",
    async (point) => {
      const key = randomUUID();
      const input = { key, mode: "two_commits" };
      await killAt("idempotent_run", db.resource, input, point);
      await expire(key);
      expect(await runChild("idempotent_run", db.resource, input)).toContain("finished");
      expect(await runChild("idempotent_run", db.resource, input)).not.toContain("at:before_effect");
      expect(await effectsOf(key)).toBe(1);
    },
  );

  test("a result with a NUL in it is stored, so that the work isn't done again", async () => {
    const key = randomUUID();
    await runOnce(db.database, operation, call(key), async () => "a\u0000b");
    const repeat = await runOnce(db.database, operation, call(key), async () => "again");
    expect(repeat).toEqual({ kind: "replayed", result: "a\ufffdb" });
  });

  test("a long run keeps its key by extending it", async () => {
    const key = randomUUID();
    const first = await check(key, undefined, 0.05);
    if (first.status !== "acquired") throw new Error(first.status);
    await extendClaim(db.database, { consumer: "flow", key }, first.owner_token, 60);
    expect(await check(key)).toMatchObject({ status: "in_progress" });
    await expect(extendClaim(db.database, { consumer: "flow", key }, randomUUID(), 60)).rejects.toMatchObject(
      {
        code: "CONFLICT",
      },
    );
  });
});

test("expired records are deleted by the upkeep and live ones stay", async () => {
  const [old, live] = [randomUUID(), randomUUID()];
  await check(old);
  await check(live);
  await expire(old);
  expect(await purgeIdempotencyRecords(db.database)).toBeGreaterThanOrEqual(1);
  const { rows } = await db.database.query(
    "select key from meal_planner.idempotency_records where key = any($1::text[])",
    [[old, live]],
  );
  expect(rows).toEqual([{ key: live }]);
});
