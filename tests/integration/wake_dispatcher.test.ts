import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Database } from "../../f/meal-planner/database/connection.ts";
import { main as dispatchDoor } from "../../f/meal-planner/events/bus/dispatch/script.ts";
import { main as putRule } from "../../f/meal-planner/events/bus/put_rule/script.ts";
import { dispatchAwake } from "../../f/meal-planner/events/bus/stay_awake.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { main as emitEvent } from "../../f/meal-planner/events/producers/emit_event/script.ts";
import { type JobApi, serveJobApi } from "../../local/jobs/job_api.ts";
import { type Job, JobRegistry } from "../../local/jobs/job_registry.ts";
import { localValues } from "../../local/jobs/workspace_values.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const DISPATCH = "f/meal-planner/events/bus/dispatch/script";
const given: Record<string, string | undefined> = {};
const ran: Job[] = [];
const jobs = new JobRegistry(async (job, _signal, begin) => {
  begin();
  ran.push(job);
  return { success: true, result: null };
});
let api: JobApi;

// One for all tests: the client remembers the first address that it is given.
beforeAll(async () => {
  api = await serveJobApi(localValues({ database: async () => db.resource }), jobs);
});
afterAll(() => api.close());

async function started(): Promise<Job["request"][]> {
  await jobs.settled();
  return ran.map((job) => job.request);
}

beforeEach(async () => {
  await emptyBus(db.database);
  await db.database.query("update meal_planner.dispatcher set awake_until = '-infinity'");
  await putRule(
    "orders",
    { source: ["com.acme"] },
    [{ id: "t", type: "inline", consumer: "calculate_nutrition" }],
    true,
    "",
    db.resource,
  );
  ran.length = 0;
  for (const name of ["BASE_INTERNAL_URL", "WM_TOKEN", "WM_WORKSPACE"]) given[name] = process.env[name];
  Object.assign(process.env, { BASE_INTERNAL_URL: api.url, WM_TOKEN: api.token, WM_WORKSPACE: "local" });
});

afterEach(() => {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const entry = (Source = "com.acme") => ({ Source, DetailType: "OrderPlaced", Detail: { order: 1 } });
/** As a job does that is called without `db`. */
const emitAsJob = (source?: string) => emitEvent([entry(source)]);
const owed = async () =>
  (await db.database.query("select 1 from meal_planner.deliveries where due_at is null")).rows.length;

test("an emit starts one dispatcher, and emits at the same time start no second one", async () => {
  await Promise.all(Array.from({ length: 8 }, () => emitAsJob()));
  await emitAsJob();
  expect(await started()).toMatchObject([{ kind: "script", path: DISPATCH, args: {} }]);
  expect(await owed()).toBe(9);
});

test("once the dispatcher has slept, the next emit starts another", async () => {
  await emitAsJob();
  const report = await dispatchDoor(5, 100);
  expect(report.delivered + report.retried + report.dead_lettered).toBe(1);
  await emitAsJob();
  expect(await started()).toHaveLength(2);
});

test("while a dispatcher is awake, an emit leaves its event to it", async () => {
  await db.database.query("update meal_planner.dispatcher set awake_until = now() + interval '30 seconds'");
  await emitAsJob();
  expect(await started()).toHaveLength(0);
  // One that was killed is awake no longer than its time.
  await db.database.query("update meal_planner.dispatcher set awake_until = now()");
  await emitAsJob();
  expect(await started()).toHaveLength(1);
});

test("what becomes due between a dispatcher's last look and its sleep is delivered by it", async () => {
  await emitAsJob();
  await db.database.query("update meal_planner.deliveries set due_at = now() + interval '1 hour'");
  await db.database.query(`
    create function due_at_last() returns trigger language plpgsql as
      $$ begin update meal_planner.deliveries set due_at = null; return new; end $$;
    create trigger due_at_last before update on meal_planner.dispatcher for each row
      when (new.awake_until = '-infinity') execute function due_at_last()`);
  try {
    const report = await dispatchAwake(db.database, { maxSeconds: 5 });
    expect(report.delivered + report.retried + report.dead_lettered).toBe(1);
  } finally {
    await db.database.query("drop function due_at_last cascade");
  }
});

test("a failed dispatcher doesn't count as awake", async () => {
  await db.database.query("alter table meal_planner.deliveries rename to hidden");
  try {
    await expect(dispatchDoor(5, 100)).rejects.toThrow();
  } finally {
    await db.database.query("alter table meal_planner.hidden rename to deliveries");
  }
  await emitAsJob();
  expect(await started()).toHaveLength(1);
});

test("nothing is started for an event that nobody wants, or that is rolled back", async () => {
  await emitAsJob("com.other");
  const database = new Database(db.resource, { isWorkspaces: true });
  try {
    const detail = { household_id: ID, recipe_id: ID, name: "soup", archived: false };
    await putRule(
      "gone",
      { "detail-type": ["RecipeDeleted"] },
      [{ id: "t", type: "script", path: DISPATCH }],
      true,
      "",
      db.resource,
    );
    const work = database.transaction(async (tx) => {
      await emit(tx, [{ type: "RecipeDeleted", detail }]);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await started()).toHaveLength(0);
    await database.transaction(async (tx) => {
      await emit(tx, [{ type: "RecipeDeleted", detail }]);
      await emit(tx, [{ type: "RecipeDeleted", detail }]);
      // Not before the commit: it would find nothing.
      expect(await started()).toHaveLength(0);
    });
    expect(await started()).toHaveLength(1);
  } finally {
    await database.close();
  }
});

const ID = "0192f5a0-0000-7000-8000-000000000001";

test("nothing is started outside of a job, or for a database that isn't the workspace's", async () => {
  await emitEvent([entry()], false, db.resource);
  process.env.MEAL_PLANNER_WAKE = "no";
  await emitAsJob();
  delete process.env.MEAL_PLANNER_WAKE;
  expect(await started()).toHaveLength(0);
});

test("where Windmill takes no job the emit stands, and the next one tries again", async () => {
  const token = process.env.WM_TOKEN;
  const database = new Database(db.resource, { isWorkspaces: true });
  try {
    process.env.WM_TOKEN = "expired";
    const { emitted } = await emitTo(database);
    expect(emitted).toBe(1);
    process.env.WM_TOKEN = token;
    await emitTo(database);
    expect(await started()).toHaveLength(1);
    expect(await owed()).toBe(2);
  } finally {
    await database.close();
  }
});

async function emitTo(database: Database): Promise<{ emitted: number }> {
  await putRule(
    "gone",
    { "detail-type": ["RecipeDeleted"] },
    [{ id: "t", type: "script", path: DISPATCH }],
    true,
    "",
    db.resource,
  );
  const detail = { household_id: ID, recipe_id: ID, name: "soup", archived: false };
  return { emitted: (await emit(database, [{ type: "RecipeDeleted", detail }])).length };
}
