import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConsecutiveBreaker, circuitBreaker, handleAll } from "cockatiel";
import Opossum from "opossum";
import pg from "pg";
import { z } from "zod";
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";
import { migrate } from "../f/meal-planner/database/migrate.ts";
import { CircuitBreaker } from "../f/meal-planner/patterns/circuit_breaker/circuit_breaker.ts";
import { redrive } from "../f/meal-planner/patterns/dlq/redrive.ts";
import { defineIdempotentOperation } from "../f/meal-planner/patterns/idempotency/idempotent_operation.ts";
import { runOnce, runOnceInTransaction } from "../f/meal-planner/patterns/idempotency/run_once.ts";
import { runStatementOnce } from "../f/meal-planner/patterns/idempotency/run_statement_once.ts";
import { startSaga } from "../f/meal-planner/patterns/saga/saga_calls.ts";
import { defineSaga, SagaRegistry } from "../f/meal-planner/patterns/saga/saga_definition.ts";
import { createDatabase } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";
import { inFlight, measureR8 } from "./r8.ts";

/**
 * One figure beside R8, which is measured right before it: the machine's other work counts for both. What can be measured
 * twice is, and the first time is for the compiler.
 */
async function besideR8(
  resource: Postgresql,
  name: string,
  target: number | undefined,
  measure: () => Promise<number>,
  warmUp: () => Promise<unknown> = measure,
): Promise<void> {
  await warmUp();
  const r8 = await measureR8(resource);
  const perSecond = await measure();
  print({
    name,
    per_s: Math.round(perSecond),
    r8: Math.round(r8.perSecond),
    r8_by: r8.by,
    ratio: Number((perSecond / r8.perSecond).toFixed(2)),
    ...(target === undefined ? {} : { target }),
  });
}

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

const operation = defineIdempotentOperation({ consumer: "bench" });
const effect = "insert into effects (key) values ($1::text)";

async function benchIdempotency(resource: Postgresql, database: Database): Promise<void> {
  await database.query("create table effects (key text not null)");
  await besideR8(resource, "for comparison: the driver's bare insert of one row", undefined, () =>
    inFlight(8, 3, () => database.query(effect, [randomUUID()], "bare_insert").then(() => 1)),
  );
  const once = { text: "insert into effects (key) select $1::text from claim returning key" };
  const byStatement = (key: string) =>
    runStatementOnce(database, operation, { payload: { key }, key }, { ...once, values: [key] }).then(
      () => 1,
    );
  await besideR8(resource, "idempotency: acquire, do, complete as one statement", 0.8, () =>
    inFlight(8, 3, () => byStatement(randomUUID())),
  );
  await besideR8(
    resource,
    "idempotency: acquire, do, complete in a transaction of any effect",
    undefined,
    () =>
      inFlight(8, 3, () => {
        const key = randomUUID();
        return database
          .transaction((tx) =>
            runOnceInTransaction(tx, operation, { payload: { key }, key }, () => tx.query(effect, [key])),
          )
          .then(() => 1);
      }),
  );
  const repeated = randomUUID();
  await byStatement(repeated);
  await besideR8(resource, "idempotency: a repeat's answer, one statement", 1.5, () =>
    inFlight(8, 3, () => byStatement(repeated)),
  );
  await besideR8(resource, "idempotency: a repeat's answer, effect outside", 1.5, () =>
    inFlight(8, 3, () =>
      runOnce(database, operation, { payload: { key: repeated }, key: repeated }, async () => null).then(
        () => 1,
      ),
    ),
  );
}

async function benchBreaker(database: Database): Promise<void> {
  const calls = 200_000;
  const call = async () => 1;
  const ours = new CircuitBreaker(database, "bench", { minimum_calls: 100_000 });
  const opossum = new Opossum(call, { timeout: false });
  const cockatiel = circuitBreaker(handleAll, { halfOpenAfter: 1000, breaker: new ConsecutiveBreaker(5) });
  const contenders = {
    "a bare async call": call,
    "ours, shared through Postgres": () => ours.run(call),
    cockatiel: () => cockatiel.execute(call),
    opossum: () => opossum.fire(),
  };
  for (const [name, run] of Object.entries(contenders)) {
    const rounds: number[] = [];
    for (let round = 0; round < 4; round++) {
      const started = performance.now();
      for (let n = 0; n < calls; n++) await run();
      rounds.push(((performance.now() - started) * 1000) / calls);
    }
    const [, ...warm] = rounds;
    const microseconds = Number(warm.sort((a, b) => a - b)[1]!.toFixed(2));
    print({
      name: `breaker: closed path, ${name}`,
      us_per_call: microseconds,
      ...(name.startsWith("ours") ? { target: 2 } : {}),
    });
  }
  await ours.flush();
  opossum.shutdown();
}

