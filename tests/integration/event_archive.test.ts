import { beforeEach, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as maintain } from "../../f/meal-planner/events/bus/maintain/script.ts";
import { main as metrics } from "../../f/meal-planner/events/bus/metrics/script.ts";
import { main as queryEvents } from "../../f/meal-planner/events/bus/query_events/script.ts";
import { main as replay } from "../../f/meal-planner/events/bus/replay/script.ts";
import { putRuleInput } from "../../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../../f/meal-planner/events/bus/rule_store.ts";
import { main as showChain } from "../../f/meal-planner/events/bus/show_chain/script.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { main as emitCloudEvents } from "../../f/meal-planner/events/producers/emit_cloud_events/script.ts";
import { main as emitEvent } from "../../f/meal-planner/events/producers/emit_event/script.ts";
import { toCloudEvent } from "../../f/meal-planner/events/schemas/cloud_event.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string, time?: string) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: household, version: 1, name },
  ...(time === undefined ? {} : { time }),
});
const emitAll = (names: string[], time?: string) =>
  emit(
    db.database,
    names.map((name) => recipe(name, time)),
  );

const seen: string[] = [];
const watch = defineConsumer({
  name: "watch",
  eventTypes: ["RecipeCreated"],
  async react(tx, event) {
    seen.push(`${event.detail.name}${event["replay-name"] ? ` (${event["replay-name"]})` : ""}`);
    if (event.detail.name === "parent") await emit(tx, [recipe("child")], event);
  },
});

beforeEach(async () => {
  seen.length = 0;
  await emptyBus(db.database);
});

async function rule(name: string, more: Record<string, unknown> = {}): Promise<void> {
  const input = putRuleInput.parse({
    name,
    event_pattern: { source: ["meal-planner.recipes"] },
    targets: [{ id: "t", type: "inline", consumer: "watch" }],
    ...more,
  });
  await db.database.transaction((tx) => putRule(tx, input, [watch]));
}

const query = (more: Partial<Record<string, unknown>> = {}) =>
  queryEvents(
    more.detail_type as string,
    more.source as string,
    more.correlation_id as string,
    more.event_pattern as object,
    more.from as string,
    more.to as string,
    more.limit as number,
    more.cursor as string,
    db.resource,
  );

test("the archive is found by type, time, pattern and chain, page by page", async () => {
  await emitAll(["old"], "2026-01-01T00:00:00Z");
  const ids = await emitAll(["a", "b", "c"], "2026-02-01T00:00:00Z");
  await emitEvent([{ Source: "com.acme", DetailType: "order", Detail: { n: 1 } }], false, db.resource);
  const first = await query({ detail_type: "RecipeCreated", from: "2026-01-15T00:00:00Z", limit: 2 });
  expect(first.events.map((event) => event.detail.name)).toEqual(["a", "b"]);
  const second = await query({ detail_type: "RecipeCreated", limit: 2, cursor: first.next_cursor });
  expect(second.events.map((event) => event.id)).toEqual([ids[2]]);
  expect(second.next_cursor).toBeNull();
  const byPattern = await query({ event_pattern: { detail: { n: [{ numeric: [">", 0] }] } } });
  expect(byPattern.events.map((event) => event.source)).toEqual(["com.acme"]);
  expect((await query({ source: "com.acme" })).events).toHaveLength(1);
});

test("a replay delivers its window to the chosen rule alone, marked, and archives nothing again", async () => {
  await emitAll(["early"], "2026-01-01T00:00:00Z");
  await emitAll(["in", "in too"], "2026-02-01T00:00:00Z");
  await rule("chosen");
  await rule("other");
  const status = await replay(
    "again",
    "start",
    "2026-01-15T00:00:00Z",
    "2026-03-01T00:00:00Z",
    ["chosen"],
    undefined,
    undefined,
    undefined,
    db.resource,
  );
  expect(status).toMatchObject({ state: "completed", scanned: 2, replayed: 2, expected: 2 });
  await dispatch(db.database, { consumers: [watch] });
  expect(seen).toEqual(["in (again)", "in too (again)"]);
  expect((await query()).events).toHaveLength(3);
});

