import type { Queryable } from "../../database/connection.ts";
import { Inconsistent } from "../../database/errors.ts";
import { formatUuid, newIdSuffix } from "../../database/new_id.ts";
import { ACCOUNT, type EventEnvelope, formatEventTime, REGION } from "../schemas/envelope.ts";
import { presumedRuleSet, type RuleSet, ruleSetOf } from "./rule_set.ts";
import { wakeDispatcher } from "./wake_dispatcher.ts";
import { type OwedRow, type PendingEvent, write } from "./write_statements.ts";

// Rules can change between reading and writing; this often in a row they don't.
const MAX_TRIES = 10;

/**
 * Writes events and the deliveries that they owe in one statement of the caller's transaction; without one, the
 * statement commits by itself. The rules are
 * matched here; the statement writes nothing where they have changed since, and is then tried with the new ones.
 * So every rule whose change has committed before is obeyed, and no event is written without its deliveries. Where any
 * is owed, a dispatcher is woken after the commit.
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
    const { version, prefix } = await write(db, {
      events,
      suffixes,
      owed,
      version: ruleSet.version,
      prefix: clock?.prefix ?? null,
    });
    if (prefix !== null) {
      if (owed.length > 0) await db.afterCommit(wakeDispatcher);
      return suffixes.map((suffix) => formatUuid(prefix + suffix));
    }
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
