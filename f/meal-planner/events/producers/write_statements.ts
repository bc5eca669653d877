import type { Queryable } from "../../database/connection.ts";
import { plainArray, textArray } from "./array_literal.ts";
import type { Owed } from "./rule_set.ts";

/** An event whose form has been checked. Where `time` is left out it is the database's. */
export type PendingEvent = {
  detailType: string;
  source: string;
  detail: Record<string, unknown>;
  correlationId: string;
  causationId: string | null;
  resources?: readonly string[] | undefined;
  time?: string | undefined;
  traceHeader?: string | undefined;
};

export type OwedRow = Owed & { suffix: string };

/** What one statement writes. Ids are `prefix`, the milliseconds by the database's clock unless given, and a suffix. */
export type Writing = {
  events: readonly PendingEvent[];
  suffixes: readonly string[];
  owed: readonly OwedRow[];
  /** Of the rules that `owed` comes from. */
  version: string;
  prefix: string | null;
};

/** The rules' present version; `prefix` is null, and nothing written, where that isn't the given one. */
export type Written = { version: string; prefix: string | null };

export async function write(db: Queryable, writing: Writing): Promise<Written> {
  if (isPlain(writing)) return writePlain(db, writing);
  const { owed } = writing;
  const ordered = owed.some((delivery) => delivery.orderingKey !== null);
  const { rows } = ordered
    ? await db.query<Written>(WRITE_IN_ORDER, [...arrays(writing), keys(owed)], "write_events_in_order")
    : await db.query<Written>(WRITE, arrays(writing), "write_events");
  return rows[0]!;
}

/** The usual case: a single event of now that owes one delivery or none, in no order. */
function isPlain({ events, owed, prefix }: Writing): boolean {
  const [event, ...more] = events;
  return (
    more.length === 0 &&
    owed.length <= 1 &&
    owed[0]?.orderingKey == null &&
    prefix === null &&
    event!.time === undefined &&
    event!.traceHeader === undefined &&
    !event!.resources?.length
  );
}

async function writePlain(db: Queryable, { events, suffixes, owed, version }: Writing): Promise<Written> {
  const event = events[0]!;
  const delivery = owed[0];
  const values = [
    version,
    suffixes[0],
    event.detailType,
    event.source,
    JSON.stringify(event.detail),
    event.correlationId,
    event.causationId,
  ];
  const { rows } = delivery
    ? await db.query<{ id: string }>(
        WRITE_OWED,
        [...values, delivery.rule, delivery.target, delivery.inline, delivery.limited],
        "write_owed_event",
      )
    : await db.query<{ id: string }>(WRITE_PLAIN, values, "write_plain_event");
  if (rows[0]) return { version, prefix: rows[0].id.slice(0, 8) + rows[0].id.slice(9, 13) };
  const present = await db.query<{ version: string }>("select version from meal_planner.rule_set");
  return { version: present.rows[0]!.version, prefix: null };
}

function arrays({ events, suffixes, owed, version, prefix }: Writing): unknown[] {
  return [
    version,
    prefix,
    plainArray(suffixes),
    textArray(events.map((event) => event.detailType)),
    textArray(events.map((event) => event.source)),
    plainArray(events.map((event) => event.time ?? null)),
    textArray(events.map((event) => (event.resources?.length ? JSON.stringify(event.resources) : null))),
    textArray(events.map((event) => JSON.stringify(event.detail))),
    plainArray(events.map((event) => event.correlationId)),
    plainArray(events.map((event) => event.causationId)),
    textArray(events.map((event) => event.traceHeader ?? null)),
    plainArray(owed.map((delivery) => delivery.suffix)),
    textArray(owed.map((delivery) => delivery.rule)),
    textArray(owed.map((delivery) => delivery.target)),
    plainArray(owed.map((delivery) => delivery.inline)),
    plainArray(owed.map((delivery) => delivery.limited)),
  ];
}

function keys(owed: readonly OwedRow[]): string {
  return textArray(owed.map((delivery) => delivery.orderingKey));
}

const CLOCK = `
with clock as materialized (
  select coalesce($2::text, lpad(to_hex((extract(epoch from statement_timestamp()) * 1000)::bigint), 12, '0')) as prefix
  from meal_planner.rule_set where version = $1::uuid
)`;

const ANSWER = `
select (select version from meal_planner.rule_set) as version, (select prefix from clock) as prefix`;

const WRITE_EVENTS = `${CLOCK}, written as (
  insert into meal_planner.events
    (id, detail_type, source, time, resources, detail, correlation_id, causation_id, trace_header)
  select (clock.prefix || e.suffix)::uuid, e.detail_type, e.source,
    coalesce(e.time, date_trunc('second', statement_timestamp())),
    case when e.resources is not null then array(select json_array_elements_text(e.resources)) end,
    e.detail, e.correlation_id, e.causation_id, e.trace_header
  from clock cross join unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::json[], $8::json[],
    $9::uuid[], $10::uuid[], $11::text[])
    as e(suffix, detail_type, source, time, resources, detail, correlation_id, causation_id, trace_header)
)`;

const WRITE = `${WRITE_EVENTS}, owed as (
  insert into meal_planner.deliveries (event_id, rule, target, inline, limited)
  select (clock.prefix || d.suffix)::uuid, d.rule, d.target, d.inline, d.limited
  from clock cross join unnest($12::text[], $13::text[], $14::text[], $15::boolean[], $16::boolean[])
    as d(suffix, rule, target, inline, limited)
)${ANSWER}`;

// Emitters of one key wait for each other until they commit: the order of seq is then the order in which the
// deliveries become visible. Locks are taken in one order, so that two emitters of two keys don't deadlock here.
const WRITE_IN_ORDER = `${WRITE_EVENTS}, keyed as materialized (
  select d.*, hashtext(d.rule || ' ' || d.target || ' ' || d.ordering_key) as lock
  from clock cross join unnest($12::text[], $13::text[], $14::text[], $15::boolean[], $16::boolean[], $17::text[])
    with ordinality as d(suffix, rule, target, inline, limited, ordering_key, position)
), locks as materialized (
  select count(pg_advisory_xact_lock(7263003, lock)) as taken
  from (select distinct lock from keyed where lock is not null order by lock) wanted
), owed as (
  insert into meal_planner.deliveries (event_id, rule, target, inline, limited, ordering_key)
  select (clock.prefix || d.suffix)::uuid, d.rule, d.target, d.inline, d.limited, d.ordering_key
  from locks cross join clock cross join (select * from keyed order by position) d
  where locks.taken is not null
)${ANSWER}`;

// Statements of their own, as bare as can be: what a statement sets up, each part and each parameter of it, is most of
// what a single event costs. They write nothing where the rules have another version.
const WRITE_PLAIN = `
insert into meal_planner.events (id, detail_type, source, time, detail, correlation_id, causation_id)
select (lpad(to_hex((extract(epoch from statement_timestamp()) * 1000)::bigint), 12, '0') || $2::text)::uuid,
  $3::text, $4::text, date_trunc('second', statement_timestamp()), $5::json, $6::uuid, $7::uuid
from meal_planner.rule_set where version = $1::uuid
returning id`;

const WRITE_OWED = `
with written as (${WRITE_PLAIN})
insert into meal_planner.deliveries (event_id, rule, target, inline, limited)
select id, $8::text, $9::text, $10::boolean, $11::boolean from written
returning event_id as id`;
