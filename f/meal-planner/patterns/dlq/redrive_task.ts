import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Queryable, Tx } from "../../database/connection.ts";
import { Conflict, InProgress, NotFound } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { storableJson } from "../storable_json.ts";
import { type DeadLetterFilter, deadLetterFilterSchema, passes } from "./dead_letter_filter.ts";

/** What a redrive was asked to do; stored, so that anybody can resume it. */
export const redriveTermsSchema = z.strictObject({
  filter: deadLetterFilterSchema.default({}).describe("Which of the waiting ones. Default: all of them."),
  rate_per_second: z
    .number()
    .positive()
    .max(1_000_000)
    .optional()
    .describe("At most so many a second. Default: as fast as it goes."),
  patch: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("JSON Merge Patch for each event's detail or job's input, before it is sent off."),
  maximum_redrives: z
    .int()
    .min(1)
    .max(1000)
    .default(3)
    .describe(
      "Those that were redriven so often already are left alone: they would only die again. Default 3.",
    ),
});

export type RedriveTerms = z.infer<typeof redriveTermsSchema>;

export type RedriveState = "running" | "completed" | "cancelled";

/** How far a redrive has come. `matched` were waiting when it began; what dies again meanwhile isn't taken up again. */
export type RedriveProgress = {
  redrive_id: string;
  state: RedriveState;
  matched: number;
  redriven: number;
  /** Left alone: redriven too often before, or the target is gone. They keep waiting. */
  skipped: number;
  remaining: number;
};

type TaskRow = {
  redrive_id: string;
  state: RedriveState;
  terms: RedriveTerms;
  matched: number;
  redriven: number;
  skipped: number;
  cursor_at: string | null;
  cursor_id: string | null;
  begun_at: string;
};

/** A redrive that this worker holds. */
export type HeldTask = TaskRow & { token: string };

const COLUMNS = `r.id as redrive_id, r.state, r.terms, r.matched, r.redriven, r.skipped,
  to_json(r.cursor_at) as cursor_at, r.cursor_id, to_json(r.created_at) as begun_at`;

export const TASK_LEASE_SECONDS = 30;

export function progressOf(task: TaskRow): RedriveProgress {
  const { redrive_id, state, matched, redriven, skipped } = task;
  return {
    redrive_id,
    state,
    matched,
    redriven,
    skipped,
    remaining: Math.max(0, matched - redriven - skipped),
  };
}

/** Stores a new redrive, held by this worker. */
export async function createTask(tx: Tx, terms: RedriveTerms): Promise<HeldTask> {
  const token = randomUUID();
  const { rows } = await tx.query<TaskRow>(
    `insert into meal_planner.redrives as r (id, state, terms, matched, lease_token, leased_until)
     select $1::uuid, 'running', $2::jsonb,
       (select count(*) from meal_planner.dead_letters d where d.status = 'waiting' and ${passes("$3")}),
       $4::uuid, clock_timestamp() + make_interval(secs => $5::float8)
     returning ${COLUMNS}`,
    [newId(), storableJson(terms), JSON.stringify(sqlFilter(terms.filter)), token, TASK_LEASE_SECONDS],
  );
  return { ...rows[0]!, token };
}

/** Without the pattern, which is tried outside of SQL. */
export function sqlFilter({
  event_pattern: _,
  ...rest
}: DeadLetterFilter): Omit<DeadLetterFilter, "event_pattern"> {
  return rest;
}

/**
 * Takes up a redrive that its worker left, or that was cancelled.
 *
 * @throws NotFound; Conflict where it is completed; InProgress where another worker is at it.
 */
export async function claimTask(tx: Tx, id: string): Promise<HeldTask> {
  const token = randomUUID();
  const { rows } = await tx.query<TaskRow>(
    `update meal_planner.redrives r
     set state = 'running', lease_token = $2::uuid, leased_until = clock_timestamp() + make_interval(secs => $3::float8)
     where r.id = $1::uuid and r.state <> 'completed'
       and (r.state = 'cancelled' or r.leased_until is null or r.leased_until <= clock_timestamp())
     returning ${COLUMNS}`,
    [id, token, TASK_LEASE_SECONDS],
  );
  if (rows[0]) return { ...rows[0], token };
  const { state } = await readTask(tx, id);
  if (state === "completed")
    throw new Conflict(`Redrive ${id} is completed. Start another one for what died since.`);
  throw new InProgress(`Redrive ${id} is being run by another worker.`, TASK_LEASE_SECONDS);
}

/** Stops a redrive before its next batch. What it has sent off stays sent off. @throws NotFound, Conflict */
export async function cancelTask(tx: Tx, id: string): Promise<RedriveProgress> {
  const { rows } = await tx.query<TaskRow>(
    `update meal_planner.redrives r set state = 'cancelled', lease_token = null, leased_until = null
     where r.id = $1::uuid and r.state <> 'completed' returning ${COLUMNS}`,
    [id],
  );
  if (rows[0]) return progressOf(rows[0]);
  await readTask(tx, id);
  throw new Conflict(`Redrive ${id} is completed; there is nothing to cancel.`);
}

/** @throws NotFound */
export async function readTask(db: Queryable, id: string): Promise<RedriveProgress> {
  const { rows } = await db.query<TaskRow>(
    `select ${COLUMNS} from meal_planner.redrives r where r.id = $1::uuid`,
    [id],
  );
  if (!rows[0]) throw new NotFound("redrive", id, "Look at the redrive_id that redrive answered.");
  return progressOf(rows[0]);
}

/**
 * Writes a batch's progress in the batch's own transaction. Undefined, having written nothing, where it was cancelled
 * or taken over: then the batch must be undone.
 */
export async function advanceTask(
  tx: Tx,
  task: HeldTask,
  step: { redriven: number; skipped: number; cursor: { at: string; id: string } | undefined },
): Promise<HeldTask | undefined> {
  const { rows } = await tx.query<TaskRow>(
    `update meal_planner.redrives r
     set redriven = r.redriven + $3::integer, skipped = r.skipped + $4::integer,
       cursor_at = coalesce($5::timestamptz, r.cursor_at), cursor_id = coalesce($6::uuid, r.cursor_id),
       state = case when $5::timestamptz is null then 'completed' else r.state end,
       ended_at = case when $5::timestamptz is null then clock_timestamp() end,
       leased_until = clock_timestamp() + make_interval(secs => $7::float8)
     where r.id = $1::uuid and r.lease_token = $2::uuid and r.state = 'running'
     returning ${COLUMNS}`,
    [
      task.redrive_id,
      task.token,
      step.redriven,
      step.skipped,
      step.cursor?.at ?? null,
      step.cursor?.id ?? null,
      TASK_LEASE_SECONDS,
    ],
  );
  return rows[0] && { ...rows[0], token: task.token };
}

/** Lets others take it up at once. */
export async function putDownTask(db: Queryable, task: HeldTask): Promise<void> {
  await db.query(
    "update meal_planner.redrives set leased_until = null where id = $1::uuid and lease_token = $2::uuid",
    [task.redrive_id, task.token],
  );
}
