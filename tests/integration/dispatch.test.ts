import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput, Upstream } from "../../f/meal-planner/database/errors.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { putRuleInput } from "../../f/meal-planner/events/bus/rule.ts";
import {
  deleteRule,
  listRules,
  putRule,
  setRuleEnabled,
} from "../../f/meal-planner/events/bus/rule_store.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: household, version: 1, name },
});

const count = defineConsumer({
  name: "count",
  eventTypes: ["RecipeCreated"],
  react: (tx, event) => record(tx, "count", event.detail.name),
});
const picky = defineConsumer({
  name: "picky",
  eventTypes: ["RecipeCreated"],
  async react(tx, event) {
    await record(tx, "picky", event.detail.name);
    if (event.detail.name.startsWith("broken"))
      throw new InvalidInput([{ path: "name", message: "is broken" }]);
    if (event.detail.name.startsWith("flaky")) throw new Upstream("unavailable", "It is away.");
    if (event.detail.name.startsWith("poison")) await tx.query("select 1 / 0");
  },
});
const consumers = [count, picky];

async function record(tx: Tx, consumer: string, name: string): Promise<void> {
  await tx.query("insert into meal_planner.effects (consumer, name) values ($1::text, $2::text)", [
    consumer,
    name,
  ]);
}

beforeAll(async () => {
  await db.database.query(
    "create table meal_planner.effects (id bigint generated always as identity, consumer text, name text)",
  );
});

beforeEach(async () => {
  await db.database.query("truncate meal_planner.effects");
  await emptyBus(db.database);
});

async function rule(name: string, consumer: string, more: Record<string, unknown> = {}): Promise<void> {
  const input = putRuleInput.parse({
    name,
    event_pattern: { source: ["meal-planner.recipes"], "detail-type": ["RecipeCreated"] },
    targets: [{ id: "t", type: "inline", consumer, ...more }],
  });
  await db.database.transaction((tx) => putRule(tx, input, consumers));
}

const emitAll = (names: string[]) => db.database.transaction((tx) => emit(tx, names.map(recipe)));
const run = () => dispatch(db.database, { consumers });

async function effects(consumer: string): Promise<string[]> {
  const { rows } = await db.database.query<{ name: string }>(
    "select name from meal_planner.effects where consumer = $1::text order by id",
    [consumer],
  );
  return rows.map((row) => row.name);
}

async function makeDue(): Promise<void> {
  await db.database.query("update meal_planner.deliveries set due_at = now() where due_at is not null");
}

test("an event is delivered to the consumers of all rules that match it, and only once", async () => {
  await rule("a", "count");
  await rule("b", "picky");
  await emitAll(["one", "two"]);
  expect(await run()).toEqual({ delivered: 4, retried: 0, dead_lettered: 0, remaining: 0 });
  expect(await effects("count")).toEqual(["one", "two"]);
  expect(await run()).toEqual({ delivered: 0, retried: 0, dead_lettered: 0, remaining: 0 });
});

test("a bad delivery in a batch fails alone and leaves no effect", async () => {
  await rule("a", "picky");
  await emitAll(["one", "broken", "poison", "two"]);
  expect(await run()).toEqual({ delivered: 2, retried: 1, dead_lettered: 1, remaining: 1 });
  expect(await effects("picky")).toEqual(["one", "two"]);
});

test("a delivery that fails is retried after 2, 4, 8, 16 and 32 seconds, then is a dead letter with all attempts", async () => {
  await rule("a", "picky");
  const [id] = await emitAll(["flaky"]);
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 6; attempt++) {
    await run();
    const { rows } = await db.database.query<{ wait: number }>(
      "select extract(epoch from due_at - clock_timestamp())::float8 as wait from meal_planner.deliveries",
    );
    if (rows[0]) waits.push(2 ** Math.round(Math.log2(rows[0].wait)));
    await makeDue();
  }
  expect(waits).toEqual([2, 4, 8, 16, 32]);
  const { rows } = await db.database.query(
    "select event_id, rule, target_id, error_code, exhausted, jsonb_array_length(attempts) as attempts from meal_planner.dead_letters where event_id = $1::uuid",
    [id],
  );
  expect(rows).toEqual([
    {
      event_id: id,
      rule: "a",
      target_id: "t",
      error_code: "UPSTREAM_UNAVAILABLE",
      exhausted: "maximum_retry_attempts",
      attempts: 6,
    },
  ]);
  const { rows: news } = await db.database.query(
    "select detail->>'event_id' as event_id, detail->>'code' as code, causation_id from meal_planner.events where detail_type = 'EventDeadLettered' and causation_id = $1::uuid",
    [id],
  );
  expect(news).toEqual([{ event_id: id, code: "UPSTREAM_UNAVAILABLE", causation_id: id }]);
});

