import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";

export const metricsInput = z.strictObject({
  minutes: z
    .int()
    .min(1)
    .max(1440)
    .default(60)
    .describe("Rates and failures of the last so many minutes. Default 60."),
});

export type TargetMetrics = {
  rule: string;
  target: string;
  /** Owed in all. `due`: could be delivered now. `retrying`: failed before. `in_progress`: leased, or a job runs. */
  backlog: number;
  due: number;
  retrying: number;
  in_progress: number;
  oldest_age_seconds: number | null;
  delivered_per_minute: number;
  failures: { outcome: "retried" | "dead_lettered"; code: string; count: number }[];
};

export type Metrics = {
  backlog: number;
  due: number;
  oldest_age_seconds: number | null;
  delivered_per_minute: number;
  dead_letters_waiting: number;
  replays_running: number;
  /** How long the oldest open transaction has kept its view: it holds back vacuum, and its own events. */
  oldest_transaction_seconds: number;
  targets: TargetMetrics[];
};

/** What the bus owes, how old the oldest is, what it delivers, and what fails where with which code. */
export async function metrics(db: Queryable, minutes: number): Promise<Metrics> {
  const { rows: targets } = await db.query<TargetMetrics>(BY_TARGET, [minutes]);
  const { rows } = await db.query<
    Pick<Metrics, "dead_letters_waiting" | "replays_running" | "oldest_transaction_seconds">
  >(
    `select (select count(*) from meal_planner.dead_letters where status = 'waiting') as dead_letters_waiting,
       (select count(*) from meal_planner.replays where state = 'running') as replays_running,
       (select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::double precision
        from pg_stat_activity where datname = current_database() and backend_xmin is not null) as oldest_transaction_seconds`,
  );
  const ages = targets.flatMap((target) => target.oldest_age_seconds ?? []);
  const sum = (of: (target: TargetMetrics) => number) =>
    targets.reduce((total, target) => total + of(target), 0);
  return {
    backlog: sum((target) => target.backlog),
    due: sum((target) => target.due),
    oldest_age_seconds: ages.length === 0 ? null : Math.max(...ages),
    delivered_per_minute: sum((target) => target.delivered_per_minute),
    ...rows[0]!,
    targets,
  };
}

const BY_TARGET = `
with owed as (
  select rule, target, count(*) as backlog,
    count(*) filter (where due_at is null or due_at <= clock_timestamp()) as due,
    count(*) filter (where attempts > 0) as retrying,
    count(*) filter (where (lease_token is not null and due_at > clock_timestamp()) or job_id is not null) as in_progress,
    extract(epoch from clock_timestamp() - min(created_at))::double precision as oldest_age_seconds
  from meal_planner.deliveries group by rule, target
), ended as (
  select rule, target, outcome, code, sum(count)::bigint as count
  from meal_planner.delivery_counts
  where minute > clock_timestamp() - $1::integer * interval '1 minute'
  group by rule, target, outcome, code
), rates as (
  select rule, target,
    coalesce(sum(count) filter (where outcome = 'delivered'), 0)::double precision / $1::integer as delivered_per_minute,
    coalesce(json_agg(json_build_object('outcome', outcome, 'code', code, 'count', count) order by count desc)
      filter (where outcome <> 'delivered'), '[]'::json) as failures
  from ended group by rule, target
)
select rule, target, coalesce(backlog, 0) as backlog, coalesce(due, 0) as due, coalesce(retrying, 0) as retrying,
  coalesce(in_progress, 0) as in_progress, oldest_age_seconds,
  coalesce(delivered_per_minute, 0) as delivered_per_minute, coalesce(failures, '[]'::json) as failures
from owed full join rates using (rule, target) order by rule, target`;
