import { Logger, makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";
import { PgBoss } from "pg-boss";

/** A job queue of others, measured as the bus is. */
export type Peer = {
  name: string;
  /** Jobs a second that do nothing, from a backlog. */
  drain(count: number): Promise<number>;
  /** Runs `pace` with a function that sends one job and gives the milliseconds until it is handled. */
  latency(pace: (send: (at: number) => Promise<number>) => Promise<number[]>): Promise<number[]>;
};

type Environment = Record<string, string>;

const quiet = new Logger(() => () => undefined);

function connect(environment: Environment): pg.Pool {
  const pool = new pg.Pool({
    host: environment.PGHOST,
    port: Number(environment.PGPORT),
    user: environment.PGUSER,
    password: environment.PGPASSWORD,
    database: environment.PGDATABASE,
    max: 12,
  });
  // graphile-worker asks for these.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** graphile-worker with its batched settings: local queue of 500, completions collected, 24 at once. */
export async function withGraphileWorker(
  environment: Environment,
  work: (peer: Peer) => Promise<void>,
): Promise<void> {
  const pgPool = connect(environment);
  const utils = await makeWorkerUtils({ pgPool, logger: quiet });
  await utils.migrate();
  const batched = { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };
  await work({
    name: "graphile-worker, batched",
    async drain(count) {
      await pgPool.query(
        "select graphile_worker.add_jobs(array(select row('nothing', '{}'::json, null, null, null, null, null, null)::graphile_worker.job_spec from generate_series(1, $1::integer)))",
        [count],
      );
      await pgPool.query("analyze graphile_worker._private_jobs");
      let left = count;
      let finish = () => {};
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const started = performance.now();
      const runner = await run({
        pgPool,
        logger: quiet,
        noHandleSignals: true,
        concurrency: 24,
        taskList: {
          nothing: () => {
            if (--left === 0) finish();
          },
        },
        preset: { worker: batched },
      });
      await finished;
      const rate = count / ((performance.now() - started) / 1000);
      await runner.stop();
      return rate;
    },
    async latency(pace) {
      const handled = new Map<number, (at: number) => void>();
      const runner = await run({
        pgPool,
        logger: quiet,
        noHandleSignals: true,
        concurrency: 10,
        taskList: { clocked: (payload) => handled.get((payload as { at: number }).at)?.(performance.now()) },
      });
      const times = await pace(async (at) => {
        const done = new Promise<number>((resolve) => handled.set(at, resolve));
        const started = performance.now();
        await utils.addJob("clocked", { at });
        return (await done) - started;
      });
      await runner.stop();
      return times;
    },
  });
  await utils.release();
  await pgPool.end();
}

const BATCH = 1000;
const LOOPS = 4;

/** pg-boss, fetched and completed in batches by four loops: its fastest way of use. */
export async function withPgBoss(
  environment: Environment,
  work: (peer: Peer) => Promise<void>,
): Promise<void> {
  const boss = new PgBoss({
    host: environment.PGHOST,
    port: Number(environment.PGPORT),
    user: environment.PGUSER,
    password: environment.PGPASSWORD,
    database: environment.PGDATABASE,
    max: 12,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await work({
    name: "pg-boss, batched",
    async drain(count) {
      await boss.createQueue("nothing");
      for (let sent = 0; sent < count; sent += BATCH) {
        await boss.insert(
          "nothing",
          Array.from({ length: BATCH }, () => ({ data: {} })),
        );
      }
      const pool = connect(environment);
      await pool.query("analyze");
      await pool.end();
      const started = performance.now();
      const loop = async () => {
        for (;;) {
          const jobs = await boss.fetch("nothing", { batchSize: 100 });
          if (jobs.length === 0) return;
          await boss.complete(
            "nothing",
            jobs.map((job) => job.id),
          );
        }
      };
      await Promise.all(Array.from({ length: LOOPS }, loop));
      return count / ((performance.now() - started) / 1000);
    },
    latency: () => Promise.reject(new Error("pg-boss polls twice a second at most; its latency is that.")),
  });
  await boss.stop({ graceful: false });
}
