import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";

/** Whether what a schedule is there for has been done. `idle`: there was nothing to do. */
export type ScheduleHealth = {
  /** The schedule's path. */
  schedule: string;
  state: "well" | "late" | "idle";
  /** What shows it, in figures: how much is overdue, and since when. */
  overdue: number;
  since: string | null;
  /** What the runner on one machine knows of it; null in Windmill, which keeps its own record. */
  runner: ScheduleRun | null;
};

/** How a schedule stands with the runner on one machine. */
export type ScheduleRun = {
  on: boolean;
  next_at: string | null;
  running_since: string | null;
  last_run: {
    started_at: string;
    ended_at: string;
    success: boolean;
    error: { message: string; code?: string } | null;
  } | null;
  /** How many runs have failed since the last that didn't. */
  failures: number;
};

type Evidence = { path: string; sql: string };

const WORKFLOWS = "f/meal-planner/workflows";

/**
 * Schedules are judged by what they leave behind, not by a runner's log: a schedule that is switched off, one that
 * fails and one that runs without effect all look the same here, on Windmill and on one machine.
 *
 * Each statement answers one row: `overdue` things that it should have seen to, `since` when, and `any` whether there was
 * anything to do at all.
 */
const EVIDENCE: readonly Evidence[] = [
  {
    // Every minute. What is due for longer than two runs should have been delivered, or be leased to somebody.
    path: `${WORKFLOWS}/dispatch_events`,
    sql: `select count(*) filter (where waits > interval '3 minutes') as overdue,
        to_json(min(due) filter (where waits > interval '3 minutes')) as since, count(*) > 0 as any
      from (select coalesce(due_at, created_at) as due, clock_timestamp() - coalesce(due_at, created_at) as waits
            from meal_planner.deliveries where job_id is null) d`,
  },
  {
    // Every minute. A saga whose wait is over, or whose worker crashed, should have been taken up.
    path: `${WORKFLOWS}/tend_patterns`,
    sql: `select count(*) filter (where late) as overdue, to_json(min(due) filter (where late)) as since, count(*) > 0 as any
      from (select greatest(due_at, leased_until) as due,
              greatest(due_at, leased_until) < clock_timestamp() - interval '3 minutes' as late
            from meal_planner.sagas where due_at is not null) s`,
  },
  {
    // Every night. Next month's events need their partition, and none should have fallen beside the months.
    path: `${WORKFLOWS}/maintenance`,
    sql: `select (next.missing::integer + beside.rows) as overdue, null as since, true as any
      from (select to_regclass('meal_planner.events_' ||
              to_char(timezone('utc', clock_timestamp()) + interval '1 month', 'YYYY_MM')) is null as missing) next,
        (select count(*) as rows from meal_planner.events_default
         where id < meal_planner.first_event_id(clock_timestamp() - interval '2 days')) beside`,
  },
  {
    // Every morning. Where people with goals logged what they ate for a week, some day of it has been judged.
    path: `${WORKFLOWS}/check_compliance`,
    sql: `select case when count(judged.date) > 0 then 0 else count(*) end as overdue,
        case when count(judged.date) > 0 then null else to_json(min(eaten.date)) end as since, count(*) > 0 as any
      from (select distinct d.person_id, d.date from meal_planner.diary_entries d
            join meal_planner.nutrition_goals g on g.person_id = d.person_id and g.valid_from <= d.date
            where d.deleted_at is null and d.date between current_date - 8 and current_date - 2) eaten
      left join meal_planner.goal_verdicts judged using (person_id, date)`,
  },
  {
    // Saturday mornings. The plans of a household that plans reach beyond the day after tomorrow.
    path: `${WORKFLOWS}/weekly_meal_plan`,
    sql: `select count(*) filter (where not planned) as overdue,
        to_json(min(ended) filter (where not planned)) as since, count(*) > 0 as any
      from (select max(p.start_date + p.days) as ended,
              max(p.start_date + p.days) > (now() at time zone h.time_zone)::date + 2 as planned
            from meal_planner.meal_plans p join meal_planner.households h using (household_id)
            where p.state <> 'cancelled' group by h.household_id, h.time_zone
            having max(p.start_date + p.days) > current_date - 14) h`,
  },
];

/**
 * Each schedule of the workspace with whether its work is done. One whose last run failed is late, whatever it left behind;
 * those that leave nothing to judge by are told of where the runner on one machine knows them.
 */
export async function scheduleHealth(db: Queryable): Promise<{ schedules: ScheduleHealth[] }> {
  const runs = await readRuns(db);
  const schedules: ScheduleHealth[] = [];
  for (const { path, sql } of EVIDENCE) {
    const { rows } = await db.query<{ overdue: number; since: string | null; any: boolean }>(sql);
    const { overdue, since, any } = rows[0]!;
    const runner = runs.get(path) ?? null;
    const late = overdue > 0 || isFailing(runner);
    schedules.push({ schedule: path, state: late ? "late" : any ? "well" : "idle", overdue, since, runner });
    runs.delete(path);
  }
  for (const [schedule, runner] of runs) {
    const state = isFailing(runner) ? "late" : runner.last_run ? "well" : "idle";
    schedules.push({ schedule, state, overdue: 0, since: null, runner });
  }
  return { schedules };
}

/** Of one that is switched off, a failure is no longer news. */
function isFailing(runner: ScheduleRun | null): boolean {
  return runner?.on === true && runner.failures > 0;
}

async function readRuns(db: Queryable): Promise<Map<string, ScheduleRun>> {
  const { rows } = await db.query<{ path: string } & ScheduleRun>(
    `select path, next_at is not null as on, to_json(next_at) as next_at, to_json(started_at) as running_since,
       last_run, failures
     from meal_planner.schedules order by path`,
  );
  return new Map(rows.map(({ path, ...run }) => [path, run]));
}

export const setScheduleEnabledInput = z.strictObject({
  path: plainText(200).describe("The schedule's path, such as f/meal-planner/workflows/weekly_meal_plan."),
  enabled: z
    .boolean()
    .optional()
    .describe("Whether it runs; left out, the runner decides again, by what the household has connected."),
});

/**
 * Switches a schedule of the runner on one machine, which follows within a second or two; a run under way goes on.
 *
 * @throws NotFound where no such runner has the schedule: Windmill's are switched in Windmill.
 */
export async function setScheduleEnabled(
  db: Queryable,
  { path, enabled }: z.output<typeof setScheduleEnabledInput>,
): Promise<{ schedule: string; enabled: boolean | null }> {
  const { rowCount } = await db.query(
    "update meal_planner.schedules set chosen = $2::boolean where path = $1::text",
    [path, enabled ?? null],
  );
  if (rowCount === 1) return { schedule: path, enabled: enabled ?? null };
  throw new NotFound(
    "schedule of the runner on one machine",
    path,
    "Windmill's are switched in Windmill → Schedules.",
  );
}
