import type { Queryable } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { type EventEnvelope, formatEventTime } from "../schemas/envelope.ts";

/** A row of the archive as `ARCHIVED_EVENT` selects it. `time` and `ingested` are seconds and milliseconds since 1970. */
export type ArchivedEventRow = {
  event_id: string;
  detail_type: string;
  source: string;
  account: string;
  region: string;
  time: number;
  resources: string[] | null;
  detail: string;
};

/** The columns of an envelope, of `meal_planner.events e`. The detail stays text until it is wanted. */
export const ARCHIVED_EVENT = `e.id as event_id, e.detail_type, e.source, e.account, e.region,
  extract(epoch from e.time)::bigint as time, e.resources, e.detail::text as detail`;

export function toEnvelope(row: ArchivedEventRow, replayName?: string | null): EventEnvelope {
  return {
    version: "0",
    id: row.event_id,
    "detail-type": row.detail_type,
    source: row.source,
    account: row.account,
    time: formatEventTime(new Date(row.time * 1000)),
    region: row.region,
    resources: row.resources ?? [],
    detail: JSON.parse(row.detail),
    ...(replayName ? { "replay-name": replayName } : {}),
  };
}

/** @throws NotFound where the archive has no such event, or no longer. */
export async function findEvent(db: Queryable, id: string): Promise<EventEnvelope> {
  const { rows } = await db.query<ArchivedEventRow>(
    `select ${ARCHIVED_EVENT} from meal_planner.events e where e.id = $1::uuid`,
    [id],
  );
  if (!rows[0])
    throw new NotFound("event", id, "Retention may have dropped it; query_events lists what there is.");
  return toEnvelope(rows[0]);
}
