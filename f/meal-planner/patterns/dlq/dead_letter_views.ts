import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { InvalidInput, NotFound } from "../../database/errors.ts";
import { compilePattern } from "../../events/producers/event_pattern.ts";
import { adviseOn, type Classification } from "./classify_error.ts";
import { statusSchema } from "./dead_letter.ts";
import { deadLetterFilterSchema, passes } from "./dead_letter_filter.ts";
import { patternSubject } from "./pattern_subject.ts";

export const listSchema = z.strictObject({
  ...deadLetterFilterSchema.shape,
  status: statusSchema
    .optional()
    .describe("waiting: given up and not seen to. redriven: sent off again. discarded. Default: all."),
  limit: z.int().min(1).max(1000).optional().describe("At most so many. Default 100."),
  cursor: z.string().max(100).optional().describe("next_cursor of the page before."),
});

type Row = {
  dead_letter_id: string;
  kind: "event" | "job";
  status: string;
  event_id: string | null;
  rule: string;
  target: string;
  detail_type: string | null;
  code: string;
  message: string;
  classification: Classification;
  exhausted: string;
  attempts: number;
  redrive_count: number;
  first_died_at: string;
  died_at: string;
};

const SUMMARY = `d.id as dead_letter_id, d.kind, d.status, d.event_id, d.rule, d.target_id as target, d.detail_type,
  d.error_code as code, d.error_message as message, d.classification, d.exhausted,
  jsonb_array_length(d.attempts) as attempts, d.redrive_count, to_json(d.first_died_at) as first_died_at,
  to_json(d.died_at) as died_at`;

// What one statement reads at most while a pattern filters.
const SCANNED_AT_ONCE = 500;

/** Dead letters by filter, those that died last first, in pages; `next_cursor` is null at the end. */
export async function listDeadLetters(
  db: Queryable,
  input: z.infer<typeof listSchema>,
): Promise<{ dead_letters: Row[]; next_cursor: string | null }> {
  const { limit = 100, cursor, status, event_pattern, ...filter } = input;
  const pattern = event_pattern && compilePattern(event_pattern, "event_pattern");
  const found: Row[] = [];
  let after = cursor;
  for (;;) {
    const size = pattern ? SCANNED_AT_ONCE : limit + 1;
    const rows = await readPage(db, filter, status, after, size);
    for (const { payload, ...row } of rows) {
      if (pattern && !pattern.matches(patternSubject(row.kind, payload))) continue;
      if (found.length === limit) return { dead_letters: found, next_cursor: cursorOf(found.at(-1)!) };
      found.push(row);
    }
    if (rows.length < size) return { dead_letters: found, next_cursor: null };
    after = cursorOf(rows.at(-1)!);
  }
}

async function readPage(
  db: Queryable,
  filter: object,
  status: string | undefined,
  cursor: string | undefined,
  size: number,
): Promise<(Row & { payload: Record<string, unknown> })[]> {
  const { rows } = await db.query<Row & { payload: Record<string, unknown> }>(
    `select ${SUMMARY}, d.payload from meal_planner.dead_letters d
     where ${passes("$1")} and d.status = coalesce($2::text, d.status)
       and ($3::timestamptz is null or (d.died_at, d.id) < ($3::timestamptz, $4::uuid))
     order by d.died_at desc, d.id desc limit $5::integer`,
    [JSON.stringify(filter), status ?? null, ...parseCursor(cursor), size],
  );
  return rows;
}

function cursorOf(row: Row): string {
  return `${row.died_at}/${row.dead_letter_id}`;
}

const cursorSchema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

function parseCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const parsed = cursorSchema.safeParse(cursor.split("/"));
  if (parsed.success) return parsed.data;
  throw new InvalidInput([{ path: "cursor", message: "must be next_cursor of the page before" }]);
}

export const inspectSchema = z.strictObject({
  dead_letter_id: z.uuid().describe("From list or send_to_dlq."),
});

/**
 * All that is known of one dead letter: payload (and the first one, where it was edited), every attempt, history, and
 * what to do next. `outcome` of a redriven one: `under_way`, or `delivered` where nothing of it is owed any more; a
 * job's isn't known here.
 *
 * @throws NotFound
 */
export async function inspectDeadLetter(db: Queryable, id: string) {
  const { rows } = await db.query<
    Row & { outcome: string | null; payload: unknown; attempts_made: unknown; history: unknown }
  >(
    `select ${SUMMARY}, d.target as target_settings, d.payload, d.original_payload, d.attempts as attempts_made, d.history,
       case when d.status = 'redriven' and d.kind = 'event' then
         case when exists (select from meal_planner.deliveries o
           where o.event_id = d.event_id and o.rule = d.rule and o.target = d.target_id)
         then 'under_way' else 'delivered' end
       end as outcome
     from meal_planner.dead_letters d where d.id = $1::uuid`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new NotFound("dead letter", id, "list shows what there is.");
  return { ...row, advice: adviseOn(row.classification) };
}
