import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Tx } from "../../f/meal-planner/database/connection.ts";
import { Upstream } from "../../f/meal-planner/database/errors.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { putRuleInput } from "../../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../../f/meal-planner/events/bus/rule_store.ts";
import { runDispatcher } from "../../f/meal-planner/events/bus/run_dispatcher.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string, id = household) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: id, version: 1, name },
});

const busy = { now: 0, most: 0, left: Promise.resolve() as Promise<unknown> };
let failures = 0;

const slow = defineConsumer({
  name: "slow",
  eventTypes: ["RecipeCreated"],
  async react(tx, event) {
    busy.most = Math.max(busy.most, ++busy.now);
    await sleep(5);
    busy.now--;
    if (event.detail.name === "flaky" && failures++ < 2) throw new Upstream("unavailable", "It is away.");
    await record(tx, event.detail.name);
  },
});
const stuck = defineConsumer({
  name: "stuck",
  eventTypes: ["RecipeCreated"],
  async react(tx, event) {
    await record(tx, `begun ${event.detail.name}`);
    if (event.detail.name === "in a statement") await tx.query("select pg_sleep(60)");
    if (event.detail.name === "beside it") {
      busy.left = sleep(600).then(() => record(tx, "too late"));
      await busy.left;
    }
    await record(tx, event.detail.name);
  },
});
const consumers = [slow, stuck];

async function record(tx: Tx, name: string): Promise<void> {
  await tx.query("insert into meal_planner.effects (name) values ($1::text)", [name]);
}

beforeAll(async () => {
  await db.database.query(
    "create table meal_planner.effects (id bigint generated always as identity, name text)",
  );
});

beforeEach(async () => {
  await db.database.query("truncate meal_planner.effects");
  await emptyBus(db.database);
  Object.assign(busy, { now: 0, most: 0 });
  failures = 0;
});

async function rule(consumer: string, limits: Record<string, unknown>): Promise<void> {
  const input = putRuleInput.parse({
    name: "limited",
    event_pattern: { source: ["meal-planner.recipes"], "detail-type": ["RecipeCreated"] },
    targets: [{ id: "t", type: "inline", consumer, ...limits }],
  });
  await db.database.transaction((tx) => putRule(tx, input, consumers));
}

async function effects(): Promise<string[]> {
  const { rows } = await db.database.query<{ name: string }>(
    "select name from meal_planner.effects order by id",
  );
  return rows.map((row) => row.name);
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

async function dispatchAll(dispatchers: number): Promise<void> {
  for (let remaining = 1; remaining > 0; ) {
    await db.database.query("update meal_planner.deliveries set due_at = now() where due_at is not null");
    const reports = await Promise.all(
      Array.from({ length: dispatchers }, () => dispatch(db.database, { consumers, batchSize: 3 })),
    );
    remaining = Math.min(...reports.map((report) => report.remaining));
  }
}

test("an inline consumer that takes too long is timed out, undone and retried, and its neighbours are not", async () => {
  await rule("stuck", { timeout_seconds: 0.3 });
  await emit(
    db.database,
    ["quick", "in a statement", "beside it", "also quick"].map((name) => recipe(name)),
  );
  expect(await dispatch(db.database, { consumers })).toMatchObject({ delivered: 2, retried: 2 });
  await expect(busy.left).rejects.toThrow(/took longer than 0.3 s/);
  expect(await effects()).toEqual(["begun quick", "quick", "begun also quick", "also quick"]);
  const { rows } = await db.database.query<{ code: string; message: string }>(
    "select errors->0->>'code' as code, errors->0->>'message' as message from meal_planner.deliveries",
  );
  expect(rows.map((row) => row.code)).toEqual(["TIMEOUT", "TIMEOUT"]);
  expect(rows[0]!.message).toMatch(/The inline consumer stuck took longer than 0.3 s. Make it quicker/);
});

test("the time of one delivery leaves no limit behind for the next", async () => {
  await rule("stuck", { timeout_seconds: 30 });
  const tx = await db.database.transaction(async (open) => {
    await emit(open, [recipe("quick")]);
    return open.query<{ limit: string }>("select current_setting('statement_timeout') as limit");
  });
  await dispatch(db.database, { consumers });
  const after = await db.database.query<{ limit: string }>(
    "select current_setting('statement_timeout') as limit",
  );
  expect(after.rows).toEqual(tx.rows);
  expect(await effects()).toEqual(["begun quick", "quick"]);
});

test("an inline consumer runs at most so often at once, whoever dispatches, and each event once", async () => {
  await rule("slow", { max_concurrency: 2 });
  await emit(
    db.database,
    names(30).map((name) => recipe(name)),
  );
  await dispatchAll(5);
  expect(busy.most).toBe(2);
  expect((await effects()).sort()).toEqual(names(30).sort());
});

test("with a limit and an ordering key, events of one key stay in order, also after failures", async () => {
  await rule("slow", { max_concurrency: 3, ordering_key: "$.detail.recipe_id" });
  const other = "0192f5a0-0000-7000-8000-0000000000ff";
  const mine = ["a", "flaky", "b", "c"];
  await emit(db.database, [
    ...mine.map((name) => recipe(name)),
    ...names(6).map((name) => recipe(name, other)),
  ]);
  await dispatchAll(4);
  const done = await effects();
  expect(done.filter((name) => mine.includes(name))).toEqual(mine);
  expect(done.filter((name) => !mine.includes(name))).toEqual(names(6));
  expect(failures).toBe(3);
  expect(busy.most).toBeLessThanOrEqual(3);
});

test("a dispatcher that stays awake delivers to limited consumers too", async () => {
  await rule("slow", { max_concurrency: 1 });
  const stop = new AbortController();
  const delivered = new Promise<void>((resolve) => {
    let count = 0;
    void runDispatcher(db.database, {
      signal: stop.signal,
      consumers,
      onDelivered: (tally) => {
        count += tally.delivered;
        if (count === 5) resolve();
      },
    });
  });
  await emit(
    db.database,
    names(5).map((name) => recipe(name)),
  );
  await delivered;
  stop.abort();
  expect(await effects()).toEqual(names(5));
});
