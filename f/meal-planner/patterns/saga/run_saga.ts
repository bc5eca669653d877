import type { Database, Tx } from "../../database/connection.ts";
import { reportError, TimedOut } from "../../database/errors.ts";
import { emit, type NewEvent } from "../../events/producers/emit.ts";
import { type Attempt, attemptWork } from "./attempt_work.ts";
import { nextMove } from "./next_move.ts";
import { type FullStep, type SagaDefinition, type StepContext, stepsOf } from "./saga_definition.ts";
import { SagaProgress } from "./saga_progress.ts";
import { outputsOf, type Saga, type SagaState, withStep } from "./saga_state.ts";
import { type HeldSaga, LeaseLost } from "./saga_store.ts";
import {
  actionFailed,
  actionSucceeded,
  beginAction,
  beginUndo,
  recoverStep,
  undoFailed,
  undoSucceeded,
} from "./step_transitions.ts";

export type RunOptions = {
  /** A worker that says nothing for so long has crashed, and another takes its saga. Default 30. */
  leaseSeconds?: number;
  /** A retry that is due sooner is waited for; for a later one the saga is put down for whoever comes. Default 5. */
  patienceSeconds?: number;
};

export const DEFAULT_LEASE_SECONDS = 30;
const DEFAULT_PATIENCE_SECONDS = 5;

/** The first steps of a new saga, marked as running: they are stored with the saga itself. */
export function beginFirstStage(saga: Saga, definition: SagaDefinition): Saga {
  const first = stepsOf(definition).filter((step) => step.stage === 0);
  return first.reduce((next, { name }) => withStep(next, name, beginAction({ kind: "pending" }, 0)), saga);
}

/**
 * Carries a held saga on as far as it goes: to its end, to a longer wait, or until it is stuck.
 *
 * Guarantees: a step's row is written before its action is called, so no action is ever called unknown to the
 * database; one step after the other costs one commit each, steps side by side two; a worker that lost its lease
 * writes nothing more.
 *
 * @returns The saga as last saved.
 * @throws LeaseLost where another worker has taken over.
 */
export async function runSaga(
  database: Database,
  definition: SagaDefinition,
  held: HeldSaga,
  options: RunOptions = {},
): Promise<Saga> {
  const progress = new SagaProgress(database, held, options.leaseSeconds ?? DEFAULT_LEASE_SECONDS);
  const patienceSeconds = options.patienceSeconds ?? DEFAULT_PATIENCE_SECONDS;
  await progress.whileHeld(async () => {
    if (held.isNew) await actAll(progress, begun(progress, definition));
    else recover(progress, definition);
    for (let goesOn = true; goesOn; ) goesOn = await makeMove(progress, definition, patienceSeconds);
  });
  return progress.saga;
}

function begun(progress: SagaProgress, definition: SagaDefinition): FullStep[] {
  return stepsOf(definition).filter(({ name }) => progress.stateOf(name).kind === "running");
}

function recover(progress: SagaProgress, definition: SagaDefinition): void {
  for (const step of stepsOf(definition)) {
    const before = progress.stateOf(step.name);
    const after = recoverStep(before, step, progress.nowMs());
    if (after !== before) progress.set(step.name, after);
  }
}

async function makeMove(
  progress: SagaProgress,
  definition: SagaDefinition,
  patienceSeconds: number,
): Promise<boolean> {
  const { saga } = progress;
  const about = { saga_id: saga.id, definition: saga.definition, version: saga.version };
  const move = nextMove(saga, definition, progress.nowMs());
  switch (move.kind) {
    case "act":
      for (const { name } of move.steps)
        progress.set(name, beginAction(progress.stateOf(name), progress.nowMs()));
      await progress.save();
      await actAll(progress, move.steps);
      return true;
    case "undo":
      await undo(progress, move.step);
      return true;
    case "turn_back":
      progress.saga = { ...saga, state: { kind: "compensating", cause: move.cause } };
      return true;
    case "wait":
      return wait(progress, move.untilMs, patienceSeconds);
    case "complete":
      return end(
        progress,
        { kind: "completed", result: outputsOf(saga) },
        { type: "SagaCompleted", detail: about },
      );
    case "compensated": {
      const { step, code } = move.cause;
      return end(
        progress,
        { kind: "compensated", cause: move.cause },
        { type: "SagaCompensated", detail: { ...about, step, code } },
      );
    }
    case "stuck":
      return end(progress, move, {
        type: "SagaStuck",
        detail: { ...about, step: move.step, code: move.code },
      });
    case "nothing":
      return false;
  }
}

