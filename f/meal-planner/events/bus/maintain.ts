import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { forgetOldContent } from "../../handlers/fatsecret/kept_content.ts";
import { forgetOldAnswers } from "../../http/answer_cache.ts";
import { purgeIdempotencyRecords } from "../../patterns/idempotency/claim.ts";
import { advance, unfinishedReplays } from "./replay.ts";

export const maintainInput = z.strictObject({
  retention_days: z
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe("Drops months of the archive that ended longer ago than this. Default: keeps everything."),
  months_ahead: z.int().min(1).max(24).default(6).describe("Partitions to have ready. Default 6 months."),
  max_seconds: z.number().min(0).max(3600).default(30).describe("For going on with replays. Default 30."),
});

export type MaintainInput = z.output<typeof maintainInput>;

export type MaintainReport = {
  partitions_created: string[];
  partitions_dropped: string[];
  /** Months that are old enough but hold an event that is still owed to someone. */
  partitions_kept: string[];
  leases_ended: number;
  counts_removed: number;
  replays_continued: string[];
  idempotency_records_removed: number;
  answers_forgotten: number;
  /** Diary entries and weights that held FatSecret's content for as long as it may be kept. */
  fatsecret_content_forgotten: number;
};

// Any fixed number: two upkeeps at once take turns, and the second finds nothing left to do.
const MAINTAIN_LOCK = 7_263_005;
const COUNTS_KEPT_DAYS = 30;
// What is left is for the next run: a statement that removes millions would hold its locks too long.
const RECORDS_AT_ONCE = 20_000;

/**
 * Upkeep of the bus: partitions ahead, whole months dropped after their retention, ended leases given back, cut-off
 * replays continued, idempotency records
 * and kept answers of outside systems past their time removed. Safe to run twice at once, and as often as one likes. Waits at most 5 s for a table that
 * others hold, and fails then, to be run again: it never queues emitters behind itself for longer.
 */
export async function maintain(database: Database, input: MaintainInput): Promise<MaintainReport> {
  const upkeep = await database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock($1::bigint)", [MAINTAIN_LOCK]);
    await tx.query("select set_config('lock_timeout', '5s', true)");
    const retention =
      input.retention_days === undefined ? undefined : await findOld(tx, input.retention_days);
    for (const name of retention?.drop ?? []) await drop(tx, name);
    return {
      partitions_created: await createPartitions(tx, input.months_ahead),
      partitions_dropped: retention?.drop ?? [],
      partitions_kept: retention?.keep ?? [],
      leases_ended: await endLeases(tx),
      counts_removed: await removeOldCounts(tx),
    };
  });
  const replays_continued = await unfinishedReplays(database);
  const share = input.max_seconds / Math.max(1, replays_continued.length);
  for (const name of replays_continued) await advance(database, name, share);
  const idempotency_records_removed = await purgeIdempotencyRecords(database, RECORDS_AT_ONCE);
  const answers_forgotten = await forgetOldAnswers(database, RECORDS_AT_ONCE);
  const fatsecret_content_forgotten = await forgetOldContent(database, RECORDS_AT_ONCE);
  return {
    ...{ ...upkeep, replays_continued, idempotency_records_removed, answers_forgotten },
    fatsecret_content_forgotten,
  };
}

/** Also the months of whatever the default partition had to take. */
async function createPartitions(tx: Tx, monthsAhead: number): Promise<string[]> {
  const { rows } = await tx.query<{ created: string | null }>(
    `select meal_planner.create_event_partition(month) as created from (
       select (date_trunc('month', now() at time zone 'utc') + n * interval '1 month')::date as month
       from generate_series(0, $1::integer) n
       union
       select date_trunc('month', meal_planner.event_id_time(id) at time zone 'utc')::date
       from meal_planner.events_default
     ) months order by month`,
    [monthsAhead],
  );
  return rows.flatMap(({ created }) => (created === null ? [] : [created]));
}

async function findOld(tx: Tx, retentionDays: number): Promise<{ drop: string[]; keep: string[] }> {
  const { rows } = await tx.query<{ name: string; owed: boolean }>(
    `select old.name, exists (
         select 1 from meal_planner.deliveries d
         where d.event_id >= meal_planner.first_event_id(old.starts) and d.event_id < meal_planner.first_event_id(old.ends)
       ) as owed
     from (
       select c.relname as name, to_date(substr(c.relname, 8), 'YYYY_MM')::timestamp at time zone 'utc' as starts,
         (to_date(substr(c.relname, 8), 'YYYY_MM') + interval '1 month')::timestamp at time zone 'utc' as ends
       from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'meal_planner.events'::regclass and c.relname ~ '^events_[0-9]{4}_[0-9]{2}$'
     ) old
     where old.ends < now() - $1::integer * interval '1 day' order by old.name`,
    [retentionDays],
  );
  const named = (owed: boolean) => rows.filter((row) => row.owed === owed).map((row) => row.name);
  return { drop: named(false), keep: named(true) };
}

async function drop(tx: Tx, name: string): Promise<void> {
  // The name comes from the catalogue and has been matched against a pattern of letters, digits and underscores.
  await tx.query(`drop table meal_planner."${name}"`);
}

/** A delivery whose lease has ended is due anyway; without the token it also looks like it. */
async function endLeases(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query(
    "update meal_planner.deliveries set lease_token = null where lease_token is not null and due_at < clock_timestamp()",
  );
  return rowCount;
}

async function removeOldCounts(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query(
    "delete from meal_planner.delivery_counts where minute < now() - $1::integer * interval '1 day'",
    [COUNTS_KEPT_DAYS],
  );
  return rowCount;
}
