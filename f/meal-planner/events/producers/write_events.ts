import type { Queryable } from "../../database/connection.ts";
import { Inconsistent } from "../../database/errors.ts";
import { formatUuid, newIdSuffix } from "../../database/new_id.ts";
import { ACCOUNT, type EventEnvelope, formatEventTime, REGION } from "../schemas/envelope.ts";
import { type Owed, presumedRuleSet, type RuleSet, ruleSetOf } from "./rule_set.ts";

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

// Rules can change between reading and writing; this often in a row they don't.
const MAX_TRIES = 10;

/**
 * Writes events and the deliveries that they owe in one statement of the caller's transaction; without one, the
 * statement commits by itself. The rules are
 * matched here; the statement writes nothing where they have changed since, and is then tried with the new ones.
 * So every rule whose change has committed before is obeyed, and no event is written without its deliveries.
 *
 * @returns The events' ids, in order.
 */
export async function writeEvents(db: Queryable, events: readonly PendingEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const suffixes = events.map(() => newIdSuffix());
  let ruleSet = presumedRuleSet();
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const clock = ruleSet.needsClock ? await readClock(db) : undefined;
    const owed = matchAll(ruleSet, events, suffixes, clock);
    const { version, prefix } = await write(db, events, suffixes, owed, ruleSet.version, clock);
    if (prefix !== null) return suffixes.map((suffix) => formatUuid(prefix + suffix));
    ruleSet = await ruleSetOf(db, version);
  }
  throw new Inconsistent("The event rules changed faster than events could be matched with them. Try again.");
}

type Clock = { prefix: string; time: string };

async function readClock(db: Queryable): Promise<Clock> {
  const { rows } = await db.query<{ ms: number }>(
    "select (extract(epoch from statement_timestamp()) * 1000)::bigint as ms",
  );
  const ms = rows[0]!.ms;
  return { prefix: ms.toString(16).padStart(12, "0"), time: formatEventTime(new Date(ms)) };
}

type OwedRow = Owed & { suffix: string };

function matchAll(
  ruleSet: RuleSet,
  events: readonly PendingEvent[],
  suffixes: readonly string[],
  clock: Clock | undefined,
): OwedRow[] {
  return events.flatMap((event, at) => {
    const suffix = suffixes[at]!;
    const owed = ruleSet.match(envelopeForRules(event, suffix, clock));
    return owed.map((delivery) => ({ ...delivery, suffix }));
  });
}

/** As far as rules can look: id and time stand in it only where a rule asks for them. */
function envelopeForRules(
  event: PendingEvent,
  suffix: string,
  clock: Clock | undefined,
): Partial<EventEnvelope> {
  return {
    version: "0",
    ...(clock ? { id: formatUuid(clock.prefix + suffix) } : {}),
    "detail-type": event.detailType,
    source: event.source,
    account: ACCOUNT,
    ...(event.time || clock ? { time: event.time ?? clock?.time } : {}),
    region: REGION,
    resources: event.resources as string[] | undefined,
    detail: event.detail,
  };
}

async function write(
  db: Queryable,
  events: readonly PendingEvent[],
  suffixes: readonly string[],
  owed: readonly OwedRow[],
  version: string,
  clock: Clock | undefined,
): Promise<{ version: string; prefix: string | null }> {
  const ordered = owed.some((delivery) => delivery.orderingKey !== null);
  const { rows } = await db.query<{ version: string; prefix: string | null }>(
    ordered ? WRITE_IN_ORDER : WRITE,
    [
      version,
      clock?.prefix ?? null,
      suffixes,
      events.map((event) => event.detailType),
      events.map((event) => event.source),
      events.map((event) => event.time ?? null),
      events.map((event) => (event.resources?.length ? JSON.stringify(event.resources) : null)),
      events.map((event) => JSON.stringify(event.detail)),
      events.map((event) => event.correlationId),
      events.map((event) => event.causationId),
      events.map((event) => event.traceHeader ?? null),
      owed.map((delivery) => delivery.suffix),
      owed.map((delivery) => delivery.rule),
      owed.map((delivery) => delivery.target),
      owed.map((delivery) => delivery.inline),
      owed.map((delivery) => delivery.limited),
      ...(ordered ? [owed.map((delivery) => delivery.orderingKey)] : []),
    ],
    ordered ? "write_events_in_order" : "write_events",
  );
  return rows[0]!;
}

const WRITE_EVENTS = `
with clock as materialized (
  select coalesce($2::text, lpad(to_hex((extract(epoch from statement_timestamp()) * 1000)::bigint), 12, '0')) as prefix
  from meal_planner.rule_set where version = $1::uuid
), written as (
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

const ANSWER = `
select (select version from meal_planner.rule_set) as version, (select prefix from clock) as prefix`;

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
