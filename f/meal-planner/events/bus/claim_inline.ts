import type { Tx } from "../../database/connection.ts";
import { ruleSetOf } from "../producers/rule_set.ts";
import { PICK_DUE } from "./claim_sql.ts";
import { DELIVERY_COLUMNS, type DeliveryRow, TAKEN_COLUMNS, type TakenRow } from "./delivery.ts";
import { LIMITED_TARGETS, pickLimited } from "./limited_sql.ts";

export type InlineClaim = { batchSize: number; leaseSeconds: number };

// Of one ordering key, in one transaction.
const MAX_FOLLOWERS = 10;

/** Takes due inline deliveries out of the table, for the caller's transaction to carry them out. */
export async function takeInline(tx: Tx, claim: InlineClaim): Promise<TakenRow[]> {
  return (await tx.query<TakenRow>(TAKE, dueOf(claim), "take_deliveries")).rows;
}

/** The same, but they stay in the table, locked, until the caller ends each. */
export async function holdInline(tx: Tx, claim: InlineClaim): Promise<DeliveryRow[]> {
  return (await tx.query<DeliveryRow>(HOLD, dueOf(claim), "hold_deliveries")).rows;
}

function dueOf({ batchSize, leaseSeconds }: InlineClaim): unknown[] {
  return [true, batchSize, MAX_FOLLOWERS, milliseconds(leaseSeconds)];
}

/** `takeInline` for consumers with `max_concurrency`. */
export async function takeLimited(tx: Tx, claim: InlineClaim): Promise<TakenRow[]> {
  const limits = await limitsOf(tx, claim);
  return limits ? (await tx.query<TakenRow>(TAKE_LIMITED, limits)).rows : [];
}

/** `holdInline` for consumers with `max_concurrency`. */
export async function holdLimited(tx: Tx, claim: InlineClaim): Promise<DeliveryRow[]> {
  const limits = await limitsOf(tx, claim);
  return limits ? (await tx.query<DeliveryRow>(HOLD_LIMITED, limits)).rows : [];
}

/** What a transaction delivers it delivers one after the other: so it needs one place of each target that it takes. */
async function limitsOf(tx: Tx, claim: InlineClaim): Promise<unknown[] | undefined> {
  const { rows: targets } = await tx.query<{ rule: string; target: string; version: string }>(
    LIMITED_TARGETS,
  );
  if (!targets[0]) return undefined;
  const rules = await ruleSetOf(tx, targets[0].version);
  const { rows: places } = await tx.query<{ rule: string; target: string }>(TAKE_PLACES, [
    targets.map(({ rule }) => rule),
    targets.map(({ target }) => target),
    targets.map(({ rule, target }) => rules.findTarget(rule, target)?.max_concurrency ?? claim.batchSize),
  ]);
  return [
    true,
    places.map(({ rule }) => rule),
    places.map(({ target }) => target),
    milliseconds(claim.leaseSeconds),
    claim.batchSize,
  ];
}

function milliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000));
}

// A place is a lock of the transaction: one that dies gives it back at once. The first number is only this table's.
const TAKE_PLACES = `
select w.rule, w.target
from unnest($1::text[], $2::text[], $3::integer[]) as w(rule, target, most)
cross join lateral (
  select place from generate_series(1, w.most) as place
  where pg_try_advisory_xact_lock(7263006, hashtext(w.rule || ' ' || w.target || ' ' || place)) limit 1) free`;

const CLAIMED = `array(
    select ctid from late union all select ctid from fresh union all select ctid from heads
    union all
    select follower.ctid from heads h cross join lateral (
      select d.ctid from meal_planner.deliveries d
      where d.inline = $1::boolean and d.rule = h.rule and d.target = h.target and d.ordering_key = h.ordering_key
        and d.seq > h.seq
      order by d.seq limit $3::integer) follower)`;

const PICK_LIMITED = pickLimited(`
  select w.rule, w.target, $5::integer as places from unnest($2::text[], $3::text[]) as w(rule, target)`);

const CLAIMED_LIMITED = "array(select ctid from free union all select ctid from heads)";

const withEvents = (columns: string) => `
select ${columns}, case when (select set_config('idle_in_transaction_session_timeout', $4::text, true)) is null then 1 end as lease
from taken t left join meal_planner.events e on e.id = t.event_id
order by t.seq`;

const take = (pick: string, claimed: string) => `${pick}, taken as (
  delete from meal_planner.deliveries d where d.ctid = any(${claimed}) returning d.*
)${withEvents(TAKEN_COLUMNS)}`;

const hold = (pick: string, claimed: string) => `${pick}, taken as (
  select d.*, d.ctid from meal_planner.deliveries d where d.ctid = any(${claimed})
)${withEvents(DELIVERY_COLUMNS)}`;

const TAKE = take(PICK_DUE, CLAIMED);
const HOLD = hold(PICK_DUE, CLAIMED);
const TAKE_LIMITED = take(PICK_LIMITED, CLAIMED_LIMITED);
const HOLD_LIMITED = hold(PICK_LIMITED, CLAIMED_LIMITED);
