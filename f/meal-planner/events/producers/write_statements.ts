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
  const { events, owed } = writing;
  const ordered = owed.some((delivery) => delivery.orderingKey !== null);
  const single = events.length === 1 && owed.length <= 1 && !ordered;
  const { rows } = single
    ? await db.query<Written>(WRITE_ONE, scalars(writing), "write_event")
    : ordered
      ? await db.query<Written>(WRITE_IN_ORDER, [...arrays(writing), keys(owed)], "write_events_in_order")
      : await db.query<Written>(WRITE, arrays(writing), "write_events");
  return rows[0]!;
}

function scalars({ events, suffixes, owed, version, prefix }: Writing): unknown[] {
  const event = events[0]!;
  const delivery = owed[0];
  return [
    version,
    prefix,
    suffixes[0],
    event.detailType,
    event.source,
    event.time ?? null,
    event.resources?.length ? textArray(event.resources) : null,
    JSON.stringify(event.detail),
    event.correlationId,
    event.causationId,
    event.traceHeader ?? null,
    delivery?.rule ?? null,
    delivery?.target ?? null,
    delivery?.inline ?? null,
    delivery?.limited ?? null,
  ];
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

/** The same without arrays: a single event is the usual case, and half of its cost would be in unfolding them. */
const WRITE_ONE = `${CLOCK}, written as (
  insert into meal_planner.events
    (id, detail_type, source, time, resources, detail, correlation_id, causation_id, trace_header)
  select (clock.prefix || $3::text)::uuid, $4::text, $5::text,
    coalesce($6::timestamptz, date_trunc('second', statement_timestamp())),
    $7::text[], $8::json, $9::uuid, $10::uuid, $11::text
  from clock
), owed as (
  insert into meal_planner.deliveries (event_id, rule, target, inline, limited)
  select (clock.prefix || $3::text)::uuid, $12::text, $13::text, $14::boolean, $15::boolean
  from clock where $12::text is not null
)${ANSWER}`;

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
