import { createHash } from "node:crypto";
import type { Database, Tx } from "../../database/connection.ts";
import { NotFound, TimedOut, Upstream } from "../../database/errors.ts";
import { formatUuid } from "../../database/new_id.ts";
import { ruleSetOf, type StoredTarget } from "../producers/rule_set.ts";
import { claimLimited, claimRemote, type RemoteRow } from "./claim_remote.ts";
import { eventOf, requireTarget } from "./delivery.ts";
import { recordFailure } from "./delivery_failure.ts";
import { postEvent } from "./http_target.ts";
import { JobFailed } from "./job_failure.ts";
import type { JobRunner } from "./job_runner.ts";
import { keepLeases } from "./lease.ts";
import { type DeliveryEnd, type Tally, tally } from "./tally.ts";
import { jobArguments, targetInput } from "./target_input.ts";

export type RemoteOptions = { jobs: JobRunner; batchSize: number; leaseSeconds: number };

/** `waiting`: a job runs, to be asked after later. */
type Progress = "delivered" | "waiting";

/**
 * Delivers to scripts, flows and HTTP endpoints: leases a batch, works on all of it at once with a heartbeat, and
 * ends each as soon as it is through. At least once, with a key that is the same on every try; a dispatcher that
 * outlived its lease changes nothing any more. A job is started and asked after in later rounds: its delivery is
 * done when the job has succeeded, and nobody waits for it meanwhile.
 */
export async function deliverRemote(database: Database, options: RemoteOptions): Promise<Tally> {
  const { batchSize, leaseSeconds } = options;
  const rows = await database.transaction(async (tx) => [
    ...(await claimRemote(tx, batchSize, leaseSeconds)),
    ...(await claimLimited(tx, batchSize, leaseSeconds, (version) => ruleSetOf(tx, version))),
  ]);
  if (rows.length === 0) return tally([]);
  const leases = keepLeases(database, rows, leaseSeconds);
  try {
    const ends = await Promise.allSettled(
      rows.map((row) => deliverOne(database, row, options).finally(() => leases.done(row))),
    );
    const failed = ends.find((end) => end.status === "rejected");
    if (failed) throw failed.reason;
    const known = ends.flatMap((end) => (end.status === "fulfilled" && end.value ? [end.value] : []));
    return { ...tally(known), claimed: rows.length };
  } finally {
    leases.stop();
  }
}

async function deliverOne(
  database: Database,
  row: RemoteRow,
  options: RemoteOptions,
): Promise<DeliveryEnd | undefined> {
  const started = performance.now();
  const target = (await ruleSetOf(database, row.version)).findTarget(row.rule, row.target);
  let error: unknown;
  try {
    const progress = await work(database, row, target, options);
    if (progress === "waiting") return undefined;
  } catch (thrown) {
    error = thrown;
  }
  if (error === undefined) return (await complete(database, row)) ? { row, outcome: "delivered" } : undefined;
  const durationMs = performance.now() - started;
  const outcome = await database.transaction(async (tx) => {
    const place = await hold(tx, row);
    if (place === undefined) return undefined;
    return recordFailure(tx, { row: { ...row, place }, target, error, durationMs });
  });
  return outcome === undefined ? undefined : { row, outcome, error };
}

async function work(
  database: Database,
  row: RemoteRow,
  found: StoredTarget | undefined,
  options: RemoteOptions,
): Promise<Progress> {
  const target = requireTarget(row, found);
  const key = idempotencyKey(row);
  const input = () =>
    targetInput(target, eventOf(row), { rule: row.rule, ingestionTime: row.ingestion_time ?? "" });
  switch (target.type) {
    case "http":
      await postEvent(httpTarget(target), input(), key);
      return "delivered";
    case "script":
    case "flow": {
      if (row.job_id !== null) return lookAfter(database, row, row.job_id, target, options.jobs);
      const args = jobArguments(target, input(), key);
      const id = tryId(key, row.attempts);
      const jobId = await options.jobs.start({ kind: target.type, path: String(target.path), args, id });
      await waitForJob(database, row, jobId, FIRST_LOOK_SECONDS, true);
      return "waiting";
    }
    case "inline":
      throw new NotFound(
        "remote target",
        row.target,
        "The rule was put again with an inline target; redrive.",
      );
  }
}

const DEFAULT_HTTP_TIMEOUT_SECONDS = 30;

function httpTarget(target: StoredTarget) {
  return {
    url: String(target.url),
    headers: (target.headers ?? {}) as Record<string, string>,
    timeoutSeconds: Number(target.timeout_seconds ?? DEFAULT_HTTP_TIMEOUT_SECONDS),
  };
}

const FIRST_LOOK_SECONDS = 0.5;
const LONGEST_WAIT_SECONDS = 15;

async function lookAfter(
  database: Database,
  row: RemoteRow,
  jobId: string,
  target: StoredTarget,
  jobs: JobRunner,
): Promise<Progress> {
  const job = await jobs.state(jobId);
  switch (job.state) {
    case "succeeded":
      return "delivered";
    case "failed":
      throw new JobFailed(jobId, job);
    case "unknown":
      throw new Upstream("unavailable", `The runner no longer knows job ${jobId}; it is started anew.`);
    case "running": {
      const seconds = (row.claimed_ms - (row.job_started_ms ?? row.claimed_ms)) / 1000;
      if (seconds > Number(target.timeout_seconds ?? Number.POSITIVE_INFINITY)) {
        throw new TimedOut(`Job ${jobId} has run for ${Math.round(seconds)} s.`);
      }
      const wait = Math.min(LONGEST_WAIT_SECONDS, Math.max(FIRST_LOOK_SECONDS, seconds / 2));
      await waitForJob(database, row, jobId, wait, false);
      return "waiting";
    }
  }
}

async function waitForJob(
  database: Database,
  row: RemoteRow,
  jobId: string,
  seconds: number,
  isNew: boolean,
): Promise<void> {
  await database.query(
    `update meal_planner.deliveries set job_id = $3::text, lease_token = null,
       job_started_at = case when $5::boolean then clock_timestamp() else job_started_at end,
       due_at = clock_timestamp() + $4::double precision * interval '1 second'
     where seq = $1::bigint and due_at > '-infinity' and lease_token = $2::uuid`,
    [row.seq, row.lease_token, jobId, seconds, isNew],
  );
}

/** Only with the token of the lease: who was paused past its end completes nothing. */
async function complete(database: Database, row: RemoteRow): Promise<boolean> {
  const { rowCount } = await database.query(
    `delete from meal_planner.deliveries
     where seq = $1::bigint and due_at > '-infinity' and lease_token = $2::uuid`,
    [row.seq, row.lease_token],
    "complete_delivery",
  );
  return rowCount === 1;
}

async function hold(tx: Tx, row: RemoteRow): Promise<string | undefined> {
  const { rows } = await tx.query<{ place: string }>(
    `select ctid::text as place from meal_planner.deliveries
     where seq = $1::bigint and due_at > '-infinity' and lease_token = $2::uuid for update`,
    [row.seq, row.lease_token],
  );
  return rows[0]?.place;
}

/** The same on every try of a delivery; a replay's is another. */
function idempotencyKey(row: RemoteRow): string {
  return [row.event_id, row.rule, row.target, ...(row.replay_name === null ? [] : [row.replay_name])].join(
    ":",
  );
}

function tryId(key: string, attempts: number): string {
  const hex = createHash("sha256").update(`${key} ${attempts}`).digest("hex");
  // UUIDv8 (RFC 9562, 5.8): made by a rule of our own.
  return formatUuid(`${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`);
}
