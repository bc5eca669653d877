import type { Tx } from "../../database/connection.ts";
import type { RuleSet } from "../producers/rule_set.ts";
import { PICK_DUE } from "./claim_sql.ts";
import { DELIVERY_COLUMNS, type DeliveryRow } from "./delivery.ts";
import { LIMITED_TARGETS, pickLimited } from "./limited_sql.ts";

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
    false,
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

const CLAIM_LIMITED = `${pickLimited(`
  select w.rule, w.target, least($5::integer, w.most - (
      select count(*) from meal_planner.deliveries d
      where d.limited and d.rule = w.rule and d.target = w.target and not d.inline
        and (d.job_id is not null or (d.lease_token is not null and d.due_at > statement_timestamp())))) as places
  from unnest($2::text[], $3::text[], $4::integer[]) as w(rule, target, most)`)}, taken as (${LEASED.replace("$LEASE", "$6")}
  where d.ctid = any(array(
    select job.ctid from wanted w cross join lateral (
      select ctid from meal_planner.deliveries d
      where d.limited and d.rule = w.rule and d.target = w.target and not d.inline
        and d.job_id is not null and d.due_at <= statement_timestamp()
      order by d.due_at, d.seq limit $5::integer for update skip locked) job
    union all select ctid from free union all select ctid from heads))
  returning d.*, d.ctid
)${WITH_EVENTS}`;
