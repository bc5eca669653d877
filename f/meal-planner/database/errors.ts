/**
 * The one error taxonomy. Retry, the dead-letter queue and the circuit breaker read `code` and
 * `retryable`; nobody parses messages. A message ends with what to do about it.
 */
export type ErrorCode =
  | "INVALID_INPUT"
  | "INVALID_EVENT_PATTERN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "IN_PROGRESS"
  | "PAYLOAD_MISMATCH"
  | "CIRCUIT_OPEN"
  | "RATE_LIMITED"
  | "UNAUTHORIZED"
  | "UPSTREAM_UNAVAILABLE"
  | "UPSTREAM_REJECTED"
  | "INFEASIBLE"
  | "TIMEOUT"
  | "CANCELLED"
  | "INCONSISTENT"
  | "INTERNAL";

/** One thing that is wrong with an input: where (`ingredients[2].quantity`) and what would be right. */
export type InputProblem = { path: string; message: string };

type ErrorOptions = { retryAfterSeconds?: number; details?: unknown; cause?: unknown };

export class MealPlannerError extends Error {
  readonly code: ErrorCode;
  /** Whether the same call can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  readonly details?: unknown;

  constructor(code: ErrorCode, retryable: boolean, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = retryable;
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
    if (options.details !== undefined) this.details = options.details;
    // Bun 1.3, which Windmill's workers run, writes the stack when it is first read; after a collection of garbage it
    // then lacks name and message, and the page in Windmill gets nothing but the stack.
    Reflect.get(this, "stack");
  }
}

/** The caller's input is wrong; `details` lists every problem found. */
export class InvalidInput extends MealPlannerError {
  constructor(problems: InputProblem[], code: "INVALID_INPUT" | "INVALID_EVENT_PATTERN" = "INVALID_INPUT") {
    super(code, false, problems.map((p) => (p.path ? `${p.path}: ${p.message}` : p.message)).join("; "), {
      details: problems,
    });
  }
}

export class NotFound extends MealPlannerError {
  constructor(what: string, id: string, remedy: string) {
    super("NOT_FOUND", false, `There is no ${what} ${id}. ${remedy}`);
  }
}

/** Someone else changed it first, or its state doesn't allow the change. */
export class Conflict extends MealPlannerError {
  constructor(message: string, details?: unknown) {
    super("CONFLICT", false, message, { details });
  }
}

/** The same operation is running elsewhere. */
export class InProgress extends MealPlannerError {
  constructor(message: string, retryAfterSeconds: number) {
    super("IN_PROGRESS", true, message, { retryAfterSeconds });
  }
}

export class PayloadMismatch extends MealPlannerError {
  constructor(message: string) {
    super("PAYLOAD_MISMATCH", false, message);
  }
}

export class CircuitOpen extends MealPlannerError {
  constructor(name: string, retryAfterSeconds: number) {
    super("CIRCUIT_OPEN", true, `Circuit "${name}" is open. Try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

export class RateLimited extends MealPlannerError {
  constructor(message: string, retryAfterSeconds?: number) {
    super("RATE_LIMITED", true, message, { retryAfterSeconds });
  }
}

export class Unauthorized extends MealPlannerError {
  constructor(message: string, options: ErrorOptions = {}) {
    super("UNAUTHORIZED", false, message, options);
  }
}

/** Another system is away (`unavailable`, worth a retry) or refused what we sent (`rejected`). */
export class Upstream extends MealPlannerError {
  constructor(kind: "unavailable" | "rejected", message: string, options: ErrorOptions = {}) {
    super(
      kind === "unavailable" ? "UPSTREAM_UNAVAILABLE" : "UPSTREAM_REJECTED",
      kind === "unavailable",
      message,
      options,
    );
  }
}

export class Infeasible extends MealPlannerError {
  constructor(message: string, details?: unknown) {
    super("INFEASIBLE", false, message, { details });
  }
}

export class TimedOut extends MealPlannerError {
  constructor(message: string, options: ErrorOptions = {}) {
    super("TIMEOUT", true, message, options);
  }
}

/** Somebody ended it on purpose before it was done; nothing of it is kept. */
export class Cancelled extends MealPlannerError {
  constructor(message: string, details?: unknown) {
    super("CANCELLED", false, message, { details });
  }
}

/** Stored data contradicts itself: a defect of ours, never the caller's. */
export class Inconsistent extends MealPlannerError {
  constructor(message: string, details?: unknown) {
    super("INCONSISTENT", false, message, { details });
  }
}

export type ErrorReport = {
  name: string;
  message: string;
  code: string;
  retryable: boolean;
  details?: unknown;
  retry_after_seconds?: number;
};

/** The plain form of any thrown value; one that isn't from the taxonomy is `INTERNAL` and worth one more try. */
export function reportError(thrown: unknown): ErrorReport {
  if (thrown instanceof MealPlannerError) {
    return {
      name: thrown.name,
      message: thrown.message,
      code: thrown.code,
      retryable: thrown.retryable,
      ...(thrown.details === undefined ? {} : { details: thrown.details }),
      ...(thrown.retryAfterSeconds === undefined ? {} : { retry_after_seconds: thrown.retryAfterSeconds }),
    };
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { name: error.name, message: error.message, code: "INTERNAL", retryable: true };
}
