import type { Queryable, Tx } from "../../database/connection.ts";

/** What a planning is at. */
export type PlanningStage = "reading" | "starting" | "improving" | "proving" | "storing";

/** The week that is planned: of one week, one planning runs at a time. */
export type PlannedWeek = { household_id: string; start_date: string; plan_id?: string };

/** What somebody has asked of a running one: to end with what it has, or without changing anything. */
export type StopWish = "take" | "cancel";

export type RunningPlanning = {
  run_id: string;
  start_date: string;
  /** The plan whose rest is planned anew; null where a new one is made. */
  plan_id: string | null;
  stage: PlanningStage;
  /** What the best plan so far may be worse than the best possible; null as long as nothing is proven. */
  gap: number | null;
  elapsed_ms: number;
  time_limit_ms: number;
  /** Null as long as nobody has asked it to stop. */
  stopping: StopWish | null;
};

/** A process that tells nothing for so long is gone: others may plan the week then. */
const LEASE_SECONDS = 20;

const COLUMNS = `run_id, start_date, plan_id, stage, gap, time_limit_ms, wish as stopping,
  (extract(epoch from clock_timestamp() - started_at) * 1000)::integer as elapsed_ms`;

/** Takes the week for this run. Null where another one has it: of any number at once, one gets it. */
export async function takeWeek(
  database: Queryable,
  runId: string,
  { household_id, start_date, plan_id }: PlannedWeek,
  timeLimitMs: number,
): Promise<"taken" | RunningPlanning> {
  const { rowCount } = await database.query(
    `insert into meal_planner.planning_runs as running
       (household_id, start_date, run_id, plan_id, time_limit_ms, stage, lease_until)
     values ($1::uuid, $2::date, $3::uuid, $4::uuid, $5::integer, 'reading',
       clock_timestamp() + make_interval(secs => $6::double precision))
     on conflict (household_id, start_date) do update set run_id = excluded.run_id, plan_id = excluded.plan_id,
       time_limit_ms = excluded.time_limit_ms, stage = excluded.stage, gap = null, wish = null,
       started_at = clock_timestamp(), lease_until = excluded.lease_until
     where running.lease_until < clock_timestamp()`,
    [household_id, start_date, runId, plan_id ?? null, timeLimitMs, LEASE_SECONDS],
  );
  if (rowCount > 0) return "taken";
  const [other] = await runningPlannings(database, household_id, start_date);
  // It may have ended between the two statements.
  return (
    other ??
    takeWeek(database, runId, { household_id, start_date, ...(plan_id ? { plan_id } : {}) }, timeLimitMs)
  );
}

/** Says how far a run is, and that it lives. Answers what was asked of it; "lost" where the week isn't its any more. */
export async function tellPlanning(
  database: Queryable,
  runId: string,
  stage: PlanningStage,
  gap: number | null,
): Promise<StopWish | null | "lost"> {
  const { rows } = await database.query<{ wish: StopWish | null }>(
    `update meal_planner.planning_runs set stage = $2::text, gap = $3::double precision,
       lease_until = clock_timestamp() + make_interval(secs => $4::double precision)
     where run_id = $1::uuid returning wish`,
    [runId, stage, gap, LEASE_SECONDS],
  );
  return rows[0] ? rows[0].wish : "lost";
}

/**
 * Gives the week back. False where the run was cancelled or has lost it: whoever asks in the transaction that stores its plan
 * must not commit then. A cancellation that comes later finds nothing to cancel.
 */
export async function giveWeekBack(tx: Tx, runId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "delete from meal_planner.planning_runs where run_id = $1::uuid and wish is distinct from 'cancel'",
    [runId],
  );
  return rowCount > 0;
}

/** Gives it back whatever was asked of it. */
export async function dropPlanning(database: Queryable, runId: string): Promise<void> {
  await database.query("delete from meal_planner.planning_runs where run_id = $1::uuid", [runId]);
}

/** Asks a run to stop. Null where none such runs (any more). What is cancelled stays so. */
export async function wishStop(
  tx: Tx,
  householdId: string,
  runId: string,
  wish: StopWish,
): Promise<StopWish | null> {
  const { rows } = await tx.query<{ wish: StopWish }>(
    `update meal_planner.planning_runs set wish = case when wish = 'cancel' then wish else $3::text end
     where run_id = $1::uuid and household_id = $2::uuid and lease_until >= clock_timestamp() returning wish`,
    [runId, householdId, wish],
  );
  return rows[0]?.wish ?? null;
}

/** What is being planned right now, the earliest week first. */
export async function runningPlannings(
  database: Queryable,
  householdId: string,
  startDate: string | null,
): Promise<RunningPlanning[]> {
  const { rows } = await database.query<RunningPlanning>(
    `select ${COLUMNS} from meal_planner.planning_runs
     where household_id = $1::uuid and ($2::date is null or start_date = $2::date)
       and lease_until >= clock_timestamp()
     order by start_date`,
    [householdId, startDate],
  );
  return rows;
}
