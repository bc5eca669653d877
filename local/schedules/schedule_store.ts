import type { Database } from "../../f/meal-planner/database/connection.ts";
import { NotFound } from "../../f/meal-planner/database/errors.ts";
import type { JobError } from "../jobs/job_outcome.ts";
import type { ScheduleFile } from "./schedule_file.ts";

/** How a run ended. */
export type LastRun = {
  due_at: string;
  started_at: string;
  ended_at: string;
  success: boolean;
  error: { message: string; code?: string } | null;
};

export type ScheduleRow = {
  path: string;
  chosen: boolean | null;
  cron: string | null;
  timezone: string | null;
  timing: string | null;
  /** As Postgres writes it: compared to the microsecond. */
  next_at: string | null;
  run_id: string | null;
  /** Due and nobody's: its time has come, or its run was cut off. */
  open: boolean;
  last_run: LastRun | null;
  failures: number;
};

/** A run that is this process's alone, until `leaseSeconds` after its last beat. */
export type ClaimedRun = { path: string; token: string; run_id: string; due_at: string; resumed: boolean };

/** What runs must outlive without a beat: a long pause of the machine's is no reason to give a run away. */
export const LEASE_SECONDS = 60;

/** The schedules' rows: who runs which, and when the next run is. The database's clock decides. */
export class ScheduleStore {
  constructor(private readonly database: Database) {}

  /** Makes a row for each file and forgets schedules whose file is gone. Nobody's choice is changed. */
  async takeOver(files: readonly ScheduleFile[]): Promise<void> {
    const paths = files.map(({ path }) => path);
    const summaries = files.map(({ summary }) => summary);
    await this.database.query(
      `insert into meal_planner.schedules (path, summary)
       select * from unnest($1::text[], $2::text[])
       on conflict (path) do update set summary = excluded.summary
       where meal_planner.schedules.summary <> excluded.summary`,
      [paths, summaries],
    );
    await this.database.query("delete from meal_planner.schedules where path <> all ($1::text[])", [paths]);
  }

  async read(): Promise<{ now: Date; rows: ScheduleRow[] }> {
    const { rows } = await this.database.query<{ now: string; schedules: ScheduleRow[] }>(
      `select to_json(clock_timestamp()) #>> '{}' as now, coalesce(json_agg(json_build_object(
          'path', path, 'chosen', chosen, 'cron', cron, 'timezone', timezone, 'timing', timing, 'next_at', next_at,
          'run_id', run_id, 'last_run', last_run, 'failures', failures,
          'open', (run_id is not null or coalesce(next_at <= clock_timestamp(), false))
            and coalesce(leased_until <= clock_timestamp(), true)) order by path), '[]') as schedules
       from meal_planner.schedules`,
    );
    const { now, schedules } = rows[0]!;
    return { now: new Date(now), rows: schedules };
  }

  /** Sets the next run, or that there is none. Nothing is changed where somebody did so since it was read. */
  async setNext(row: ScheduleRow, next: Date | null, timing: string | null): Promise<void> {
    await this.database.query(
      `update meal_planner.schedules set next_at = $2::timestamptz, timing = $3::text
       where path = $1::text and next_at is not distinct from $4::timestamptz
         and timing is not distinct from $5::text`,
      [row.path, next?.toISOString() ?? null, timing, row.next_at, row.timing],
    );
  }

  /**
   * Takes a schedule's due run, or its run that was cut off, for this process alone. Undefined where it isn't due (any
   * more) or another process has it: one statement decides, so no run is had twice.
   */
  async claim(path: string): Promise<ClaimedRun | undefined> {
    const token = crypto.randomUUID();
    const fresh = crypto.randomUUID();
    const { rows } = await this.database.query<{ run_id: string; due_at: string }>(
      `update meal_planner.schedules set lease_token = $2::uuid,
         leased_until = clock_timestamp() + $3::integer * interval '1 second',
         run_id = coalesce(run_id, $4::uuid),
         due_at = case when run_id is null then next_at else due_at end,
         started_at = case when run_id is null then clock_timestamp() else started_at end
       where path = $1::text and (run_id is not null or next_at <= clock_timestamp())
         and (leased_until is null or leased_until <= clock_timestamp())
       returning run_id, to_json(due_at) #>> '{}' as due_at`,
      [path, token, LEASE_SECONDS, fresh],
    );
    const row = rows[0];
    return row && { path, token, ...row, resumed: row.run_id !== fresh };
  }

  /** Keeps a run for a while longer. False where it is another process's by now. */
  async beat({ path, token }: ClaimedRun): Promise<boolean> {
    const { rowCount } = await this.database.query(
      `update meal_planner.schedules set leased_until = clock_timestamp() + $3::integer * interval '1 second'
       where path = $1::text and lease_token = $2::uuid`,
      [path, token, LEASE_SECONDS],
    );
    return rowCount === 1;
  }

  /** Gives a run back that hasn't ended: whoever comes next takes it up. */
  async giveBack({ path, token }: ClaimedRun): Promise<void> {
    await this.database.query(
      `update meal_planner.schedules set lease_token = null, leased_until = null
       where path = $1::text and lease_token = $2::uuid`,
      [path, token],
    );
  }

  /**
   * Records how a run ended. `nextAfter` gives the next run from the database's time: what came due meanwhile is left
   * out. Nothing is recorded where the run is another process's by now.
   */
  async finish(
    { path, token }: ClaimedRun,
    outcome: { success: true } | { success: false; error: JobError },
    nextAfter: (now: Date) => Date,
  ): Promise<void> {
    const { now } = await this.read();
    const code = outcome.success ? undefined : outcome.error.extra?.code;
    const error = outcome.success ? null : { message: outcome.error.message, code };
    await this.database.query(
      `update meal_planner.schedules set
         last_run = jsonb_build_object('due_at', due_at, 'started_at', started_at, 'ended_at', clock_timestamp(),
           'success', $3::boolean, 'error', $4::jsonb),
         failures = case when $3::boolean then 0 else failures + 1 end,
         next_at = case when next_at is null then null else $5::timestamptz end,
         run_id = null, due_at = null, started_at = null, lease_token = null, leased_until = null
       where path = $1::text and lease_token = $2::uuid`,
      [path, token, outcome.success, JSON.stringify(error), nextAfter(now).toISOString()],
    );
  }

  /** Sets what somebody chose; what is left out stays. @throws NotFound */
  async choose(
    path: string,
    choice: { chosen?: boolean | null; cron?: string | null; timezone?: string | null },
  ): Promise<void> {
    const { rowCount } = await this.database.query(
      `update meal_planner.schedules set
         chosen = case when $2::jsonb ? 'chosen' then ($2::jsonb ->> 'chosen')::boolean else chosen end,
         cron = case when $2::jsonb ? 'cron' then $2::jsonb ->> 'cron' else cron end,
         timezone = case when $2::jsonb ? 'timezone' then $2::jsonb ->> 'timezone' else timezone end
       where path = $1::text`,
      [path, JSON.stringify(choice)],
    );
    if (rowCount === 0) throw new NotFound("schedule", path, "List them with: npm run schedules");
  }

  /** Forgets a flow's ended runs but the newest, with what their steps answered. */
  async forgetRuns(flowPath: string, kept: number): Promise<void> {
    await this.database.query(
      `delete from meal_planner_local.flow_runs where id in (
         select id from meal_planner_local.flow_runs where path = $1::text and status <> 'running'
         order by created_at desc offset $2::integer)`,
      [flowPath, kept],
    );
  }
}
