import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { attemptsOf, errorOf, type SagaState, type StepState } from "./saga_state.ts";

export const statusSchema = z.strictObject({ saga_id: z.uuid().describe("What start answered.") });

type StepRow = { name: string; state: StepState; started_at: string | null; ended_at: string | null };
type SagaRow = {
  saga_id: string;
  definition: string;
  version: number;
  state: SagaState;
  input: unknown;
  created_at: string;
  ended_at: string | null;
  due_at: string | null;
  resolutions: unknown[];
  steps: StepRow[];
};

/** The course of one saga, step by step. @throws NotFound */
export async function sagaStatus(database: Database, sagaId: string) {
  const row = (await read(database, sagaId))[0];
  if (!row) throw new NotFound("saga", sagaId, "Look at the saga_id that start answered.");
  return describe(row);
}

async function read(database: Database, sagaId: string): Promise<SagaRow[]> {
  const { rows } = await database.query<SagaRow>(
    `select s.id as saga_id, s.definition, s.version, s.state, s.input, s.resolutions,
       to_json(s.created_at) as created_at, to_json(s.ended_at) as ended_at, to_json(s.due_at) as due_at,
       (select jsonb_agg(jsonb_build_object('name', t.name, 'state', t.state, 'started_at', t.started_at,
          'ended_at', t.ended_at) order by t.position)
        from meal_planner.saga_steps t where t.saga_id = s.id) as steps
     from meal_planner.sagas s
     where s.id = $1::uuid`,
    [sagaId],
  );
  return rows;
}

function describe(row: SagaRow) {
  const { state } = row;
  const cause = state.kind === "compensating" || state.kind === "compensated" ? state.cause : undefined;
  return {
    saga_id: row.saga_id,
    definition: row.definition,
    version: row.version,
    state: state.kind,
    ...(state.kind === "completed" ? { result: state.result } : {}),
    ...(state.kind === "stuck"
      ? { error: { step: state.step, code: state.code, message: state.message } }
      : {}),
    ...(cause ? { error: cause } : {}),
    input: row.input,
    started_at: row.created_at,
    ended_at: row.ended_at,
    due_at: row.due_at,
    resolutions: row.resolutions,
    course: row.steps.map((step) => drawStep(step.name, step.state)),
    steps: row.steps.map((step) => ({
      name: step.name,
      state: step.state.kind,
      attempts: attemptsOf(step.state),
      started_at: step.started_at,
      ended_at: step.ended_at,
      ...("undo_attempts" in step.state ? { compensation_attempts: step.state.undo_attempts } : {}),
      ...(step.state.kind === "succeeded" ? { output: step.state.output } : {}),
      ...(step.state.kind === "skipped" ? { reason: step.state.reason } : {}),
      ...(errorOf(step.state) ? { error: errorOf(step.state) } : {}),
    })),
  };
}

const SIGNS: Readonly<Record<StepState["kind"], string>> = {
  pending: "·",
  running: "▶",
  waiting: "…",
  succeeded: "✓",
  failed: "✗",
  compensating: "◀",
  compensation_waiting: "…",
  compensation_failed: "!",
  compensated: "↩",
  skipped: "»",
};

/** One line of the saga's picture: `↩ reserve (compensated)`. */
function drawStep(name: string, state: StepState): string {
  const error = errorOf(state);
  return `${SIGNS[state.kind]} ${name} (${state.kind.replace("_", " ")}${error ? `: ${error.code}` : ""})`;
}
