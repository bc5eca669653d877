import type { Database, Tx } from "../../database/connection.ts";
import { Inconsistent, InProgress, reportError } from "../../database/errors.ts";
import { claim, findLive, type Outcome, release, settle } from "./claim.ts";
import { expectsRepeat, noteOutcome } from "./expected_repeat.ts";
import { answerFrom, type ClaimAnswer, StoredFailure } from "./idempotency_record.ts";
import { type Call, type IdempotentOperation, identify } from "./idempotent_operation.ts";
import type { LocalResults } from "./local_results.ts";

/** What a guarded call came to: its own run, or the result of an earlier one. */
export type Once<T> = { kind: "ran"; result: T } | { kind: "replayed"; result: T };

/**
 * Runs `work` at most once for the call's key, with the record in the same transaction as its effect: both commit
 * or neither. So there is no moment at which a crash leaves an effect without its record. A second caller waits
 * for the first one's transaction, then gets its result. A failure rolls back record and effect together, hence
 * it is never kept.
 *
 * @throws PayloadMismatch, InvalidInput as `claim` and `identify`; InProgress where a two-step run holds the key.
 */
export async function runOnceInTransaction<T>(
  tx: Tx,
  operation: IdempotentOperation,
  call: Call,
  work: (tx: Tx) => Promise<T>,
): Promise<Once<T>> {
  const guarded = identify(operation, call);
  if (!guarded) return { kind: "ran", result: await work(tx) };
  const answer = await claim(tx, guarded.identity, guarded.terms);
  if (answer.status !== "acquired") return replay<T>(operation, answer);
  const result = await work(tx);
  await settle(tx, guarded.identity, answer.owner_token, { kind: "completed", result });
  return { kind: "ran", result };
}

/**
 * Runs `work`, whose effect lies outside this database, at most once at a time for the call's key, and repeats its
 * result. Two commits: the claim before, the outcome after. A run that crashes between them is run again after its
 * in-progress time, so the outside system should get the key too.
 *
 * @throws Conflict where the run took longer than its in-progress time and another has taken the key; what
 * that one stores stays.
 * @throws StoredFailure where an earlier run failed and the operation keeps failures.
 */
export async function runOnce<T>(
  database: Database,
  operation: IdempotentOperation,
  call: Call,
  work: () => Promise<T>,
  localResults?: LocalResults,
): Promise<Once<T>> {
  const guarded = identify(operation, call);
  if (!guarded) return { kind: "ran", result: await work() };
  const { identity, terms } = guarded;
  const localKey = JSON.stringify([identity.consumer, identity.key]);
  // Counted from before the claim, so that nothing is kept here for longer than there.
  const askedMs = performance.now();
  const local = localResults?.get(localKey, terms.payloadHash, askedMs);
  if (local) return { kind: "replayed", result: local.result as T };

  const live = expectsRepeat(operation) ? await findLive(database, identity) : undefined;
  const answer =
    live && live.status !== "in_progress"
      ? answerFrom(live, identity, terms.payloadHash)
      : await claimOrWait(operation, () => claim(database, identity, terms));
  const keep = (result: unknown, forSeconds: number) =>
    localResults?.set(localKey, {
      payloadHash: terms.payloadHash,
      result,
      untilMs: askedMs + forSeconds * 1000,
    });
  if (answer.status === "completed") keep(answer.result, answer.expires_in_seconds);
  noteOutcome(operation, answer.status === "acquired" ? "ran" : "replayed");
  if (answer.status !== "acquired") return replay<T>(operation, answer);

  let result: T;
  try {
    result = await work();
  } catch (error) {
    const outcome = keptFailure(operation, error);
    // The work's own error is what the caller must see, also where the key has been taken meanwhile.
    const keeping = outcome
      ? settle(database, identity, answer.owner_token, outcome)
      : release(database, identity, answer.owner_token);
    await keeping.catch((cleanup: unknown) => attachCause(error, cleanup));
    throw error;
  }
  await settle(database, identity, answer.owner_token, { kind: "completed", result });
  keep(result, terms.ttlSeconds);
  return { kind: "ran", result };
}

function keptFailure(operation: IdempotentOperation, error: unknown): Outcome | undefined {
  const report = reportError(error);
  switch (operation.onFailure) {
    case "forget":
      return undefined;
    case "keep_non_retryable":
      return report.retryable ? undefined : { kind: "failed", error: report };
    case "keep_all":
      return { kind: "failed", error: report };
  }
}

function attachCause(error: unknown, cleanup: unknown): void {
  if (error instanceof Error && error.cause === undefined) error.cause = cleanup;
}

async function claimOrWait(
  operation: IdempotentOperation,
  ask: () => Promise<ClaimAnswer>,
): Promise<ClaimAnswer> {
  const endMs = performance.now() + operation.waitSeconds * 1000;
  for (let pauseMs = 25; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
    const answer = await ask();
    const leftMs = endMs - performance.now();
    if (answer.status !== "in_progress" || leftMs <= 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, Math.min(pauseMs, leftMs)));
  }
}

function replay<T>(operation: IdempotentOperation, answer: ClaimAnswer): Once<T> {
  switch (answer.status) {
    case "completed":
      return { kind: "replayed", result: answer.result as T };
    case "failed":
      throw new StoredFailure(answer.error);
    case "in_progress":
      throw new InProgress(
        `${operation.consumer} is already running for this key. Ask again in ${answer.retry_after_seconds} s.`,
        answer.retry_after_seconds,
      );
    case "acquired":
      throw new Inconsistent("An acquired key has nothing to replay.");
  }
}
