import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Database } from "../../f/meal-planner/database/connection.ts";
import { Upstream } from "../../f/meal-planner/database/errors.ts";
import { migrate } from "../../f/meal-planner/database/migrate.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { putRuleInput } from "../../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../../f/meal-planner/events/bus/rule_store.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { createDatabase } from "../../local/postgres.ts";
import { freePort, reachableHome, startServer, stopServer } from "../../local/postgres_server.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string, key = household) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: key, version: 1, name },
});

const slowly = defineConsumer({
  name: "slowly",
  eventTypes: ["RecipeCreated"],
  react: (tx, event) => tx.query("insert into meal_planner.effects (event_id) values ($1::uuid)", [event.id]),
});

const EFFECTS = "create table meal_planner.effects (id bigint generated always as identity, event_id uuid)";

async function rule(
  database: Database,
  consumer = slowly,
  more: Record<string, unknown> = {},
): Promise<void> {
  const input = putRuleInput.parse({
    name: "faults",
    event_pattern: { source: ["meal-planner.recipes"] },
    targets: [{ id: "t", type: "inline", consumer: consumer.name, ...more }],
  });
  await database.transaction((tx) => putRule(tx, input, [consumer]));
}

async function effects(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ event_id: string }>(
    "select event_id from meal_planner.effects order by id",
  );
  return rows.map((row) => row.event_id);
}

beforeAll(async () => {
  await db.database.query(EFFECTS);
});

beforeEach(async () => {
  await db.database.query("truncate meal_planner.effects");
  await emptyBus(db.database);
});

afterEach(() => {
  vi.useRealTimers();
});

function startDispatcher(): ChildProcess {
  const bun = join(import.meta.dirname, "../../node_modules/.bin/bun");
  const script = join(import.meta.dirname, "dispatcher_process.ts");
  return spawn(bun, [script, JSON.stringify(db.resource)], { stdio: ["ignore", "pipe", "inherit"] });
}

/** Resolves when the process is gone; it is killed while its consumer reacts, at any point of its first batches. */
async function killInMidBatch(): Promise<void> {
  const dispatcher = startDispatcher();
  const gone = new Promise((resolve) => dispatcher.once("exit", resolve));
  await new Promise((resolve) => dispatcher.stdout!.once("data", resolve));
  await sleep(Math.random() * 100);
  dispatcher.kill("SIGKILL");
  await gone;
}

// The full 200 take a minute on two idle cores; every run does a part of them.
const KILLS = Number(process.env.DISPATCHER_KILLS ?? 24);
const AT_ONCE = 4;

test("dispatchers killed in mid-batch lose nothing and do nothing twice", { timeout: 300_000 }, async () => {
  await rule(db.database);
  const ids: string[] = [];
  const emitMore = async () => {
    ids.push(
      ...(await emit(
        db.database,
        Array.from({ length: 300 }, (_, at) => recipe(`n${at}`)),
      )),
    );
  };
  for (let round = 0; round < KILLS / AT_ONCE; round++) {
    await emitMore();
    await Promise.all(Array.from({ length: AT_ONCE }, killInMidBatch));
  }
  await vi.waitFor(async () => {
    const { remaining } = await dispatch(db.database, { consumers: [slowly] });
    expect(remaining).toBe(0);
  }, 20_000);
  expect((await effects(db.database)).sort()).toEqual([...ids].sort());
});

