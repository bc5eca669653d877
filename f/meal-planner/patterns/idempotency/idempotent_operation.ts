import { InvalidInput } from "../../database/errors.ts";
import type { ClaimTerms } from "./claim.ts";
import { hashPayload, keyFromPayload, select } from "./idempotency_key.ts";
import type { Identity } from "./idempotency_record.ts";

/** What to remember of a failure: nothing (a repeat runs again), only what no retry can mend, or every failure. */
export type FailurePolicy = "forget" | "keep_non_retryable" | "keep_all";

type Settings = {
  /** The operation's name; keys of different consumers never meet. */
  consumer: string;
  /** JMESPath over the payload, such as `[household_id, week]`. Without it, each call gives its key. */
  keyJmespath?: string;
  /** JMESPath over the payload: a repeat whose selection differs is refused. Default: the whole payload; null checks nothing. */
  validateJmespath?: string | null;
  /** What a payload without a key means. Default "refuse"; "run" does the work unguarded. */
  onMissingKey?: "refuse" | "run";
  /** How long the result is kept and repeated. Default 86400 (a day). */
  ttlSeconds?: number;
  /** How long a run may take: give the job's own time limit. Default 60. */
  inProgressSeconds?: number;
  /** Default "forget". */
  onFailure?: FailurePolicy;
  /** How long a repeat waits for the run in progress before it fails with IN_PROGRESS. Default 0. */
  waitSeconds?: number;
};

/** One operation's settings. They can't be changed after: nested operations never disturb each other. */
export type IdempotentOperation = Readonly<
  Required<Omit<Settings, "keyJmespath">> & { keyJmespath: string | undefined }
>;

export function defineIdempotentOperation(settings: Settings): IdempotentOperation {
  return Object.freeze({
    consumer: settings.consumer,
    keyJmespath: settings.keyJmespath,
    validateJmespath: settings.validateJmespath === undefined ? "@" : settings.validateJmespath,
    onMissingKey: settings.onMissingKey ?? "refuse",
    ttlSeconds: settings.ttlSeconds ?? 86_400,
    inProgressSeconds: settings.inProgressSeconds ?? 60,
    onFailure: settings.onFailure ?? "forget",
    waitSeconds: settings.waitSeconds ?? 0,
  });
}

/**
 * One call of an operation: what came in, and its key where the operation has no expression for it. `deadline`: when the run
 * is ended at the latest, such as its job's own; its claim holds till then in place of `inProgressSeconds`.
 */
export type Call = { payload: unknown; key?: string; deadline?: Date };

/**
 * Whose key a call has, and on which terms it is claimed; undefined where it has none and may run unguarded.
 *
 * @throws InvalidInput where a key is needed and missing.
 */
export function identify(
  operation: IdempotentOperation,
  call: Call,
): { identity: Identity; terms: ClaimTerms } | undefined {
  const derived =
    operation.keyJmespath === undefined ? undefined : keyFromPayload(operation.keyJmespath, call.payload);
  const key = call.key ?? derived;
  if (key === undefined || key === "") {
    if (operation.onMissingKey === "run") return undefined;
    const where = operation.keyJmespath
      ? `"${operation.keyJmespath}" selects nothing from the payload`
      : "no key was given";
    throw new InvalidInput([{ path: "key", message: `${where}; ${operation.consumer} needs one` }]);
  }
  return {
    identity: { consumer: operation.consumer, key },
    terms: {
      payloadHash:
        operation.validateJmespath === null || call.payload === undefined
          ? null
          : hashPayload(select(operation.validateJmespath, call.payload)),
      inProgressSeconds: call.deadline ? secondsUntil(call.deadline) : operation.inProgressSeconds,
      ttlSeconds: operation.ttlSeconds,
    },
  };
}

// The job is ended by another clock than the database's, and takes a moment to end.
const GRACE_SECONDS = 1;

function secondsUntil(deadline: Date): number {
  return Math.max(0, (deadline.getTime() - Date.now()) / 1000) + GRACE_SECONDS;
}
