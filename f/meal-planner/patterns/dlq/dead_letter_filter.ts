import { z } from "zod";
import { classificationSchema } from "./classify_error.ts";

const moment = z.iso.datetime({ offset: true, message: "must be RFC 3339, such as 2026-01-02T00:00:00Z" });
const word = (maximum: number) => z.string().min(1).max(maximum).optional();

/** Which dead letters are meant: those to which all that is given applies. */
export const deadLetterFilterSchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(10_000).optional().describe("Only these."),
  kind: z.enum(["event", "job"]).optional(),
  rule: word(256).describe("Only those of this rule."),
  target: word(1000).describe("Only those for this target: its id, or the path of the job."),
  code: word(100).describe("Only those that ended with this error code."),
  classification: classificationSchema.optional().describe("Only those of this kind of trouble."),
  detail_type: word(128).describe("Only events of this type."),
  source: word(256).describe("Only events of this source."),
  from: moment.optional().describe("Only those that died at or after this."),
  to: moment.optional().describe("Only those that died before this."),
  event_pattern: z
    .record(z.string(), z.unknown())
    .optional()
    .describe(
      "Only events that match this EventBridge pattern. It is tried on a job as on {detail: its input}.",
    ),
});

export type DeadLetterFilter = z.infer<typeof deadLetterFilterSchema>;

/** SQL: whether row `d` passes the filter in parameter `$n`, as JSON. The pattern isn't part of it. */
export function passes(parameter: string): string {
  const f = `${parameter}::jsonb`;
  const equals = (column: string, key: string) =>
    `(${f}->>'${key}' is null or d.${column} = ${f}->>'${key}')`;
  return `(${f}->'ids' is null or d.id in (select jsonb_array_elements_text(${f}->'ids')::uuid))
    and ${equals("kind", "kind")} and ${equals("rule", "rule")} and ${equals("target_id", "target")}
    and ${equals("error_code", "code")} and ${equals("classification", "classification")}
    and ${equals("detail_type", "detail_type")} and ${equals("source", "source")}
    and (${f}->>'from' is null or d.died_at >= (${f}->>'from')::timestamptz)
    and (${f}->>'to' is null or d.died_at < (${f}->>'to')::timestamptz)`;
}
