import type { Queryable } from "../../database/connection.ts";
import type { Attempt } from "../../patterns/dlq/dead_letter.ts";
import { ARCHIVED_EVENT, type ArchivedEventRow, toEnvelope } from "../producers/archived_event.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";

/** A delivery as the claiming statements return it, with its event. */
export type DeliveryRow = Omit<ArchivedEventRow, "detail"> & {
  /** Null where retention has dropped the event. */
  detail: string | null;
  seq: number;
  place: string;
  rule: string;
  target: string;
  ordering_key: string | null;
  lease_token: string | null;
  job_id: string | null;
  attempts: number;
  errors: Attempt[] | null;
  replay_name: string | null;
  /** What is handed out in place of the archived event. */
  envelope: EventEnvelope | null;
  /** The database's clock at the claim, in milliseconds since 1970. */
  claimed_ms: number;
  /** Of the rules, so that targets can be looked up in a cache. */
  version: string;
};

/** Select list over `t`, the claimed rows, and `e`, their events. */
export const DELIVERY_COLUMNS = `t.seq, t.ctid::text as place, t.rule, t.target, t.ordering_key, t.lease_token, t.job_id,
  t.attempts, t.errors, t.replay_name, t.envelope,
  (extract(epoch from statement_timestamp()) * 1000)::bigint as claimed_ms,
  (select version from meal_planner.rule_set) as version,
  ${ARCHIVED_EVENT.replace("e.id as event_id", "t.event_id")}`;

/** The event of a delivery. One that retention has dropped leaves only its id. */
export function eventOf(row: DeliveryRow): EventEnvelope {
  if (row.envelope !== null) return row.envelope;
  if (row.detail !== null) return toEnvelope({ ...row, detail: row.detail }, row.replay_name);
  return toEnvelope({
    ...row,
    detail_type: "(dropped)",
    source: "(dropped)",
    account: "",
    region: "",
    time: 0,
    detail: "{}",
  });
}

export function isDropped(row: DeliveryRow): boolean {
  return row.detail === null && row.envelope === null;
}

/** How many deliveries are still owed, due or not. */
export async function countRemaining(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>("select count(*) from meal_planner.deliveries");
  return rows[0]!.count;
}
