import { type FullStep, type SagaDefinition, stepsOf } from "./saga_definition.ts";
import type { Cause, Saga, StepState } from "./saga_state.ts";

/** What a saga's worker does next. */
export type Move =
  | { kind: "act"; steps: FullStep[] }
  | { kind: "undo"; step: FullStep }
  | { kind: "wait"; untilMs: number }
  | { kind: "turn_back"; cause: Cause }
  | { kind: "complete" }
  | { kind: "compensated"; cause: Cause }
  | { kind: "stuck"; step: string; code: string; message: string; cause: Cause | null }
  /** It has ended, or waits for an operator. */
  | { kind: "nothing" };

/**
 * The saga's rules, in one place: forward stage by stage; on a failure back, undoing in reverse all that may have
 * acted; past the pivot never back. Pure. Only for a saga of which nothing is being run at the moment.
 */
export function nextMove(saga: Saga, definition: SagaDefinition, nowMs: number): Move {
  switch (saga.state.kind) {
    case "running":
      return forward(saga, stepsOf(definition), nowMs);
    case "compensating":
      return backward(saga, stepsOf(definition), saga.state.cause, nowMs);
    case "completed":
    case "compensated":
    case "stuck":
    case "resolved":
      return { kind: "nothing" };
  }
}

function forward(saga: Saga, steps: FullStep[], nowMs: number): Move {
  const open = steps.filter((step) => !isDone(stateOf(saga, step)));
  const stage = open.filter((step) => step.stage === open[0]?.stage);
  if (stage.length === 0) return { kind: "complete" };
  const failed = stage.find((step) => stateOf(saga, step).kind === "failed");
  if (failed) return afterFailure(failed, stateOf(saga, failed));
  const mayTurnBack = !stage.some((step) => step.isAfterPivot);
  if (saga.deadlineMs !== null && nowMs >= saga.deadlineMs && mayTurnBack) {
    return overdue(stage[0]!, stateOf(saga, stage[0]!));
  }
  const due = stage.filter((step) => dueMs(stateOf(saga, step)) <= nowMs);
  if (due.length > 0) return { kind: "act", steps: due };
  const nextDueMs = Math.min(...stage.map((step) => dueMs(stateOf(saga, step))));
  return {
    kind: "wait",
    untilMs: mayTurnBack && saga.deadlineMs !== null ? Math.min(nextDueMs, saga.deadlineMs) : nextDueMs,
  };
}

function afterFailure(step: FullStep, state: StepState): Move {
  const error = state.kind === "failed" ? state.error : { code: "INTERNAL", message: "" };
  const cause = { step: step.name, code: error.code, message: error.message };
  return canGoBack(step, state) ? { kind: "turn_back", cause } : { kind: "stuck", ...cause, cause: null };
}

function overdue(step: FullStep, state: StepState): Move {
  const cause = { step: step.name, code: "TIMEOUT", message: "The saga's deadline passed before its pivot." };
  return canGoBack(step, state) ? { kind: "turn_back", cause } : { kind: "stuck", ...cause, cause: null };
}

/** Not past the pivot, nor where the pivot itself may have happened and can't be undone. */
function canGoBack(step: FullStep, state: StepState): boolean {
  if (step.isAfterPivot) return false;
  return !(step.pivot && step.compensation === null && mayHaveActed(state));
}

function backward(saga: Saga, steps: FullStep[], cause: Cause, nowMs: number): Move {
  const step = steps.findLast((candidate) => mayHaveActed(stateOf(saga, candidate)));
  if (!step) return { kind: "compensated", cause };
  const state = stateOf(saga, step);
  if (state.kind === "compensation_failed") {
    return { kind: "stuck", step: step.name, code: state.error.code, message: state.error.message, cause };
  }
  return dueMs(state) <= nowMs || state.kind !== "compensation_waiting"
    ? { kind: "undo", step }
    : { kind: "wait", untilMs: state.due_ms };
}

function stateOf(saga: Saga, step: FullStep): StepState {
  return saga.steps.find((record) => record.name === step.name)?.state ?? { kind: "pending" };
}

function isDone(state: StepState): boolean {
  return state.kind === "succeeded" || state.kind === "skipped";
}

function dueMs(state: StepState): number {
  return state.kind === "waiting" || state.kind === "compensation_waiting"
    ? state.due_ms
    : Number.NEGATIVE_INFINITY;
}

function mayHaveActed(state: StepState): boolean {
  switch (state.kind) {
    case "pending":
    case "compensated":
    case "skipped":
      return false;
    case "waiting":
    case "failed":
      return state.may_have_acted;
    case "running":
    case "succeeded":
    case "compensating":
    case "compensation_waiting":
    case "compensation_failed":
      return true;
  }
}