async function benchSaga(resource: Postgresql, database: Database): Promise<void> {
  const steps = 5;
  const registry = new SagaRegistry();
  registry.add(
    defineSaga({
      name: "bench",
      version: 1,
      input: z.object({}),
      stages: Array.from({ length: steps }, (_, n) => ({
        name: `step ${n}`,
        action: { outside: async () => ({ n }) },
        compensation: null,
      })),
    }),
  );
  const one = () => startSaga(database, registry, { definition: "bench", input: {} }).then(() => steps);
  await besideR8(resource, "saga: steps of five-step sagas, 8 in flight", 0.2, () => inFlight(8, 3, one));
  const sagas = 100;
  const before = await commits(database);
  for (let n = 0; n < sagas; n++) await one();
  print({
    name: "saga: commits a step",
    value: Number(((await commits(database)) - before) / (sagas * steps)).toFixed(2),
    target: 2,
  });
}

/** Of this database so far, reads included. The server publishes a session's count about once a second. */
async function commits(database: Database): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await database.query("select pg_stat_force_next_flush()");
  const { rows } = await database.query<{ n: number }>(
    "select xact_commit as n from pg_stat_database where datname = current_database()",
  );
  return rows[0]?.n ?? 0;
}

async function benchRedrive(resource: Postgresql, database: Database): Promise<void> {
  const count = 50_000;
  await database.query(
    `with made as (
       select gen_random_uuid() as event_id, gen_random_uuid() as id, n from generate_series(1, $1::integer) n
     ), archived as (
       insert into meal_planner.events (id, detail_type, source, time, detail, correlation_id)
       select event_id, 'RecipeUpdated', 'meal-planner.recipes', now(), json_build_object('n', n), event_id from made
     )
     insert into meal_planner.dead_letters (id, delivery_key, kind, event_id, rule, target_id, target, payload, detail_type,
       source, error_code, error_message, classification, exhausted, attempts, history)
     select id, id::text, 'event', event_id, 'update-shopping-list', 'update_shopping_list', '{"id": "update_shopping_list", "type": "inline"}',
       jsonb_build_object('id', event_id, 'detail-type', 'RecipeUpdated', 'source', 'meal-planner.recipes',
         'detail', jsonb_build_object('n', n, 'note', repeat('x', 400))),
       'RecipeUpdated', 'meal-planner.recipes', 'TIMEOUT', 'late', 'transient', 'maximum_retry_attempts',
       jsonb_build_array(jsonb_build_object('at', now(), 'code', 'TIMEOUT', 'message', 'late')), '[]' from made`,
    [count],
  );
  await database.query("vacuum analyze meal_planner.dead_letters");
  const drain = async () => {
    const started = performance.now();
    const report = await redrive(database, {
      action: "start",
      filter: {},
      maximum_redrives: 3,
      dry_run: false,
      max_seconds: 600,
    });
    if (!("redriven" in report) || report.redriven !== count)
      throw new Error(`redrove ${JSON.stringify(report)}`);
    return count / ((performance.now() - started) / 1000);
  };
  await besideR8(resource, "dead letters: redriven rows", 2, drain, async () => undefined);
}

const name = `patterns-bench-${process.pid}`;
const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
const resource = await startServer({ home, settings: { max_connections: "100" } });
try {
  const admin = new pg.Client({ ...resource, database: "postgres" });
  await admin.connect();
  await createDatabase(admin, resource.dbname);
  await admin.end();
  const database = new Database(resource, { maxConnections: 8 });
  await migrate(database);
  await benchIdempotency(resource, database);
  await benchBreaker(database);
  await benchSaga(resource, database);
  await benchRedrive(resource, database);
  await database.close();
} finally {
  await stopServer(home);
  await rm(home, { recursive: true, force: true });
}
