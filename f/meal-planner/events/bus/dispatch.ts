import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import type { Consumer } from "../consumers/consumer.ts";
import { CONSUMERS } from "../consumers/registry.ts";
import { deliverInline } from "./deliver_inline.ts";
import { countRemaining } from "./delivery.ts";
import { addTallies, NOTHING, type Tally } from "./tally.ts";

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
};

export type DispatchReport = { delivered: number; retried: number; dead_lettered: number; remaining: number };

/**
 * Delivers what is due; returns when nothing is, or the time is over. Any number of dispatchers may run at once.
 *
 * Inline consumers: exactly once (see `deliverInline`).
 */
export async function dispatch(database: Database, options: DispatchOptions = {}): Promise<DispatchReport> {
  const deadline = performance.now() + (options.maxSeconds ?? 50) * 1000;
  const lanes = Array.from({ length: options.concurrency ?? 2 }, () =>
    deliverUntil(database, options, deadline),
  );
  const { delivered, retried, dead_lettered } = addTallies(await Promise.all(lanes));
  return { delivered, retried, dead_lettered, remaining: await countRemaining(database) };
}

async function deliverUntil(database: Database, options: DispatchOptions, deadline: number): Promise<Tally> {
  let sum = NOTHING;
  while (performance.now() < deadline) {
    const round = await deliverRound(database, options);
    sum = addTallies([sum, round]);
    if (round.claimed === 0) break;
  }
  return sum;
}

/** One batch of what is due. */
export async function deliverRound(database: Database, options: DispatchOptions): Promise<Tally> {
  return deliverInline(database, {
    consumers: options.consumers ?? CONSUMERS,
    batchSize: options.batchSize ?? 100,
    leaseSeconds: options.leaseSeconds ?? 30,
  });
}
