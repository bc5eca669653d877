import type { ErrorReport } from "../../database/errors.ts";
import { calculateDelay } from "../retry/calculate_delay.ts";
import type { FullStep } from "./saga_definition.ts";
import { attemptsOf, type Failure, type StepState } from "./saga_state.ts";

// After these codes the other side has done nothing, unless the error says otherwise. Any other failure (a timeout, a
// broken connection, a bug) leaves it open, and what is open is undone.
const KNOWN_NOT_TO_HAVE_ACTED = new Set([
  "INVALID_INPUT",
  "INVALID_EVENT_PATTERN",
  "NOT_FOUND",
  "CONFLICT",
  "PAYLOAD_MISMATCH",
  "CIRCUIT_OPEN",
  "RATE_LIMITED",
  "UNAUTHORIZED",
  "UPSTREAM_REJECTED",
  "INFEASIBLE",
]);

/** Written before the action is called. */
export function beginAction(state: StepState, nowMs: number): StepState {
  return {
    kind: "running",
    attempts: attemptsOf(state) + 1,
    may_have_acted: state.kind === "waiting" && state.may_have_acted,
    first_ms: state.kind === "waiting" ? state.first_ms : nowMs,
  };
}

export function actionSucceeded(state: StepState, output: unknown): StepState {
  return { kind: "succeeded", attempts: attemptsOf(state), output: output ?? null };
}

/** A step of many calls may fail at the last one: `details.effect` says then that what came before it was done. */
function hasSurelyDoneNothing({ code, details }: ErrorReport): boolean {
  const { effect } = (details ?? {}) as { effect?: unknown };
  return KNOWN_NOT_TO_HAVE_ACTED.has(code) && effect !== "unknown";
}

/** The next try, or the end of the tries. `rolledBack`: the action was a transaction, and it is known to be undone. */
export function actionFailed(
  state: StepState,
  step: FullStep,
  report: ErrorReport,
  nowMs: number,
  rolledBack = false,
): StepState {
  const attempts = attemptsOf(state);
  const wasOpen = state.kind === "running" && state.may_have_acted;
  const may_have_acted = wasOpen || !(rolledBack || hasSurelyDoneNothing(report));
  const first_ms = state.kind === "running" ? state.first_ms : nowMs;
  const error = failureOf(report);
  const decision = calculateDelay({
    attempt: attempts,
    error_code: report.code,
    policy: step.retry,
    retry_after: report.retry_after_seconds,
    elapsed_seconds: Math.max(0, nowMs - first_ms) / 1000,
  });
  return decision.retry
    ? {
        kind: "waiting",
        attempts,
        may_have_acted,
        first_ms,
        due_ms: nowMs + decision.delay_seconds * 1000,
        error,
      }
    : { kind: "failed", attempts, may_have_acted, error };
}

/** Written before the compensation is called. */
export function beginUndo(state: StepState, nowMs: number): StepState {
  const undo = undoOf(state);
  return {
    kind: "compensating",
    attempts: attemptsOf(state),
    undo_attempts: undo.attempts + 1,
    first_ms: undo.first_ms ?? nowMs,
    output: undo.output,
  };
}

export function undoSucceeded(state: StepState): StepState {
  return { kind: "compensated", attempts: attemptsOf(state), undo_attempts: undoOf(state).attempts };
}

export function undoFailed(state: StepState, step: FullStep, report: ErrorReport, nowMs: number): StepState {
  const undo = undoOf(state);
  const first_ms = undo.first_ms ?? nowMs;
  const decision = calculateDelay({
    attempt: Math.max(1, undo.attempts),
    error_code: report.code,
    policy: step.compensationRetry,
    retry_after: report.retry_after_seconds,
    elapsed_seconds: Math.max(0, nowMs - first_ms) / 1000,
  });
  const ended = {
    attempts: attemptsOf(state),
    undo_attempts: undo.attempts,
    output: undo.output,
    error: failureOf(report),
  };
  return decision.retry
    ? { kind: "compensation_waiting", ...ended, first_ms, due_ms: nowMs + decision.delay_seconds * 1000 }
    : { kind: "compensation_failed", ...ended };
}

/**
 * A step as the next worker finds it after a crash. Its outcome isn't known, which counts as a failed try: a step that
 * brings its worker down each time comes to an end too.
 */
export function recoverStep(state: StepState, step: FullStep, nowMs: number): StepState {
  const report = {
    name: "TimedOut",
    code: "TIMEOUT",
    retryable: true,
    message: "The worker that ran this step disappeared; whether it took effect isn't known.",
  };
  if (state.kind === "running") return actionFailed(state, step, report, nowMs);
  if (state.kind === "compensating") return undoFailed(state, step, report, nowMs);
  return state;
}

/** What is known of the undoing so far; the action's output is what the compensation gets. */
function undoOf(state: StepState): { attempts: number; first_ms?: number; output: unknown } {
  switch (state.kind) {
    case "compensating":
    case "compensation_waiting":
      return { attempts: state.undo_attempts, first_ms: state.first_ms, output: state.output };
    case "compensation_failed":
      return { attempts: state.undo_attempts, output: state.output };
    case "succeeded":
      return { attempts: 0, output: state.output };
    default:
      return { attempts: 0, output: null };
  }
}

function failureOf(report: ErrorReport): Failure {
  return { name: report.name, message: report.message, code: report.code, retryable: report.retryable };
}
