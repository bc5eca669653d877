import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { ARCHIVED_EVENT, type ArchivedEventRow, toEnvelope } from "../producers/archived_event.ts";
import { compilePattern } from "../producers/event_pattern.ts";
import { type EventEnvelope, eventIdSchema } from "../schemas/envelope.ts";

const moment = z.iso.datetime({ offset: true, message: "must be RFC 3339, such as 2026-01-02T00:00:00Z" });

export const queryEventsInput = z.strictObject({
  detail_type: z.string().min(1).max(128).optional().describe("Only this type, such as RecipeCreated."),
  source: z.string().min(1).max(256).optional().describe("Only this source, such as meal-planner.recipes."),
  correlation_id: eventIdSchema.optional().describe("Only the chain with this correlation id."),
  event_pattern: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("Only events that match this EventBridge pattern."),
  from: moment.optional().describe("Only events with a time at or after this."),
  to: moment.optional().describe("Only events with a time before this."),
  limit: z.int().min(1).max(1000).default(100).describe("At most so many events. Default 100."),
  cursor: eventIdSchema.optional().describe("next_cursor of the page before."),
});

export const latestEventsInput = queryEventsInput.pick({
  detail_type: true,
  source: true,
  limit: true,
  cursor: true,
});

/** The last ones first, or the first ones. */
export type EventQuery = z.output<typeof queryEventsInput> & { newest_first?: boolean };

// What one statement reads at most while a pattern filters.
const SCANNED_AT_ONCE = 1000;

/**
 * The archive, oldest first or newest first, in pages. A page may be followed by an empty one; `next_cursor` is null at the end.
 *
 * @throws InvalidInput (code INVALID_EVENT_PATTERN) where the pattern is none.
 */
export async function queryEvents(
  db: Queryable,
  query: EventQuery,
): Promise<{ events: EventEnvelope[]; next_cursor: string | null }> {
  const pattern = query.event_pattern && compilePattern(query.event_pattern, "event_pattern");
  const events: EventEnvelope[] = [];
  let cursor = query.cursor ?? null;
  for (;;) {
    const size = pattern ? SCANNED_AT_ONCE : query.limit + 1;
    const rows = await readPage(db, query, cursor, size);
    for (const row of rows) {
      const event = toEnvelope(row);
      if (pattern && !pattern.matches(event)) continue;
      if (events.length === query.limit) return { events, next_cursor: events.at(-1)!.id };
      events.push(event);
    }
    if (rows.length < size) return { events, next_cursor: null };
    cursor = rows.at(-1)!.event_id;
  }
}

async function readPage(
  db: Queryable,
  query: EventQuery,
  cursor: string | null,
  size: number,
): Promise<ArchivedEventRow[]> {
  const [beyond, order] = query.newest_first ? ["<", "desc"] : [">", "asc"];
  const { rows } = await db.query<ArchivedEventRow>(
    `select ${ARCHIVED_EVENT} from meal_planner.events e
     where ($1::text is null or e.detail_type = $1::text)
       and ($2::text is null or e.source = $2::text)
       and ($3::uuid is null or e.correlation_id = $3::uuid)
       and ($4::timestamptz is null or e.time >= $4::timestamptz)
       and ($5::timestamptz is null or e.time < $5::timestamptz)
       and ($6::uuid is null or e.id ${beyond} $6::uuid)
     order by e.id ${order} limit $7::integer`,
    [
      query.detail_type ?? null,
      query.source ?? null,
      query.correlation_id ?? null,
      query.from ?? null,
      query.to ?? null,
      cursor,
      size,
    ],
  );
  return rows;
}
