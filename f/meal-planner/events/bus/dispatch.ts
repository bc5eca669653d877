import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import type { Consumer } from "../consumers/consumer.ts";
import { CONSUMERS } from "../consumers/registry.ts";
import { deliverInline } from "./deliver_inline.ts";
import { deliverRemote } from "./deliver_remote.ts";
import { countRemaining } from "./delivery.ts";
import { DeliveryCounts } from "./delivery_counts.ts";
import type { JobRunner } from "./job_runner.ts";
import { addTallies, NOTHING, type Tally } from "./tally.ts";
import { windmillJobs } from "./windmill_jobs.ts";

export const dispatchInput = z.strictObject({
  max_seconds: z
    .number()
    .min(0.1)
    .max(3600)
    .default(50)
    .describe("No new batch begins after this many seconds. Default 50."),
  batch_size: z
    .int()
    .min(1)
    .max(5000)
    .default(100)
    .describe("How many deliveries one transaction takes. Default 100."),
});

export type DispatchOptions = {
  /** Default 50. */
  maxSeconds?: number;
  /** Default 100. */
  batchSize?: number;
  /** Batches at once. Default 2. */
  concurrency?: number;
  /** How long a dispatcher may stand still before others take over. Default 30. */
  leaseSeconds?: number;
  /** Default those of the registry. */
  consumers?: readonly Consumer[];
  /** Who runs scripts and flows. Default Windmill. */
  jobs?: JobRunner;
};

export type DispatchReport = { delivered: number; retried: number; dead_lettered: number; remaining: number };

/**
 * Delivers what is due; returns when nothing is, or the time is over. Any number of dispatchers may run at once.
 *
 * Inline consumers: exactly once (see `deliverInline`). Scripts, flows and HTTP endpoints: at least once, with a
 * stable key (see `deliverRemote`); a job that still runs is asked after in a later call.
 */
export async function dispatch(database: Database, options: DispatchOptions = {}): Promise<DispatchReport> {
  const deadline = performance.now() + (options.maxSeconds ?? 50) * 1000;
  const counts = new DeliveryCounts(database);
  const inline = Array.from({ length: options.concurrency ?? 2 }, () => deliverInlineRound);
  const lanes = [...inline, deliverLimitedRound, deliverRemoteRound];
  let sum = NOTHING;
  // Lanes that run beside each other pass over what another has locked. So it ends only after a pass in which none
  // found anything: then nothing was locked, and nothing was due.
  for (let found = true; found && performance.now() < deadline; ) {
    const pass = await Promise.all(
      lanes.map((round) => deliverUntil(database, options, round, { deadline, counts })),
    );
    sum = addTallies([sum, ...pass]);
    found = pass.some((lane) => lane.claimed > 0);
  }
  const { delivered, retried, dead_lettered } = sum;
  await counts.flush();
  return { delivered, retried, dead_lettered, remaining: await countRemaining(database) };
}

export type Round = (database: Database, options: DispatchOptions) => Promise<Tally>;

async function deliverUntil(
  database: Database,
  options: DispatchOptions,
  round: Round,
  { deadline, counts }: { deadline: number; counts: DeliveryCounts },
): Promise<Tally> {
  let sum = NOTHING;
  while (performance.now() < deadline) {
    const one = await round(database, options);
    await counts.add(one.counts);
    sum = addTallies([sum, { ...one, counts: [] }]);
    if (one.claimed === 0) break;
  }
  return sum;
}

/** One batch of inline deliveries that are due. */
export const deliverInlineRound: Round = (database, options) => deliverLane(database, options, "free");

/** One batch of those whose targets take only so many at once. */
export const deliverLimitedRound: Round = (database, options) => deliverLane(database, options, "limited");

const deliverLane = (database: Database, options: DispatchOptions, lane: "free" | "limited") =>
  deliverInline(database, {
    lane,
    consumers: options.consumers ?? CONSUMERS,
    batchSize: options.batchSize ?? 100,
    leaseSeconds: options.leaseSeconds ?? 30,
  });

// All of a batch are under way at once; more than this at a time is for more dispatchers to do.
const MAX_REMOTE_AT_ONCE = 20;

/** One batch of deliveries to scripts, flows and HTTP endpoints that are due. */
export const deliverRemoteRound: Round = (database, options) =>
  deliverRemote(database, {
    jobs: options.jobs ?? windmillJobs,
    batchSize: Math.min(MAX_REMOTE_AT_ONCE, options.batchSize ?? 100),
    leaseSeconds: options.leaseSeconds ?? 30,
  });
