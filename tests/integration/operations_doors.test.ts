import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import type { ScheduleHealth } from "../../f/meal-planner/events/bus/schedule_health.ts";
import type { DeadLetterGroup } from "../../f/meal-planner/patterns/dlq/dead_letter_groups.ts";
import type { SagaSummary } from "../../f/meal-planner/patterns/saga/list_sagas.ts";
import { runScript } from "./run_script.ts";
import { openKitchen } from "./shopping_kitchen.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown> = {}) => runScript<T>(path, args, db.resource);

describe("sagas", () => {
  const cause = { step: "tandoor", code: "UPSTREAM_REJECTED", message: "It said no." };
  const STATES = [
    { kind: "running" },
    { kind: "completed", result: {} },
    { kind: "stuck", ...cause, cause: null },
    { kind: "compensated", cause },
  ];

  async function keepSaga(state: object, ageMinutes: number, definition = "publish_plan"): Promise<string> {
    const id = newId();
    await db.database.query(
      `insert into meal_planner.sagas (id, definition, version, state, input, input_hash, created_at)
       values ($1::uuid, $2::text, 1, $3::jsonb, '{}', 'x', now() - make_interval(mins => $4::integer))`,
      [id, definition, JSON.stringify(state), ageMinutes],
    );
    await db.database.query(
      `insert into meal_planner.saga_steps (saga_id, position, name, state)
       values ($1::uuid, 0, 'tandoor', '{"kind": "succeeded", "attempts": 1, "output": null}'),
         ($1::uuid, 1, 'fatsecret', '{"kind": "pending"}')`,
      [id],
    );
    return id;
  }

  type Page = { sagas: SagaSummary[]; counts: Record<string, number>; next_cursor: string | null };

  test("are listed with the last to start first, what went wrong, and how many are in each state", async () => {
    await db.database.query("truncate meal_planner.sagas cascade");
    const ids = [];
    for (const [age, state] of STATES.entries()) ids.push(await keepSaga(state, age));
    const { sagas, counts, next_cursor } = await run<Page>("patterns/saga/list");
    expect(sagas.map(({ saga_id }) => saga_id)).toEqual(ids);
    expect(sagas.map(({ error }) => error)).toEqual([null, null, cause, cause]);
    expect(sagas[0]).toMatchObject({ definition: "publish_plan", state: "running", steps: 2, succeeded: 1 });
    expect([counts, next_cursor]).toEqual([{ running: 1, completed: 1, stuck: 1, compensated: 1 }, null]);
    expect((await run<Page>("patterns/saga/list", { state: "stuck" })).sagas).toHaveLength(1);
    expect((await run<Page>("patterns/saga/list", { definition: "other" })).sagas).toEqual([]);
  });

  test("come in pages without a gap, however close together they started", async () => {
    await db.database.query("truncate meal_planner.sagas cascade");
    for (let index = 0; index < 7; index++) await keepSaga({ kind: "running" }, index % 2);
    await db.database.query("update meal_planner.sagas set created_at = date_trunc('minute', created_at)");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await run<Page>("patterns/saga/list", { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.sagas.map(({ saga_id }) => saga_id));
      cursor = page.next_cursor;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    await expect(run("patterns/saga/list", { cursor: "over there" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});

describe("dead letters", () => {
  type Groups = { groups: DeadLetterGroup[]; waiting: number; discarded: number };
  const die = (path: string, code: string, message: string) =>
    run<{ dead_letter_id: string }>("patterns/dlq/send_to_dlq", {
      job: { path, input: { n: newId() } },
      error: { code, message },
    });

  test("are grouped by where they were going and why they died, with what the last one said and what to do", async () => {
    await db.database.query("truncate meal_planner.dead_letters");
    for (const message of ["first", "second", "third"]) await die("f/x/send", "TIMEOUT", message);
    await die("f/x/send", "INVALID_INPUT", "no amount");
    const gone = await die("f/x/other", "TIMEOUT", "late");
    await run("patterns/dlq/discard", { filter: { ids: [gone.dead_letter_id] }, reason: "a test" });
    const { groups, waiting, discarded } = await run<Groups>("patterns/dlq/list_groups");
    expect([waiting, discarded]).toEqual([4, 1]);
    expect(groups.map(({ target, code, waiting: count }) => [target, code, count])).toEqual([
      ["f/x/send", "TIMEOUT", 3],
      ["f/x/send", "INVALID_INPUT", 1],
    ]);
    expect(groups[0]).toMatchObject({
      kind: "job",
      classification: "transient",
      message: "third",
      died_again: 0,
    });
    expect(groups[0]?.advice).toMatch(/Redrive/);
  });

  test("a group's filter means just its letters", async () => {
    const { groups } = await run<Groups>("patterns/dlq/list_groups");
    for (const { filter, waiting } of groups) {
      expect(await run("patterns/dlq/redrive", { filter, dry_run: true })).toMatchObject({
        would_redrive: waiting,
      });
    }
  });
});

test("events are read newest first in pages without a gap", async () => {
  const count = 7;
  await run("events/producers/emit_event", {
    entries: Array.from({ length: count }, (_, index) => ({
      Source: "test",
      DetailType: "T",
      Detail: { index },
    })),
  });
  type Page = { events: { id: string }[]; next_cursor: string | null };
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await run<Page>("events/bus/latest_events", {
      ...{ source: "test", limit: 3 },
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.events.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor);
  const { events } = await run<Page>("events/bus/query_events", { source: "test" });
  expect(seen).toEqual(events.map(({ id }) => id).reverse());
  expect(seen).toHaveLength(count);
});

describe("the schedules' health", () => {
  beforeEach(() => db.database.query("truncate meal_planner.deliveries, meal_planner.sagas cascade"));

  const stateOf = async (name: string) => {
    const { schedules } = await run<{ schedules: ScheduleHealth[] }>("events/bus/schedule_health");
    return schedules.find(({ schedule }) => schedule.endsWith(name));
  };
  const owe = (sql: string) =>
    db.database.query(
      `insert into meal_planner.deliveries (event_id, rule, target, inline, due_at, created_at)
       values (gen_random_uuid(), 'r', 't', true, ${sql}, now() - interval '10 minutes')`,
    );

  test("is well where nothing waits longer than it should, and says since when it is late", async () => {
    expect(await stateOf("dispatch_events")).toMatchObject({ state: "idle", overdue: 0 });
    await owe("now() + interval '1 minute'");
    expect(await stateOf("dispatch_events")).toMatchObject({ state: "well", overdue: 0 });
    await owe("null");
    await owe("now() - interval '1 minute'");
    const late = await stateOf("dispatch_events");
    expect(late).toMatchObject({ state: "late", overdue: 1 });
    expect(Date.now() - Date.parse(late?.since ?? "")).toBeGreaterThan(9 * 60_000);
  });

  test("tells of sagas that nobody takes up", async () => {
    const keep = (due: string) =>
      db.database.query(
        `insert into meal_planner.sagas (id, definition, version, state, input, input_hash, due_at)
         values (gen_random_uuid(), 'd', 1, '{"kind": "running"}', '{}', 'x', now() + $1::interval)`,
        [due],
      );
    await keep("1 hour");
    expect(await stateOf("tend_patterns")).toMatchObject({ state: "well" });
    await keep("-1 hour");
    expect(await stateOf("tend_patterns")).toMatchObject({ state: "late", overdue: 1 });
  });

  test("tells of a household whose plans are running out, not of one that never planned or stopped long ago", async () => {
    expect(await stateOf("weekly_meal_plan")).toMatchObject({ state: "idle" });
    const { household_id } = await db.database.transaction((tx) => openKitchen(tx));
    const plan = (start: string, days: number) =>
      db.database.query(
        `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
         values (gen_random_uuid(), $1::uuid, 'active', current_date + $2::integer, $3::integer)`,
        [household_id, Number(start), days],
      );
    await plan("-60", 7);
    expect(await stateOf("weekly_meal_plan")).toMatchObject({ state: "idle" });
    await plan("-6", 7);
    expect(await stateOf("weekly_meal_plan")).toMatchObject({ state: "late", overdue: 1 });
    await plan("0", 7);
    expect(await stateOf("weekly_meal_plan")).toMatchObject({ state: "well" });
  });

  test("knows that the upkeep has prepared the months, and misses it where it hasn't", async () => {
    expect(await stateOf("maintenance")).toMatchObject({ state: "well", overdue: 0 });
    const { rows } = await db.database.query<{ name: string }>(
      `select 'events_' || to_char(timezone('utc', now()) + interval '1 month', 'YYYY_MM') as name`,
    );
    await db.database.query(`drop table meal_planner.${rows[0]?.name}`);
    expect(await stateOf("maintenance")).toMatchObject({ state: "late", overdue: 1 });
  });
});
