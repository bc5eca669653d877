import type { Queryable } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import type { Attempt } from "../../patterns/dlq/dead_letter.ts";
import { ARCHIVED_EVENT, type ArchivedEventRow, toEnvelope } from "../producers/archived_event.ts";
import type { StoredTarget } from "../producers/rule_set.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";

/** A delivery with its event, as far as a reaction needs it. */
export type TakenRow = Omit<ArchivedEventRow, "detail"> & {
  /** Null where retention has dropped the event. */
  detail: string | null;
  rule: string;
  target: string;
  replay_name: string | null;
  /** What is handed out in place of the archived event. */
  envelope: EventEnvelope | null;
  /** Of the rules, so that targets can be looked up in a cache. */
  version: string;
};

/** A delivery with all that its end may need. */
export type DeliveryRow = TakenRow & {
  seq: number;
  place: string;
  ordering_key: string | null;
  lease_token: string | null;
  job_id: string | null;
  attempts: number;
  errors: Attempt[] | null;
  /** The database's clock at the claim, in milliseconds since 1970. */
  claimed_ms: number;
};

/** Select list of a `TakenRow` over `t`, the claimed rows, and `e`, their events. Each column costs, a thousand times a batch. */
export const TAKEN_COLUMNS = `t.rule, t.target, t.replay_name, t.envelope,
  (select version from meal_planner.rule_set) as version,
  ${ARCHIVED_EVENT.replace("e.id as event_id", "t.event_id")}`;

/** The same of a `DeliveryRow`. */
export const DELIVERY_COLUMNS = `${TAKEN_COLUMNS}, t.seq, t.ctid::text as place, t.ordering_key, t.lease_token, t.job_id,
  t.attempts, t.errors, (extract(epoch from statement_timestamp()) * 1000)::bigint as claimed_ms`;

/** The event of a delivery. One that retention has dropped leaves only its id. */
export function eventOf(row: TakenRow): EventEnvelope {
  if (row.envelope !== null) return row.envelope;
  if (hasEvent(row)) return toEnvelope(row, row.replay_name);
  return toEnvelope({ ...DROPPED, event_id: row.event_id });
}

const DROPPED = {
  detail_type: "(dropped)",
  source: "(dropped)",
  account: "",
  region: "",
  time: 0,
  resources: null,
  detail: "{}",
};

function hasEvent(row: TakenRow): row is TakenRow & ArchivedEventRow {
  return row.detail !== null;
}

/** @throws NotFound where the delivery can't be made, however often it is tried: its event or its target is gone. */
export function requireTarget(row: TakenRow, target: StoredTarget | undefined): StoredTarget {
  if (row.detail === null && row.envelope === null) {
    throw new NotFound("event", row.event_id, "Retention dropped it before it was delivered.");
  }
  if (target) return target;
  throw new NotFound(
    "target",
    `${row.target} of rule ${row.rule}`,
    "Put the rule again and redrive, or discard.",
  );
}

/** How many deliveries are still owed, due or not. */
export async function countRemaining(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>("select count(*) from meal_planner.deliveries");
  return rows[0]!.count;
}
