import type { Tx } from "../../database/connection.ts";
import { reportError } from "../../database/errors.ts";
import type { Attempt, Target } from "../../patterns/dlq/dead_letter.ts";
import { sendToDlq } from "../../patterns/dlq/send_to_dlq.ts";
import { calculateDelay, type RetryDecision } from "../../patterns/retry/calculate_delay.ts";
import { type RetryPolicy, retryPolicySchema } from "../../patterns/retry/retry_policy.ts";
import { emit } from "../producers/emit.ts";
import type { StoredTarget } from "../producers/rule_set.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";
import { type DeliveryRow, eventOf } from "./delivery.ts";

export type Failure = {
  row: DeliveryRow;
  target: StoredTarget | undefined;
  error: unknown;
  durationMs: number;
};

/**
 * Records one failed try in the caller's transaction, which holds the delivery: it waits for its next try as the
 * target's retry policy says, or becomes a dead letter with every try's error.
 */
export async function recordFailure(tx: Tx, failure: Failure): Promise<"retried" | "dead_lettered"> {
  const { row, target } = failure;
  const attempt = describeAttempt(failure);
  const attempts = [...(row.errors ?? []), attempt];
  const decision = decide(attempts, retryPolicyOf(target), failure);
  if (decision.retry) {
    await tx.query(
      `update meal_planner.deliveries set attempts = attempts + 1, errors = $2::jsonb, lease_token = null, job_id = null,
         due_at = clock_timestamp() + $3::double precision * interval '1 second'
       where ctid = $1::tid`,
      [row.place, JSON.stringify(attempts), decision.delay_seconds],
    );
    return "retried";
  }
  await bury(tx, row, target, attempts, decision.reason);
  return "dead_lettered";
}

async function bury(
  tx: Tx,
  row: DeliveryRow,
  target: StoredTarget | undefined,
  attempts: Attempt[],
  exhausted: Extract<RetryDecision, { retry: false }>["reason"],
): Promise<void> {
  const event = eventOf(row);
  const sent = await sendToDlq(tx, [
    { kind: "event", event, rule: row.rule, target: deadTarget(row, target), attempts, exhausted },
  ]);
  await tx.query("delete from meal_planner.deliveries where ctid = $1::tid", [row.place]);
  await announce(tx, row, event, sent[0]!.dead_letter_id, attempts);
}

/** Tells of the dead letter, unless the dead one is such news itself: that could go round for ever. */
async function announce(
  tx: Tx,
  row: DeliveryRow,
  event: EventEnvelope,
  deadLetterId: string,
  attempts: readonly Attempt[],
): Promise<void> {
  if (event["detail-type"] === "EventDeadLettered") return;
  const detail = {
    dead_letter_id: deadLetterId,
    event_id: row.event_id,
    detail_type: event["detail-type"],
    rule: row.rule,
    target: row.target,
    code: attempts.at(-1)!.code,
    attempts: attempts.length,
  };
  await emit(tx, [{ type: "EventDeadLettered", detail }], event);
}

function deadTarget(row: DeliveryRow, target: StoredTarget | undefined): Target {
  return { ...target, id: row.target, type: target?.type ?? "inline" };
}

function decide(
  attempts: readonly Attempt[],
  policy: RetryPolicy | undefined,
  failure: Failure,
): RetryDecision {
  const last = attempts.at(-1)!;
  const report = reportError(failure.error);
  return calculateDelay({
    attempt: attempts.length,
    error_code: report.code,
    policy,
    retry_after: report.retry_after_seconds,
    elapsed_seconds: Math.max(0, (Date.parse(last.at) - Date.parse(attempts[0]!.at)) / 1000),
    attempts_with_code: attempts.filter((attempt) => attempt.code === report.code).length,
  });
}

/** A rule's retry policy was checked when the rule was put. */
function retryPolicyOf(target: StoredTarget | undefined): RetryPolicy | undefined {
  return target?.retry_policy === undefined ? undefined : retryPolicySchema.parse(target.retry_policy);
}

const MAX_MESSAGE = 5000;

function describeAttempt({ row, error, durationMs }: Failure): Attempt {
  const report = reportError(error);
  // The database's clock at the claim, moved on by what was measured: a client's clock may be wrong.
  const at = new Date(row.claimed_ms + durationMs).toISOString();
  const stack = error instanceof Error && report.code === "INTERNAL" ? error.stack : undefined;
  return {
    at,
    code: report.code,
    message: storable(report.message).slice(0, MAX_MESSAGE),
    ...(stack === undefined ? {} : { stack: storable(stack).slice(0, MAX_MESSAGE) }),
    ...(report.details === undefined
      ? {}
      : { details: JSON.parse(storable(JSON.stringify(report.details))) }),
    duration_ms: Math.round(durationMs),
  };
}

/** jsonb can't hold a NUL, in either spelling. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").replaceAll("\\u0000", "\\ufffd");
}