test("a replay is cancelled and resumed without leaving out or repeating an event", async () => {
  await emitAll(
    Array.from({ length: 30 }, (_, at) => `n${at}`),
    "2026-02-01T00:00:00Z",
  );
  await rule("chosen");
  const act = (action: "start" | "cancel" | "resume", perSecond?: number, seconds?: number) =>
    replay(
      "slow",
      action,
      "2026-01-15T00:00:00Z",
      "2026-03-01T00:00:00Z",
      ["chosen"],
      undefined,
      perSecond,
      seconds,
      db.resource,
    );
  expect(await act("start", 10, 0.5)).toMatchObject({ state: "running", replayed: 10 });
  expect(await act("cancel")).toMatchObject({ state: "cancelled", replayed: 10 });
  await maintain(undefined, undefined, 1, db.resource);
  expect(await act("resume", undefined, 10)).toMatchObject({ state: "completed", replayed: 30 });
  await dispatch(db.database, { consumers: [watch] });
  expect([...seen].sort()).toEqual(Array.from({ length: 30 }, (_, at) => `n${at} (slow)`).sort());
});

test("a replay to a rule that isn't there is refused", async () => {
  const window = ["2026-01-15T00:00:00Z", "2026-03-01T00:00:00Z"] as const;
  await expect(
    replay("none", "start", ...window, ["nobody"], undefined, undefined, undefined, db.resource),
  ).rejects.toMatchObject({ code: "INVALID_INPUT", message: expect.stringContaining("nobody") });
});

test("retention drops whole months that nobody waits for, also when two upkeeps run at once", async () => {
  await db.database.query(
    "select meal_planner.create_event_partition(month::date) from unnest(array['2020-01-01', '2020-02-01']) month",
  );
  const add = (day: string) =>
    db.database.query(
      `insert into meal_planner.events (id, detail_type, source, time, detail, correlation_id)
       values (meal_planner.first_event_id($1::timestamptz), 'x', 'com.acme', $1::timestamptz, '{}', gen_random_uuid())`,
      [day],
    );
  await add("2020-01-15");
  await add("2020-02-15");
  await add("2019-06-15"); // no partition takes it yet
  await db.database.query(
    `insert into meal_planner.deliveries (event_id, rule, target, inline)
     values (meal_planner.first_event_id('2020-02-15'), 'gone', 't', true)`,
  );
  const [first, second] = await Promise.all([1, 2].map(() => maintain(365, 6, 0, db.resource)));
  const both = (of: (report: NonNullable<typeof first>) => string[]) =>
    [...of(first!), ...of(second!)].sort();
  expect(both((report) => report.partitions_dropped)).toContain("events_2020_01");
  expect(first!.partitions_kept).toEqual(["events_2020_02"]);
  expect(both((report) => report.partitions_created)).toEqual(["events_2019_06"]);
  await maintain(365, 6, 0, db.resource);
  expect((await query({ to: "2021-01-01T00:00:00Z" })).events.map((event) => event.time)).toEqual([
    "2020-02-15T00:00:00Z",
  ]);
});

test("metrics tell what is owed, what was delivered, and what failed with which code", async () => {
  await rule("chosen");
  await rule("lost", { targets: [{ id: "gone", type: "inline", consumer: "watch", retry_policy: {} }] });
  await emitAll(["a", "b"]);
  expect(await metrics(60, db.resource)).toMatchObject({ backlog: 4, due: 4, delivered_per_minute: 0 });
  await dispatch(db.database, { consumers: [] });
  const report = await metrics(60, db.resource);
  expect(report).toMatchObject({ backlog: 0, oldest_age_seconds: null });
  expect(report.targets.find((target) => target.rule === "lost")).toMatchObject({
    failures: [{ outcome: "dead_lettered", code: "NOT_FOUND", count: 2 }],
  });
});

test("a chain is shown cause by cause", async () => {
  await rule("chosen");
  const [parent] = await emitAll(["parent"]);
  await dispatch(db.database, { consumers: [watch] });
  const { events, chain } = await showChain(parent!, db.resource);
  expect(events).toBe(2);
  expect(chain).toMatchObject([
    {
      id: parent,
      detail_type: "RecipeCreated",
      caused: [{ detail_type: "RecipeCreated", caused: [], owed: [] }],
    },
  ]);
});

test("a foreign CloudEvent comes out of the archive as it went in", async () => {
  const event = {
    specversion: "1.0",
    id: "A-1",
    source: "/shop",
    type: "order.placed",
    data: ["not", "an", "object"],
  };
  expect(await emitCloudEvents([event], db.resource)).toMatchObject({ FailedEntryCount: 0 });
  expect(toCloudEvent((await query({ source: "/shop" })).events[0]!)).toEqual(event);
});
