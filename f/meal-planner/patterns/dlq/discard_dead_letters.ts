import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { compilePattern } from "../../events/producers/event_pattern.ts";
import { deadLetterFilterSchema, passes } from "./dead_letter_filter.ts";
import { patternSubject } from "./pattern_subject.ts";

export const discardSchema = z.strictObject({
  filter: deadLetterFilterSchema
    .refine(
      (filter) => Object.values(filter).some((part) => part !== undefined),
      "must say which: give at least one part",
    )
    .describe("Which of the waiting ones."),
  reason: z.string().min(1).max(2000).describe("Why nobody needs them any more. Kept in their history."),
});

/** Closes waiting dead letters without redriving them. They stay for the record, with the reason. */
export async function discardDeadLetters(
  tx: Tx,
  { filter, reason }: z.infer<typeof discardSchema>,
): Promise<{ discarded: number }> {
  const { event_pattern, ...rest } = filter;
  const ids = event_pattern === undefined ? null : await idsMatching(tx, rest, event_pattern);
  const { rowCount } = await tx.query(
    `update meal_planner.dead_letters d
     set status = 'discarded',
       history = d.history || jsonb_build_object('at', now(), 'what', 'discarded', 'reason', $2::text)
     where d.status = 'waiting' and ${passes("$1")} and ($3::uuid[] is null or d.id = any($3::uuid[]))`,
    [JSON.stringify(rest), reason, ids],
  );
  return { discarded: rowCount };
}

async function idsMatching(tx: Tx, filter: object, eventPattern: Record<string, unknown>): Promise<string[]> {
  const pattern = compilePattern(eventPattern, "filter.event_pattern");
  const { rows } = await tx.query<{ id: string; kind: "event" | "job"; payload: Record<string, unknown> }>(
    `select d.id, d.kind, d.payload from meal_planner.dead_letters d where d.status = 'waiting' and ${passes("$1")}`,
    [JSON.stringify(filter)],
  );
  return rows.filter((row) => pattern.matches(patternSubject(row.kind, row.payload))).map((row) => row.id);
}