test("Postgres restarted under load: dispatchers come back and nothing is lost", {
  timeout: 120_000,
}, async () => {
  const name = `meal-planner-restart-${randomBytes(4).toString("hex")}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const settings = { port: String(await freePort()), fsync: "off" };
  const resource = await startServer({ home, settings });
  const admin = new pg.Client({ ...resource, database: "postgres" });
  await admin.connect();
  await createDatabase(admin, resource.dbname);
  await admin.end();
  const database = new Database(resource);
  const stop = new AbortController();
  try {
    await migrate(database);
    await database.query(EFFECTS);
    await emptyBus(database);
    await rule(database);
    const troubles: unknown[] = [];
    const dispatchers = [1, 2].map(() =>
      runDispatcher(database, {
        signal: stop.signal,
        consumers: [slowly],
        onError: (error) => troubles.push(error),
      }),
    );
    const acknowledged: string[] = [];
    let emitting = true;
    const emitter = (async () => {
      while (emitting) {
        const ids = await emit(database, [recipe("a"), recipe("b")]).catch(() => sleep(20));
        if (ids) acknowledged.push(...ids);
      }
    })();
    for (let restart = 0; restart < 3; restart++) {
      await sleep(300);
      await stopServer(home);
      await startServer({ home, settings });
    }
    await sleep(300);
    emitting = false;
    await emitter;
    await vi.waitFor(async () => {
      const { rows } = await database.query("select 1 from meal_planner.deliveries");
      expect(rows).toEqual([]);
    }, 20_000);
    const done = await effects(database);
    expect(new Set(done).size).toBe(done.length);
    expect(acknowledged.filter((id) => !done.includes(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(troubles.length).toBeGreaterThan(0);
    stop.abort();
    await Promise.all(dispatchers);
  } finally {
    stop.abort();
    await database.close();
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  }
});

test("failures and many dispatchers never bring a key out of order", { timeout: 120_000 }, async () => {
  const tries = new Map<string, number>();
  const flaky = defineConsumer({
    name: "flaky",
    eventTypes: ["RecipeCreated"],
    async react(tx, event) {
      const failures = Number(event.detail.name);
      const tried = (tries.get(event.id) ?? 0) + 1;
      tries.set(event.id, tried);
      if (tried <= failures) throw new Upstream("unavailable", "Not yet.");
      await tx.query("insert into meal_planner.effects (event_id) values ($1::uuid)", [event.id]);
    },
  });
  await rule(db.database, flaky, {
    ordering_key: "$.detail.recipe_id",
    retry_policy: { maximum_retry_attempts: 50 },
  });
  const keys = Array.from({ length: 8 }, (_, at) => `0192f5a0-0000-7000-8000-0000000000${10 + at}`);
  const batches = await Promise.all(
    keys.map((key) =>
      emit(
        db.database,
        Array.from({ length: 12 }, () => recipe(String(Math.floor(Math.random() * 3)), key)),
      ),
    ),
  );
  for (let remaining = 1; remaining > 0; ) {
    const reports = await Promise.all(
      [1, 2, 3].map(() => dispatch(db.database, { consumers: [flaky], batchSize: 5 })),
    );
    remaining = Math.min(...reports.map((report) => report.remaining));
    await db.database.query("update meal_planner.deliveries set due_at = now() where due_at is not null");
  }
  const done = await effects(db.database);
  for (const ids of batches) expect(done.filter((id) => ids.includes(id))).toEqual(ids);
});

test("a client whose clock is an hour off makes no difference", async () => {
  await rule(db.database);
  for (const hours of [-1, 1]) {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    await emit(db.database, [recipe("skewed")]);
    expect(await dispatch(db.database, { consumers: [slowly] })).toMatchObject({
      delivered: 1,
      remaining: 0,
    });
    vi.useRealTimers();
  }
  const { rows } = await db.database.query<{ id: string; off: number; id_off: number }>(
    `select id, abs(extract(epoch from now() - time))::float8 as off,
       abs(extract(epoch from now() - meal_planner.event_id_time(id)))::float8 as id_off
     from meal_planner.events`,
  );
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => row.off < 60 && row.id_off < 60)).toBe(true);
});

test("a dispatcher that stands still is cut off, and another one takes its batch over", async () => {
  await rule(db.database);
  await emit(db.database, [recipe("held")]);
  let standing = false;
  let goOn = () => {};
  const still = defineConsumer({
    name: "slowly",
    eventTypes: ["RecipeCreated"],
    async react(tx, event) {
      await tx.query("insert into meal_planner.effects (event_id) values ($1::uuid)", [event.id]);
      standing = true;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    },
  });
  const first = dispatch(db.database, { consumers: [still], leaseSeconds: 0.3 }).catch(
    (error: unknown) => error,
  );
  await vi.waitFor(() => expect(standing).toBe(true));
  await vi.waitFor(async () => {
    const report = await dispatch(db.database, { consumers: [slowly] });
    expect(report).toMatchObject({ delivered: 1, remaining: 0 });
  }, 10_000);
  goOn();
  await first;
  expect(await effects(db.database)).toHaveLength(1);
});
