import type { ErrorReport } from "../../database/errors.ts";

/** What is kept of a failure. */
export type Failure = Pick<ErrorReport, "name" | "message" | "code" | "retryable">;

/**
 * A step's course. `may_have_acted`: some try ended without our knowing whether it took effect (a timeout, a crash), so
 * the step must be undone though it didn't succeed. Times are the database's, in epoch milliseconds.
 */
export type StepState =
  | { kind: "pending" }
  /** Written before the action is called. Found by a worker that takes the saga over, it means: outcome unknown. */
  | { kind: "running"; attempts: number; may_have_acted: boolean; first_ms: number }
  | {
      kind: "waiting";
      attempts: number;
      may_have_acted: boolean;
      first_ms: number;
      due_ms: number;
      error: Failure;
    }
  | { kind: "succeeded"; attempts: number; output: unknown }
  | { kind: "failed"; attempts: number; may_have_acted: boolean; error: Failure }
  /** Written before the compensation is called. */
  | { kind: "compensating"; attempts: number; undo_attempts: number; first_ms: number; output: unknown }
  | {
      kind: "compensation_waiting";
      attempts: number;
      undo_attempts: number;
      first_ms: number;
      output: unknown;
      due_ms: number;
      error: Failure;
    }
  | { kind: "compensation_failed"; attempts: number; undo_attempts: number; output: unknown; error: Failure }
  | { kind: "compensated"; attempts: number; undo_attempts: number }
  /** An operator has seen to it. */
  | { kind: "skipped"; attempts: number; reason: string };

/** Why a saga turned back. */
export type Cause = { step: string; code: string; message: string };

export type SagaState =
  | { kind: "running" }
  | { kind: "compensating"; cause: Cause }
  | { kind: "completed"; result: unknown }
  | { kind: "compensated"; cause: Cause }
  /** Neither way works; an operator resolves it. `cause` where it had turned back before. */
  | { kind: "stuck"; step: string; code: string; message: string; cause: Cause | null }
  /** Ended by an operator, whatever its steps say. */
  | { kind: "resolved"; reason: string };

export type StepRecord = { name: string; position: number; state: StepState };

export type Saga = {
  id: string;
  definition: string;
  version: number;
  state: SagaState;
  input: unknown;
  /** The database's time, or null. */
  deadlineMs: number | null;
  steps: readonly StepRecord[];
};

export function attemptsOf(state: StepState): number {
  return state.kind === "pending" ? 0 : state.attempts;
}

export function errorOf(state: StepState): Failure | undefined {
  return "error" in state ? state.error : undefined;
}

/** The outputs of the steps that have one. */
export function outputsOf(saga: Saga): Record<string, unknown> {
  return Object.fromEntries(
    saga.steps.flatMap(({ name, state }) => (state.kind === "succeeded" ? [[name, state.output]] : [])),
  );
}

export function withStep(saga: Saga, name: string, state: StepState): Saga {
  return { ...saga, steps: saga.steps.map((step) => (step.name === name ? { ...step, state } : step)) };
}
