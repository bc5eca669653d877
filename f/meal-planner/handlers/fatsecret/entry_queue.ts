import type { Queryable, Tx } from "../../database/connection.ts";
import type { MealPlannerError } from "../../database/errors.ts";
import { reportError } from "../../database/errors.ts";
import { reportDeadLetter } from "../../patterns/dlq/report_dead_letter.ts";
import { calculateDelay } from "../../patterns/retry/calculate_delay.ts";

/** A diary entry that FatSecret is to have as it is here, or no longer. */
export type QueuedEntry = {
  entry_id: string;
  person_id: string;
  household_id: string;
  owner: "ours" | "theirs";
  wanted_version: number;
  attempts: number;
  /** Whether what was eaten is other than FatSecret has; else only its day or meal is. */
  eaten_anew: boolean;
};

/** What was eaten, without where it stands: a change of it is more than a move. */
const EATEN = "md5(concat_ws('|', d.kind, d.line, d.grams, d.food_id, d.recipe_id, d.portion))";

// Minutes, not seconds: nobody waits for a diary, and FatSecret bears few calls.
const RETRY = {
  initial_delay_seconds: 60,
  multiplier: 4,
  maximum_delay_seconds: 21_600,
  maximum_retry_attempts: 5,
  maximum_event_age_seconds: 7 * 86_400,
};

export type Wanted = {
  person_id: string;
  from: string;
  to: string;
  /** Only these, dead ones as well; null for all of the days. */
  entry_ids: readonly string[] | null;
  only_planned: boolean;
};

/**
 * Queues what FatSecret lacks of some days: what was logged here, and what was changed or deleted since it was sent. What
 * came from there and wasn't changed is left alone. How many were queued.
 */
export async function queueEntries(db: Queryable, wanted: Wanted): Promise<number> {
  const { rowCount } = await db.query(
    `insert into meal_planner.fatsecret_entries as q (entry_id, person_id, owner, state, wanted_version)
     select d.entry_id, d.person_id, 'ours', 'waiting', d.version
     from meal_planner.diary_entries d left join meal_planner.fatsecret_entries f using (entry_id)
     where d.person_id = $1::uuid
       and case when $4::uuid[] is null then d.date between $2::date and $3::date
           or exists (select from meal_planner.fatsecret_items i
             where i.entry_id = d.entry_id and i.date between $2::date and $3::date)
         else d.entry_id = any ($4::uuid[]) end
       and case when f.entry_id is null
           then d.deleted_at is null and d.origin <> 'fatsecret' and (d.plan_id is not null or not $5::boolean)
         else f.wanted_version < d.version or ($4::uuid[] is not null and f.state <> 'done') end
     order by d.entry_id
     on conflict (entry_id) do update set state = 'waiting', wanted_version = excluded.wanted_version, attempts = 0,
       due_at = now(), error_code = null, error_message = null, updated_at = now()`,
    [wanted.person_id, wanted.from, wanted.to, wanted.entry_ids, wanted.only_planned],
  );
  return rowCount;
}

/** What is due of a person's queue, the oldest days first. */
export async function dueEntries(db: Queryable, personId: string, atMost: number): Promise<QueuedEntry[]> {
  const { rows } = await db.query<QueuedEntry>(
    `select f.entry_id, f.person_id, d.household_id, f.owner, f.wanted_version, f.attempts,
       f.eaten_digest is distinct from ${EATEN} as eaten_anew
     from meal_planner.fatsecret_entries f join meal_planner.diary_entries d using (entry_id)
     where f.person_id = $1::uuid and f.state = 'waiting' and f.due_at <= now()
     order by d.date, f.entry_id limit $2::integer`,
    [personId, atMost],
  );
  return rows;
}

/** What still waits, due or not, and what was given up. */
export async function countQueue(
  db: Queryable,
  personId: string,
): Promise<{ waiting: number; dead: number }> {
  const { rows } = await db.query<{ waiting: number; dead: number }>(
    `select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead
     from meal_planner.fatsecret_entries where person_id = $1::uuid`,
    [personId],
  );
  return rows[0]!;
}

/** Notes that both diaries say the same of an entry, as it is here at `version`; a later change of it waits still. */
export async function markSynced(
  db: Queryable,
  entry: { entry_id: string; person_id: string; owner: "ours" | "theirs" },
  version?: number,
): Promise<void> {
  await db.query(
    `insert into meal_planner.fatsecret_entries as f
       (entry_id, person_id, owner, state, wanted_version, synced_version, eaten_digest)
     select d.entry_id, $2::uuid, $3::text, 'done', coalesce($4::integer, d.version), coalesce($4::integer, d.version),
       ${EATEN}
     from meal_planner.diary_entries d where d.entry_id = $1::uuid
     on conflict (entry_id) do update set owner = excluded.owner, state = 'done', attempts = 0, error_code = null,
       error_message = null, wanted_version = excluded.wanted_version, synced_version = excluded.synced_version,
       eaten_digest = excluded.eaten_digest, updated_at = now()`,
    [entry.entry_id, entry.person_id, entry.owner, version ?? null],
  );
}

/**
 * Notes a failed try: the entry waits for the next, or is given up with a dead letter, which redriven queues it again.
 *
 * @returns Whether it was given up.
 */
export async function noteFailure(
  tx: Tx,
  queued: QueuedEntry,
  error: MealPlannerError | Error,
): Promise<boolean> {
  const report = reportError(error);
  const attempt = queued.attempts + 1;
  const { code: error_code, retry_after_seconds: retry_after } = report;
  const decision = calculateDelay({ attempt, error_code, policy: RETRY, retry_after });
  await tx.query(
    `update meal_planner.fatsecret_entries set state = $2::text, attempts = $3::integer,
       due_at = now() + make_interval(secs => $4::float8), error_code = $5::text, error_message = $6::text,
       updated_at = now()
     where entry_id = $1::uuid`,
    [
      ...[queued.entry_id, decision.retry ? "waiting" : "dead", attempt],
      ...[decision.retry ? decision.delay_seconds : 0, report.code, report.message],
    ],
  );
  if (decision.retry) return false;
  const { household_id, person_id, entry_id } = queued;
  await reportDeadLetter(tx, {
    job: {
      path: "f/meal-planner/handlers/fatsecret/upload_diary/script",
      kind: "script",
      input: { person: person_id, entry_ids: [entry_id], household_id },
      // One entry has one dead letter, however often it dies.
      job_id: `fatsecret-entry-${entry_id}`,
    },
    error: { code: report.code, message: report.message, details: report.details },
    exhausted: decision.reason,
  });
  return true;
}
