import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";
import { migrate } from "../f/meal-planner/database/migrate.ts";
import { deliverInlineRound, dispatch } from "../f/meal-planner/events/bus/dispatch.ts";
import { putRuleInput } from "../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../f/meal-planner/events/bus/rule_store.ts";
import { runDispatcher } from "../f/meal-planner/events/bus/run_dispatcher.ts";
import { defineConsumer } from "../f/meal-planner/events/consumers/consumer.ts";
import { BUILT_IN_RULES } from "../f/meal-planner/events/producers/built_in_rules.ts";
import { emit, type NewEvent } from "../f/meal-planner/events/producers/emit.ts";
import { createDatabase } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";
import { type Peer, withGraphileWorker, withPgBoss } from "./job_queues.ts";
import { inFlight, libpqEnvironment, measureR8 } from "./r8.ts";

// Measures the event bus beside its yardsticks, in one run on one Postgres with fsync on. To be run by Bun:
// `bun bench/events_bench.ts [section …]`. `quick` as a section makes everything smaller.
const HOUSEHOLD = "0192f5a0-0000-7000-8000-000000000001";
const event: NewEvent = {
  type: "RecipeCreated",
  detail: { household_id: HOUSEHOLD, recipe_id: HOUSEHOLD, version: 1, name: "Lentil soup" },
};
const chosen = process.argv.slice(2).filter((word) => word !== "quick");
const quick = process.argv.includes("quick");
const BACKLOG = quick ? 20_000 : 100_000;
const SECONDS = quick ? 1 : 3;

type Figure = {
  name: string;
  value: number;
  unit: string;
  baseline?: string;
  ratio?: number;
  goal?: string;
  met?: boolean;
};

