import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Database, type Postgresql, type Tx } from "../f/meal-planner/database/connection.ts";
import { migrate } from "../f/meal-planner/database/migrate.ts";
import { dispatch } from "../f/meal-planner/events/bus/dispatch.ts";
import { putRuleInput } from "../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../f/meal-planner/events/bus/rule_store.ts";
import { defineConsumer } from "../f/meal-planner/events/consumers/consumer.ts";
import { emit, type NewEvent } from "../f/meal-planner/events/producers/emit.ts";
import { createDatabase } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";

const HOUSEHOLD = "0192f5a0-0000-7000-8000-000000000001";
const event: NewEvent = {
  type: "RecipeCreated",
  detail: { household_id: HOUSEHOLD, recipe_id: HOUSEHOLD, version: 1, name: "Lentil soup" },
};

const nothing = defineConsumer({
  name: "nothing",
  eventTypes: ["RecipeCreated"],
  react: async () => undefined,
});

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

async function withServer(work: (resource: Postgresql) => Promise<void>): Promise<void> {
  const name = `events-bench-${process.pid}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const resource = await startServer({ home, settings: { max_connections: "200" } });
  const admin = new pg.Client({ ...resource, database: "postgres" });
  try {
    await admin.connect();
    await createDatabase(admin, resource.dbname);
    await admin.end();
    await work(resource);
  } finally {
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  }
}

/** R8: rows a second of single-row inserts by 8 clients. */
async function measureR8(resource: Postgresql, seconds = 2): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "r8-"));
  const file = join(folder, "insert.sql");
  await writeFile(file, "insert into r8 (payload) values ('x');\n");
  const run = spawnSync(
    "pgbench",
    ["-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", String(seconds), "-f", file],
    { encoding: "utf8", env: { ...process.env, ...environmentOf(resource) } },
  );
  await rm(folder, { recursive: true });
  const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
  if (!tps) throw new Error(`pgbench failed: ${run.stderr}`);
  return Number(tps);
}

function environmentOf(resource: Postgresql): Record<string, string> {
  return {
    PGHOST: resource.host,
    PGPORT: String(resource.port),
    PGUSER: resource.user ?? "",
    PGPASSWORD: resource.password ?? "",
    PGDATABASE: resource.dbname,
  };
}

async function inFlight(count: number, seconds: number, work: () => Promise<number>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (performance.now() < end) {
        const count = await work(); // not in one expression: it would add to what `done` was before the wait
        done += count;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

async function benchEmit(resource: Postgresql): Promise<void> {
  const database = new Database(resource, { maxConnections: 8 });
  for (const { size, flight } of [
    { size: 1, flight: 8 },
    { size: 100, flight: 4 },
    { size: 1000, flight: 4 },
  ]) {
    const events = Array.from({ length: size }, () => event);
    await inFlight(flight, 0.5, () => emit(database, events).then((ids) => ids.length));
    const r8 = await measureR8(resource);
    const value = await inFlight(flight, 3, () => emit(database, events).then((ids) => ids.length));
    print({
      name: `emit, batches of ${size}`,
      per_s: Math.round(value),
      r8: Math.round(r8),
      ratio: (value / r8).toFixed(2),
    });
    await database.query("truncate meal_planner.deliveries");
  }
  await database.close();
}

async function fill(database: Database, count: number): Promise<void> {
  const events = Array.from({ length: 1000 }, () => event);
  let left = count;
  await Promise.all(
    [1, 2].map(async () => {
      while (left > 0) {
        left -= 1000;
        await database.transaction((tx: Tx) => emit(tx, events));
      }
    }),
  );
}

async function benchDispatch(resource: Postgresql): Promise<void> {
  const database = new Database(resource, { maxConnections: 8 });
  for (const [batchSize, concurrency] of [
    [100, 2],
    [500, 2],
    [1000, 2],
    [1000, 3],
  ] as const) {
    await fill(database, 50_000);
    const r8 = await measureR8(resource);
    const started = performance.now();
    const report = await dispatch(database, {
      consumers: [nothing],
      batchSize,
      concurrency,
      maxSeconds: 100,
    });
    const value = report.delivered / ((performance.now() - started) / 1000);
    print({
      name: `deliver ${batchSize} x ${concurrency}`,
      delivered: report.delivered,
      per_s: Math.round(value),
      r8: Math.round(r8),
      ratio: (value / r8).toFixed(2),
    });
  }
  await database.close();
}

await withServer(async (resource) => {
  const database = new Database(resource);
  await migrate(database);
  await database.query("create table r8 (id bigint generated always as identity primary key, payload text)");
  const rule = putRuleInput.parse({
    name: "bench",
    event_pattern: { source: ["meal-planner.recipes"], "detail-type": ["RecipeCreated"] },
    targets: [{ id: "t", type: "inline", consumer: "nothing" }],
  });
  await database.transaction((tx) => putRule(tx, rule, [nothing]));
  const which = process.argv[2] ?? "all";
  if (which === "all" || which === "emit") await benchEmit(resource);
  if (which === "all" || which === "deliver") await benchDispatch(resource);
  await database.close();
});
