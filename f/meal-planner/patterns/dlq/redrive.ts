import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { type Batch, readBatch, type SkipReason, sendBatch } from "./redrive_batch.ts";
import {
  advanceTask,
  cancelTask,
  claimTask,
  createTask,
  type HeldTask,
  progressOf,
  putDownTask,
  type RedriveProgress,
  type RedriveTerms,
  readTask,
  redriveTermsSchema,
} from "./redrive_task.ts";
import { type JobStarter, startWindmillJob } from "./start_job.ts";

const redriveId = z.uuid().describe("From the redrive that was started.");
const maxSeconds = z
  .number()
  .positive()
  .max(3600)
  .default(50)
  .describe("The call returns after so many seconds, done or not; resume goes on. Default 50.");

const requestSchema = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("start"),
    ...redriveTermsSchema.shape,
    dry_run: z.boolean().default(false).describe("Only say what would be sent off. Default false."),
    max_seconds: maxSeconds,
  }),
  z.strictObject({ action: z.literal("resume"), redrive_id: redriveId, max_seconds: maxSeconds }),
  z.strictObject({ action: z.literal("cancel"), redrive_id: redriveId }),
  z.strictObject({ action: z.literal("progress"), redrive_id: redriveId }),
]);

/** A form sends every parameter; the ones left empty belong to no action. */
export const redriveSchema = z.preprocess(
  (given) =>
    Object.fromEntries(
      Object.entries(given as object).filter(([, value]) => value !== undefined && value !== null),
    ),
  requestSchema,
);

export type RedriveRequest = z.infer<typeof requestSchema>;

export type DryRun = {
  dry_run: true;
  would_redrive: number;
  would_skip: number;
  /** The first 100 that would be left alone. */
  skipped: { dead_letter_id: string; reason: SkipReason }[];
  /** The first 10 as they would be sent off, after the patch. */
  sample: { dead_letter_id: string; payload: unknown }[];
};

const BATCH = 1000;

/**
 * Sends dead letters off again. A batch is one transaction: new deliveries, the dead letters' history and the redrive's
 * progress commit together, so a crash loses nothing and sends nothing twice; `resume` goes on where it stopped.
 *
 * @throws NotFound, Conflict, InProgress as `claimTask`; InvalidInput where the event pattern is none.
 */
export async function redrive(
  database: Database,
  request: RedriveRequest,
  startJob: JobStarter = startWindmillJob,
): Promise<RedriveProgress | DryRun> {
  switch (request.action) {
    case "start": {
      const { action: _, dry_run, max_seconds, ...terms } = request;
      if (dry_run) return tryOut(database, terms);
      const task = await database.transaction((tx) => createTask(tx, terms));
      return carryOut(database, task, max_seconds, startJob);
    }
    case "resume": {
      const task = await database.transaction((tx) => claimTask(tx, request.redrive_id));
      return carryOut(database, task, request.max_seconds, startJob);
    }
    case "cancel":
      return database.transaction((tx) => cancelTask(tx, request.redrive_id));
    case "progress":
      return readTask(database, request.redrive_id);
  }
}

async function carryOut(
  database: Database,
  begun: HeldTask,
  maxSeconds: number,
  startJob: JobStarter,
): Promise<RedriveProgress> {
  const startMs = performance.now();
  const rate = begun.terms.rate_per_second ?? Number.POSITIVE_INFINITY;
  // A quarter of a second's worth at a time, so that a slow rate is also an even one.
  const size = Math.max(1, Math.min(BATCH, Math.floor(rate / 4)));
  let task = begun;
  for (let sent = 0; task.state === "running"; ) {
    const dueMs = startMs + (sent / rate) * 1000;
    if (Math.max(dueMs, performance.now()) - startMs > maxSeconds * 1000) {
      await putDownTask(database, task);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - performance.now())));
    const next = await runBatch(database, task, size, startJob);
    // Cancelled, or taken over after a standstill: its row says how far it has come.
    if (!next) return readTask(database, task.redrive_id);
    sent += next.redriven - task.redriven;
    task = next;
  }
  return progressOf(task);
}

class NoLongerOurs extends Error {}

async function runBatch(
  database: Database,
  task: HeldTask,
  size: number,
  startJob: JobStarter,
): Promise<HeldTask | undefined> {
  try {
    return await database.transaction(async (tx) => {
      const { plans, cursor } = await readBatch(tx, task.terms, task, size);
      const counts = await sendBatch(tx, plans, task.redrive_id, startJob);
      const next = await advanceTask(tx, task, { ...counts, cursor });
      if (!next) throw new NoLongerOurs();
      return next;
    });
  } catch (error) {
    if (error instanceof NoLongerOurs) return undefined;
    throw error;
  }
}

async function tryOut(database: Database, terms: RedriveTerms): Promise<DryRun> {
  const report: DryRun = { dry_run: true, would_redrive: 0, would_skip: 0, skipped: [], sample: [] };
  let after = { begun_at: "infinity", cursor_at: null as string | null, cursor_id: null as string | null };
  for (;;) {
    const { plans, cursor } = await database.transaction((tx) => readBatch(tx, terms, after, BATCH));
    addTo(report, plans);
    if (!cursor) return report;
    after = { ...after, cursor_at: cursor.at, cursor_id: cursor.id };
  }
}

function addTo(report: DryRun, plans: Batch["plans"]): void {
  for (const plan of plans) {
    const dead_letter_id = plan.letter.id;
    if (plan.kind === "send") {
      report.would_redrive += 1;
      if (report.sample.length < 10) report.sample.push({ dead_letter_id, payload: plan.payload });
    } else {
      report.would_skip += 1;
      if (report.skipped.length < 100) report.skipped.push({ dead_letter_id, reason: plan.reason });
    }
  }
}