async function actAll(progress: SagaProgress, steps: readonly FullStep[]): Promise<void> {
  let running = steps.length;
  const ends = await Promise.allSettled(
    steps.map(async (step) => {
      await act(progress, step);
      running -= 1;
      // Its neighbours may take long; what is done must not be forgotten in a crash till then.
      if (running > 0 && progress.hasChanges) await progress.save();
    }),
  );
  for (const outcome of ends) if (outcome.status === "rejected") throw outcome.reason;
}

async function act(progress: SagaProgress, step: FullStep): Promise<void> {
  const { action, name } = step;
  const isInside = "inside" in action;
  const context = contextOf(progress, step, name);
  const succeed = (output: unknown) => progress.set(name, actionSucceeded(progress.stateOf(name), output));
  const attempt = isInside
    ? await attemptInside(progress, step, (tx, signal) => action.inside(tx, { ...context, signal }), succeed)
    : await attemptWork(
        (signal) => action.outside({ ...context, signal, database: progress.database }),
        step.deadlineSeconds,
        progress.signal,
      );
  if (!attempt.ok) {
    const report = reportError(attempt.error);
    progress.set(name, actionFailed(progress.stateOf(name), step, report, progress.nowMs(), isInside));
  } else if (!isInside) succeed(attempt.output);
}

async function undo(progress: SagaProgress, step: FullStep): Promise<void> {
  const { compensation, name } = step;
  const begunUndo = beginUndo(progress.stateOf(name), progress.nowMs());
  const succeed = () => progress.set(name, undoSucceeded(begunUndo));
  progress.set(name, begunUndo);
  if (compensation === null) return succeed();
  await progress.save();
  const context = contextOf(progress, step, `${name}:undo`);
  const output = ("output" in begunUndo ? begunUndo.output : null) ?? undefined;
  const isInside = "inside" in compensation;
  const attempt = isInside
    ? await attemptInside(
        progress,
        step,
        (tx, signal) => compensation.inside(tx, { ...context, signal }, output),
        succeed,
      )
    : await attemptWork(
        (signal) => compensation.outside({ ...context, signal, database: progress.database }, output),
        step.deadlineSeconds,
        progress.signal,
      );
  if (!attempt.ok)
    progress.set(name, undoFailed(begunUndo, step, reportError(attempt.error), progress.nowMs()));
  else if (!isInside) succeed();
}

/** The work, the step's end and the proof that this worker still holds the saga: one transaction. */
async function attemptInside(
  progress: SagaProgress,
  step: FullStep,
  work: (tx: Tx, signal: AbortSignal) => Promise<unknown>,
  succeed: (output: unknown) => void,
): Promise<Attempt> {
  const before = progress.stateOf(step.name);
  let attempt: Attempt = { ok: false, error: undefined };
  try {
    await progress.saveWith(async (tx) => {
      // Again from the beginning where the transaction is tried again after a deadlock.
      progress.set(step.name, before);
      attempt = { ok: true, output: null };
      const lent = lend(tx);
      attempt = await attemptWork((signal) => work(lent.tx, signal), step.deadlineSeconds, progress.signal);
      lent.takeBack();
      if (!attempt.ok) throw attempt.error;
      succeed(attempt.output);
    });
    return attempt;
  } catch (error) {
    // Not the work's own failure: nobody knows whether it was committed, until the next worker reads it.
    if (attempt.ok) throw error;
    progress.set(step.name, before);
    return attempt;
  }
}

/** Work that outlives its deadline must not go on writing on a connection that has been given to somebody else. */
function lend(tx: Tx): { tx: Tx; takeBack: () => void } {
  let isOver = false;
  const query: Tx["query"] = async (text, values, prepareAs) => {
    if (isOver) throw new TimedOut("The step's deadline is over, and its transaction with it.");
    return tx.query(text, values, prepareAs);
  };
  return {
    tx: { ...tx, query },
    takeBack: () => {
      isOver = true;
    },
  };
}

async function wait(progress: SagaProgress, untilMs: number, patienceSeconds: number): Promise<boolean> {
  if (untilMs - progress.nowMs() > patienceSeconds * 1000) {
    await progress.release(untilMs);
    return false;
  }
  if (progress.hasChanges) await progress.save();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, untilMs - progress.nowMs())));
  if (progress.signal.aborted) throw new LeaseLost();
  return true;
}

async function end(progress: SagaProgress, state: SagaState, event: NewEvent): Promise<false> {
  await progress.end(state, (tx) => emit(tx, [event]));
  return false;
}

function contextOf(progress: SagaProgress, step: FullStep, key: string): Omit<StepContext, "signal"> {
  const { saga } = progress;
  const state = progress.stateOf(step.name);
  return {
    sagaId: saga.id,
    input: saga.input,
    outputs: outputsOf(saga),
    idempotencyKey: `${saga.id}:${key}`,
    attempt:
      state.kind === "compensating" ? state.undo_attempts : state.kind === "running" ? state.attempts : 1,
  };
}
