import type { Tx } from "../../database/connection.ts";
import type { RuleSet } from "../producers/rule_set.ts";
import { PICK_DUE } from "./claim_sql.ts";
import { DELIVERY_COLUMNS, type DeliveryRow } from "./delivery.ts";

export type RemoteRow = DeliveryRow & { ingestion_time: string | null; job_started_ms: number | null };

/**
 * Leases due deliveries to targets outside of Postgres, and commits with the caller: until the lease ends or is
 * given back nobody else takes them. The token fences: whoever took over after the end has another one.
 */
export async function claimRemote(tx: Tx, size: number, leaseSeconds: number): Promise<RemoteRow[]> {
  const { rows } = await tx.query<RemoteRow>(CLAIM, [false, size, leaseSeconds], "lease_deliveries");
  return rows;
}

// Any fixed number: it makes claims for limited targets take turns, so that two don't both see the last free place.
const LIMITS_LOCK = 7_263_004;

/** The same for targets with `max_concurrency`: as many as have a place, jobs to look after always. */
export async function claimLimited(
  tx: Tx,
  size: number,
  leaseSeconds: number,
  rules: (version: string) => Promise<RuleSet>,
): Promise<RemoteRow[]> {
  const { rows: targets } = await tx.query<{ rule: string; target: string; version: string }>(
    LIMITED_TARGETS,
  );
  if (targets.length === 0) return [];
  await tx.query("select pg_advisory_xact_lock($1::bigint)", [LIMITS_LOCK]);
  const ruleSet = await rules(targets[0]!.version);
  const limits = targets.map(({ rule, target }) => ruleSet.findTarget(rule, target)?.max_concurrency ?? size);
  const { rows } = await tx.query<RemoteRow>(CLAIM_LIMITED, [
    targets.map(({ rule }) => rule),
    targets.map(({ target }) => target),
    limits,
    size,
    leaseSeconds,
  ]);
  return rows;
}

const LEASED = `
  update meal_planner.deliveries d
  set lease_token = gen_random_uuid(), due_at = clock_timestamp() + $LEASE::double precision * interval '1 second'`;

const WITH_EVENTS = `
select ${DELIVERY_COLUMNS}, extract(epoch from t.job_started_at) * 1000 as job_started_ms,
  to_char(e.ingested_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ingestion_time
from taken t left join meal_planner.events e on e.id = t.event_id
order by t.seq`;

const CLAIM = `${PICK_DUE}, taken as (${LEASED.replace("$LEASE", "$3")}
  where d.ctid = any(array(
    select ctid from late union all select ctid from fresh union all select ctid from heads))
  returning d.*, d.ctid
)${WITH_EVENTS}`;

/** By an index walk from target to target. */
const LIMITED_TARGETS = `
with recursive targets as (
  (select rule, target from meal_planner.deliveries where limited order by rule, target limit 1)
  union all
  select next.* from targets t cross join lateral (
    select rule, target from meal_planner.deliveries
    where limited and (rule, target) > (t.rule, t.target) order by rule, target limit 1) next
)
select rule, target, (select version from meal_planner.rule_set) as version from targets`;

const CLAIM_LIMITED = `
with wanted as materialized (
  select w.rule, w.target, w.most - (
      select count(*) from meal_planner.deliveries d
      where d.limited and d.rule = w.rule and d.target = w.target
        and (d.job_id is not null or (d.lease_token is not null and d.due_at > statement_timestamp()))) as places
  from unnest($1::text[], $2::text[], $3::integer[]) as w(rule, target, most)
), taken as (${LEASED.replace("$LEASE", "$5")}
  where d.ctid = any(array(
    select job.ctid from wanted w cross join lateral (
      select ctid from meal_planner.deliveries d
      where d.limited and d.rule = w.rule and d.target = w.target
        and d.job_id is not null and d.due_at <= statement_timestamp()
      order by d.due_at, d.seq limit $4::integer for update skip locked) job
    union all
    select waiting.ctid from wanted w cross join lateral (
      select ctid from meal_planner.deliveries d
      where d.limited and d.rule = w.rule and d.target = w.target
        and d.job_id is null and (d.due_at is null or d.due_at <= statement_timestamp())
      order by d.due_at nulls first, d.seq
      limit greatest(0, least($4::integer, w.places)) for update skip locked) waiting))
  returning d.*, d.ctid
)${WITH_EVENTS}`;