test("a rule's own retry policy holds", async () => {
  await rule("a", "picky", { retry_policy: { maximum_retry_attempts: 0 } });
  await emitAll(["flaky"]);
  expect(await run()).toMatchObject({ retried: 0, dead_lettered: 1, remaining: 0 });
});

test("a delivery whose rule was deleted becomes a dead letter, not nothing", async () => {
  await rule("a", "count");
  await emitAll(["one"]);
  await db.database.transaction((tx) => deleteRule(tx, "a"));
  expect(await run()).toMatchObject({ delivered: 0, dead_lettered: 1, remaining: 0 });
});

test("a disabled rule matches nothing, and what it owed before is delivered", async () => {
  await rule("a", "count");
  await emitAll(["before"]);
  await db.database.transaction((tx) => setRuleEnabled(tx, "a", false));
  await emitAll(["after"]);
  expect(await run()).toMatchObject({ delivered: 1, remaining: 0 });
  expect(await effects("count")).toEqual(["before"]);
});

test("rules are listed with their targets", async () => {
  await rule("b", "count");
  const { rules } = await listRules(db.database, { name_prefix: "b" });
  expect(rules).toEqual([
    {
      name: "b",
      description: "",
      enabled: true,
      built_in: false,
      event_pattern: { source: ["meal-planner.recipes"], "detail-type": ["RecipeCreated"] },
      targets: [{ id: "t", type: "inline", consumer: "count" }],
    },
  ]);
});

test("an event emitted while a rule is being put is matched by either all of the rule or none of it", async () => {
  await Promise.all([rule("a", "count"), emitAll(["during"])]);
  await emitAll(["after"]);
  await run();
  expect((await effects("count")).filter((name) => name === "after")).toEqual(["after"]);
});

test("an event of a transaction that commits late is delivered", async () => {
  await rule("a", "count");
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const late = db.database.transaction(async (tx) => {
    await emit(tx, [recipe("late")]);
    await held;
  });
  await emitAll(["early"]);
  await run();
  expect(await effects("count")).toEqual(["early"]);
  release();
  await late;
  await run();
  expect(await effects("count")).toEqual(["early", "late"]);
});

describe("with an ordering key", () => {
  const ordered = { ordering_key: "$.detail.recipe_id" };

  test("a failure holds back later events of its key, and no other key", async () => {
    await rule("a", "picky", ordered);
    const other = "0192f5a0-0000-7000-8000-0000000000ff";
    const elsewhere = { ...recipe("elsewhere"), detail: { ...recipe("elsewhere").detail, recipe_id: other } };
    await db.database.transaction((tx) =>
      emit(tx, [recipe("first"), recipe("flaky"), elsewhere, recipe("third")]),
    );
    expect(await run()).toMatchObject({ delivered: 2, retried: 1, remaining: 2 });
    expect(await effects("picky")).toEqual(["first", "elsewhere"]);
    expect(await run()).toMatchObject({ delivered: 0, remaining: 2 });
    for (let attempt = 0; attempt < 5; attempt++) {
      await makeDue();
      await run();
    }
    expect(await effects("picky")).toEqual(["first", "elsewhere", "third"]);
  });

  test("events of one key emitted by many at once are handled in the order of their commits by many dispatchers", async () => {
    await rule("a", "count", ordered);
    await Promise.all(Array.from({ length: 8 }, (_, at) => emitAll([`${at}a`, `${at}b`])));
    const { rows } = await db.database.query<{ name: string }>(
      "select e.detail->>'name' as name from meal_planner.deliveries d join meal_planner.events e on e.id = d.event_id order by d.seq",
    );
    await Promise.all([run(), run(), run(), run()]);
    await run();
    expect(await effects("count")).toEqual(rows.map((row) => row.name));
  });
});

test("many dispatchers at once run no delivery twice", async () => {
  await rule("a", "count");
  const names = Array.from({ length: 500 }, (_, at) => `n${at}`);
  await emitAll(names);
  const reports = await Promise.all(
    Array.from({ length: 8 }, () => dispatch(db.database, { consumers, batchSize: 7 })),
  );
  expect(reports.reduce((sum, report) => sum + report.delivered, 0)).toBe(500);
  expect((await effects("count")).sort()).toEqual([...names].sort());
});