function print({ value, ratio, ...figure }: Figure): void {
  const rounded = (one: number) => Number(one.toPrecision(3));
  const line = {
    bench: "events",
    ...figure,
    value: rounded(value),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function printAtLeast(name: string, value: number, baseline: string, of: number, goal: number): void {
  const ratio = value / of;
  print({
    name,
    value,
    unit: "per s",
    baseline: `${baseline} ${Math.round(of)}`,
    ratio,
    goal: `>= ${goal}`,
    met: ratio >= goal,
  });
}

async function withServer(work: (resource: Postgresql) => Promise<void>): Promise<void> {
  const name = `events-bench-${process.pid}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const resource = await startServer({ home, settings: { max_connections: "200" } });
  try {
    const admin = new pg.Client({ ...resource, database: "postgres" });
    await admin.connect();
    await createDatabase(admin, resource.dbname);
    await admin.end();
    await work(resource);
  } finally {
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  }
}

/** R8 with what a figure says of it. */
async function yardstick(resource: Postgresql): Promise<{ label: string; rate: number }> {
  const { perSecond, by } = await measureR8(resource, Math.min(2, SECONDS));
  return { label: by === "pgbench" ? "R8 (pgbench)" : "R8 (driver, no pgbench here)", rate: perSecond };
}

async function benchEmit(database: Database, resource: Postgresql): Promise<void> {
  const sizes = [
    { size: 1, flight: 8, goal: 0.5 },
    { size: 100, flight: 4, goal: 5 },
    { size: 1000, flight: 4, goal: 8 },
  ];
  for (const { size, flight, goal } of sizes) {
    const events = Array.from({ length: size }, () => event);
    const emitThem = async () => (await emit(database, events)).length;
    // Long enough for the compiler to be through with it: what is measured is a process that has been at it for a while.
    await inFlight(flight, quick ? 0.5 : 3, emitThem);
    const r8 = await yardstick(resource);
    const rate = await inFlight(flight, SECONDS, emitThem);
    printAtLeast(
      `emit, ${size} events a commit, one rule, ${flight} in flight`,
      rate,
      r8.label,
      r8.rate,
      goal,
    );
    await empty(database);
  }
}

async function empty(database: Database): Promise<void> {
  await database.query("truncate meal_planner.events, meal_planner.deliveries");
  await database.query("vacuum analyze meal_planner.deliveries");
}

async function fill(database: Database, count: number): Promise<void> {
  const events = Array.from({ length: 1000 }, () => event);
  let left = count / 1000;
  const loop = async () => {
    while (left-- > 0) await emit(database, events);
  };
  await Promise.all([loop(), loop()]);
  await database.query("analyze meal_planner.deliveries, meal_planner.events");
}

const nothing = defineConsumer({
  name: "nothing",
  eventTypes: ["RecipeCreated"],
  react: async () => undefined,
});
const delivering = { consumers: [nothing], batchSize: 1000, concurrency: 2 };

async function benchDeliver(database: Database, resource: Postgresql): Promise<void> {
  await fill(database, BACKLOG);
  const r8 = await yardstick(resource);
  const started = performance.now();
  const { delivered } = await dispatch(database, { ...delivering, maxSeconds: 600 });
  const rate = delivered / ((performance.now() - started) / 1000);
  printAtLeast(`deliver no-ops from a backlog of ${BACKLOG}`, rate, r8.label, r8.rate, 5);
  for (const withPeer of [withGraphileWorker, withPgBoss]) {
    await withPeer(libpqEnvironment(resource), async (peer: Peer) => {
      const peerRate = await peer.drain(BACKLOG);
      printAtLeast("deliver no-ops, beside", rate, peer.name, peerRate, 2);
    });
  }
  await empty(database);
}

async function benchFlat(database: Database): Promise<void> {
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const costs: number[] = [];
  let filled = 0;
  for (const size of sizes) {
    await fill(database, size - filled);
    const started = performance.now();
    let done = 0;
    while (done < 8000) done += (await deliverInlineRound(database, delivering)).delivered;
    costs.push(((performance.now() - started) * 1000) / done);
    filled = size - done;
  }
  for (const [at, size] of sizes.entries()) {
    const ratio = costs[at]! / costs[0]!;
    print({
      name: `cost of a delivery at a backlog of ${size}`,
      value: costs[at]!,
      unit: "microseconds",
      baseline: `at ${sizes[0]}`,
      ratio,
      goal: "<= 1.5",
      met: ratio <= 1.5,
    });
  }
  await empty(database);
}

async function benchLatency(database: Database, resource: Postgresql): Promise<void> {
  const samples = quick ? 100 : 500;
  const handled = new Map<string, (at: number) => void>();
  const clocked = defineConsumer({
    name: "nothing",
    eventTypes: ["RecipeCreated"],
    react: async (_, { detail }) => handled.get(detail.name)?.(performance.now()),
  });
  const stop = new AbortController();
  const running = runDispatcher(database, { signal: stop.signal, consumers: [clocked] });
  const ours = await paced(samples, async (at) => {
    const done = new Promise<number>((resolve) => handled.set(`n${at}`, resolve));
    const started = performance.now();
    await emit(database, [{ ...event, detail: { ...event.detail, name: `n${at}` } } as NewEvent]);
    return (await done) - started;
  });
  stop.abort();
  await running;
  await withGraphileWorker(libpqEnvironment(resource), async (peer) => {
    const theirs = await peer.latency((send) => paced(samples, send));
    for (const [label, share] of [
      ["median", 0.5],
      ["99th percentile", 0.99],
    ] as const) {
      const [value, of] = [percentile(ours, share), percentile(theirs, share)];
      const ratio = value / of;
      print({
        name: `emit to handled at 50 a second, ${label}`,
        value,
        unit: "ms",
        baseline: `graphile-worker ${of.toPrecision(3)}`,
        ratio,
        goal: "<= 1",
        met: ratio <= 1,
      });
    }
  });
  await empty(database);
}

/** One every 20 ms. */
async function paced(count: number, work: (at: number) => Promise<number>): Promise<number[]> {
  const all: Promise<number>[] = [];
  for (let at = 0; at < count; at++) {
    all.push(work(at));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Promise.all(all);
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}

/** What a waiting dispatcher costs emitters: events that no rule wants, so that it only looks. */
async function benchWriters(database: Database): Promise<void> {
  const other: NewEvent = {
    type: "ShoppingListUpdated",
    detail: { household_id: HOUSEHOLD, list_id: HOUSEHOLD, version: 1, added: 1, changed: 0, removed: 0 },
  };
  const write = () => inFlight(16, SECONDS, async () => (await emit(database, [other])).length);
  await write();
  const ratios: number[] = [];
  let last = 0;
  for (let round = 0; round < 3; round++) {
    const alone = await write();
    const stop = new AbortController();
    const running = runDispatcher(database, { signal: stop.signal, consumers: [nothing] });
    last = await write();
    stop.abort();
    await running;
    ratios.push(last / alone);
  }
  const ratio = ratios.sort((a, b) => a - b)[1]!;
  print({
    name: "16 writers with a waiting dispatcher",
    value: last,
    unit: "per s",
    baseline: "the same without one, median of 3 pairs",
    ratio,
    goal: ">= 0.9",
    met: ratio >= 0.9,
  });
  await empty(database);
}

await withServer(async (resource) => {
  const database = new Database(resource, { maxConnections: 20 });
  await migrate(database);
  await database.query("insert into meal_planner.disabled_built_in_rules (name) select unnest($1::text[])", [
    BUILT_IN_RULES.map((rule) => rule.name),
  ]);
  const rule = putRuleInput.parse({
    name: "bench",
    event_pattern: { source: ["meal-planner.recipes"], "detail-type": ["RecipeCreated"] },
    targets: [{ id: "t", type: "inline", consumer: "nothing" }],
  });
  await database.transaction((tx) => putRule(tx, rule, [nothing]));
  const sections: Record<string, () => Promise<void>> = {
    emit: () => benchEmit(database, resource),
    deliver: () => benchDeliver(database, resource),
    latency: () => benchLatency(database, resource),
    writers: () => benchWriters(database),
    flat: () => benchFlat(database),
  };
  for (const [name, section] of Object.entries(sections)) {
    if (chosen.length === 0 || chosen.includes(name)) await section();
  }
  await database.close();
});
