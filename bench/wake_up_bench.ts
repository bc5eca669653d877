// How long from an emit until its event is handled, for each way by which the dispatcher comes to it. With the
// local runner: a real Bun process a job, the same scripts and flow, Postgres with fsync on. What Windmill adds is not
// measured here: its queue is asked every 50 ms, and a worker may be busy.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";
import { newId } from "../f/meal-planner/database/new_id.ts";
import { emit } from "../f/meal-planner/events/producers/emit.ts";
import { setUp } from "../f/meal-planner/handlers/database/set_up.ts";
import { setHousehold } from "../f/meal-planner/households/household.ts";
import { closeFlows, FLOWS, runFlow } from "../local/flows/flow_runner.ts";
import { type JobContext, openJobContext, runJob } from "../local/jobs/job_context.ts";
import { localValues } from "../local/jobs/workspace_values.ts";
import { createDatabase } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";

const ROUNDS = 15;
const STREAM_MS = 4_000;
const STREAM_EVERY_MS = 20;
const POLL_MS = 2;
const SCHEDULE_SECONDS = 60;
const FLOW = "f/meal-planner/workflows/dispatch_events";

type World = { context: JobContext; database: Database; householdId: string };

const name = `wake-up-bench-${process.pid}`;
const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
const resource = await startServer({ home });
try {
  const admin = new pg.Client({ ...resource, database: "postgres" });
  await admin.connect();
  await createDatabase(admin, resource.dbname);
  await admin.end();
  await measure(resource);
} finally {
  await stopServer(home);
  await rm(home, { recursive: true, force: true });
}

async function measure(resource: Postgresql): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "wake-up-values-"));
  const database = new Database(resource, { isWorkspaces: true });
  const context = openJobContext({
    database: async () => resource,
    values: localValues({ database: async () => resource, folder }),
    ...FLOWS,
    log: () => undefined,
    onOutput: () => undefined,
  });
  try {
    await setUp(database);
    const { household_id: householdId } = await database.transaction((tx) =>
      setHousehold(tx, { name: "Bench", time_zone: "Etc/UTC", make_default: true }),
    );
    const world = { context, database, householdId };
    await runFlow(FLOW, {}, context);
    const { url, token } = await context.api();
    const job = { BASE_INTERNAL_URL: url, WM_TOKEN: token, WM_WORKSPACE: "local" };
    print("baseline: a job of the same kind that only counts what is owed", await byNothing(world));
    print("the schedule alone: from its start (it waits 0 to 60 s before)", await bySchedule(world));
    Object.assign(process.env, job);
    print("an emit that starts the dispatcher", await byStart(world));
    print("a stream of 50 events a second, each waking it where it sleeps", await byStream(world));
  } finally {
    await context.close();
    await closeFlows(context);
    await database.close();
    await rm(folder, { recursive: true });
  }
}

async function byNothing({ context }: World): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const outcome = await runJob("f/meal-planner/events/bus/metrics/script", {}, context);
    if (!outcome.success) throw new Error(outcome.error.message);
    times.push(performance.now() - started);
  }
  return times;
}

/** Nothing wakes the dispatcher, as where an emit is no job's: the flow of the schedule finds the event. */
async function bySchedule({ context, database, householdId }: World): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const id = await emitOne(database, householdId);
    const started = performance.now();
    const run = runFlow(FLOW, {}, context);
    times.push((await handledAt(database, id)) - started);
    await run;
  }
  return times;
}

async function byStart({ context, database, householdId }: World): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const at = performance.now();
    const id = await emitOne(database, householdId);
    times.push((await handledAt(database, id)) - at);
    await context.jobs.settled();
  }
  return times;
}

async function byStream({ context, database, householdId }: World): Promise<number[]> {
  const waiting: Promise<number>[] = [];
  const until = performance.now() + STREAM_MS;
  while (performance.now() < until) {
    const at = performance.now();
    const id = await emitOne(database, householdId);
    waiting.push(handledAt(database, id).then((end) => end - at));
    await Bun.sleep(STREAM_EVERY_MS);
  }
  const times = await Promise.all(waiting);
  await context.jobs.settled();
  return times;
}

/** An event whose consumer has nothing to do: the recipe that it tells of is gone. */
async function emitOne(database: Database, householdId: string): Promise<string> {
  const detail = { household_id: householdId, recipe_id: newId(), version: 1, name: "Soup" };
  const [id = ""] = await emit(database, [{ type: "RecipeCreated", detail }]);
  return id;
}

async function handledAt(database: Database, id: string): Promise<number> {
  for (;;) {
    const { rows } = await database.query(
      "select 1 from meal_planner.deliveries where event_id = $1::uuid limit 1",
      [id],
    );
    if (rows.length === 0) return performance.now();
    await Bun.sleep(POLL_MS);
  }
}

let baseline: number | undefined;

function print(way: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  const median = at(0.5);
  const figure = { bench: "wake_up", name: way, median_ms: median, p95_ms: at(0.95), of: times.length };
  const ratio = baseline === undefined ? {} : { times_baseline: Number((median / baseline).toPrecision(2)) };
  baseline ??= median;
  const scheduled = way.startsWith("the schedule");
  const mean = scheduled ? { mean_with_wait_ms: median + (SCHEDULE_SECONDS * 1_000) / 2 } : {};
  process.stdout.write(`${JSON.stringify({ ...figure, ...ratio, ...mean })}\n`);
}
