import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput, NotFound } from "../../database/errors.ts";
import type { RunOptions } from "./run_saga.ts";
import { answerOf, findSaga, resumeSagas, type SagaAnswer } from "./saga_calls.ts";
import type { SagaRegistry } from "./saga_definition.ts";
import { attemptsOf, type Saga, type SagaState, type StepState } from "./saga_state.ts";
import { loadSaga } from "./saga_store.ts";

export const resolveSchema = z
  .strictObject({
    saga_id: z.uuid(),
    action: z
      .enum(["retry", "skip", "finish"])
      .describe(
        "retry: try the step that it is stuck at again. skip: an operator has done that step's work by hand; go on with the next. finish: end the saga here.",
      ),
    reason: z.string().min(1).max(2000).optional().describe("Why; needed for skip and finish."),
  })
  .refine((input) => input.action === "retry" || input.reason !== undefined, {
    path: ["reason"],
    message: "is needed: say what was done by hand, or why it ends here",
  });

export type Resolution = z.infer<typeof resolveSchema>;

/**
 * An operator's decision on a stuck saga. After retry and skip it goes on at once, if this code knows its definition.
 * What was decided, when and why stays with the saga.
 *
 * @throws NotFound; Conflict where it isn't stuck.
 */
export async function resolveSaga(
  database: Database,
  registry: SagaRegistry,
  resolution: Resolution,
  options: RunOptions = {},
): Promise<SagaAnswer> {
  const saga = await database.transaction(async (tx) => {
    // Two operators at once: the second one finds it no longer stuck.
    const { rows } = await tx.query<{ now_ms: number }>(
      `select extract(epoch from clock_timestamp())::float8 * 1000 as now_ms
       from meal_planner.sagas where id = $1::uuid for update`,
      [resolution.saga_id],
    );
    const stuck = await loadSaga(tx, resolution.saga_id);
    if (!stuck || !rows[0])
      throw new NotFound("saga", resolution.saga_id, "Look at the saga_id that status answers.");
    const next = resolve(stuck, resolution, rows[0].now_ms);
    await store(tx, next, resolution);
    return next.saga;
  });
  if (resolution.action === "finish" || !registry.find(saga.definition, saga.version)) return answerOf(saga);
  const { resumed } = await resumeSagas(database, registry, { saga_id: saga.id }, options);
  return resumed[0] ?? answerOf(await findSaga(database, saga.id));
}

type Resolved = { saga: Saga; step: string };

/** Pure: what the saga is after the operator's decision. */
export function resolve(saga: Saga, resolution: Resolution, nowMs: number): Resolved {
  const { state } = saga;
  if (state.kind !== "stuck") {
    throw new Conflict(`Saga ${saga.id} isn't stuck (${state.kind}), so there is nothing to resolve.`);
  }
  const reason = resolution.reason ?? "";
  const onwards: SagaState = state.cause ? { kind: "compensating", cause: state.cause } : { kind: "running" };
  const withState = (next: SagaState, change: (step: StepState) => StepState): Resolved => ({
    step: state.step,
    saga: {
      ...saga,
      state: next,
      // The operator has seen that it is late.
      deadlineMs: null,
      steps: saga.steps.map((step) =>
        step.name === state.step ? { ...step, state: change(step.state) } : step,
      ),
    },
  });
  switch (resolution.action) {
    case "retry":
      return withState(onwards, (step) => tryAgain(step, nowMs));
    case "skip":
      return withState(onwards, (step) => ({ kind: "skipped", attempts: attemptsOf(step), reason }));
    case "finish":
      return withState({ kind: "resolved", reason }, (step) => step);
  }
}

/** As if it had not been tried yet, but for what is known of its effect. */
function tryAgain(state: StepState, nowMs: number): StepState {
  switch (state.kind) {
    case "failed":
    case "waiting":
      return { ...state, kind: "waiting", attempts: 0, first_ms: nowMs, due_ms: nowMs };
    case "compensation_failed":
      return { ...state, kind: "compensation_waiting", undo_attempts: 0, first_ms: nowMs, due_ms: nowMs };
    default:
      throw new InvalidInput([{ path: "action", message: `a step that is ${state.kind} can't be retried` }]);
  }
}

async function store(tx: Tx, { saga, step }: Resolved, resolution: Resolution): Promise<void> {
  const isOver = saga.state.kind === "resolved";
  await tx.query(
    `update meal_planner.sagas set state = $2::jsonb, deadline_at = null,
       due_at = case when not $3::boolean then clock_timestamp() end,
       ended_at = case when $3::boolean then clock_timestamp() end,
       resolutions = resolutions || jsonb_build_object('at', clock_timestamp(), 'action', $4::text, 'step', $5::text, 'reason', $6::text)
     where id = $1::uuid`,
    [saga.id, JSON.stringify(saga.state), isOver, resolution.action, step, resolution.reason ?? null],
  );
  await tx.query(
    "update meal_planner.saga_steps set state = $3::jsonb where saga_id = $1::uuid and name = $2::text",
    [saga.id, step, JSON.stringify(saga.steps.find(({ name }) => name === step)?.state)],
  );
}
