import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import type { SagaState } from "./saga_state.ts";

export const listSagasInput = z.strictObject({
  state: z
    .enum(["running", "compensating", "completed", "compensated", "stuck", "resolved"])
    .optional()
    .describe("Only those. Default: all."),
  definition: z.string().min(1).max(200).optional().describe("Only those of this definition."),
  limit: z.int().min(1).max(200).default(50).describe("At most so many. Default 50."),
  cursor: z.string().max(100).optional().describe("next_cursor of the page before."),
});

export type SagaSummary = {
  saga_id: string;
  definition: string;
  version: number;
  state: SagaState["kind"];
  started_at: string;
  ended_at: string | null;
  /** When it goes on by itself; null where it has ended or is stuck. */
  due_at: string | null;
  steps: number;
  /** Steps whose work stands. */
  succeeded: number;
  /** Why it turned back or is stuck, or null. */
  error: { step: string; code: string; message: string } | null;
};

/** Sagas, those that started last first, in pages, and how many are in each state; `next_cursor` is null at the end. */
export async function listSagas(
  db: Queryable,
  input: z.output<typeof listSagasInput>,
): Promise<{
  sagas: SagaSummary[];
  counts: Partial<Record<SagaState["kind"], number>>;
  next_cursor: string | null;
}> {
  const { state, definition, limit, cursor } = input;
  const { rows } = await db.query<SagaSummary>(
    `select s.id as saga_id, s.definition, s.version, s.kind as state, to_json(s.created_at) as started_at,
       to_json(s.ended_at) as ended_at, to_json(s.due_at) as due_at, t.steps, t.succeeded,
       case s.kind
         when 'stuck' then jsonb_build_object('step', s.state->>'step', 'code', s.state->>'code', 'message', s.state->>'message')
         when 'compensating' then s.state->'cause'
         when 'compensated' then s.state->'cause'
       end as error
     from meal_planner.sagas s
     cross join lateral (
       select count(*) as steps, count(*) filter (where t.kind = 'succeeded') as succeeded
       from meal_planner.saga_steps t where t.saga_id = s.id
     ) t
     where ($1::text is null or s.kind = $1::text) and ($2::text is null or s.definition = $2::text)
       and ($3::timestamptz is null or (s.created_at, s.id) < ($3::timestamptz, $4::uuid))
     order by s.created_at desc, s.id desc limit $5::integer`,
    [state ?? null, definition ?? null, ...parseCursor(cursor), limit + 1],
  );
  const sagas = rows.slice(0, limit);
  const last = sagas.at(-1);
  return {
    sagas,
    counts: await countByState(db, definition),
    next_cursor: rows.length > limit && last ? `${last.started_at}/${last.saga_id}` : null,
  };
}

async function countByState(db: Queryable, definition: string | undefined) {
  const { rows } = await db.query<{ kind: SagaState["kind"]; count: number }>(
    `select kind, count(*) as count from meal_planner.sagas
     where ($1::text is null or definition = $1::text) group by kind`,
    [definition ?? null],
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

const cursorSchema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

function parseCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const parsed = cursorSchema.safeParse(cursor.split("/"));
  if (parsed.success) return parsed.data;
  throw new InvalidInput([{ path: "cursor", message: "must be next_cursor of the page before" }]);
}
