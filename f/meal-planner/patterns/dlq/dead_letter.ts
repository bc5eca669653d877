import { z } from "zod";
import { giveUpReasonSchema } from "../retry/calculate_delay.ts";
import type { classificationSchema } from "./classify_error.ts";

const text = (maximum: number) => z.string().min(1).max(maximum);
const jsonObject = z.record(z.string(), z.unknown());

/** One failed try. */
export const attemptSchema = z.object({
  at: z.iso.datetime({ offset: true }).describe("When the attempt failed, RFC 3339."),
  code: text(100).describe("The error's code, such as UPSTREAM_UNAVAILABLE."),
  message: z.string().max(20_000),
  stack: z.string().max(50_000).optional(),
  details: z.unknown().optional(),
  duration_ms: z.number().min(0).optional(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** Where it was going: a rule's target as put_rule takes it, or the path of the job. Other fields are kept as they are. */
export const targetSchema = z.looseObject({
  id: text(200),
  type: z.enum(["script", "flow", "http", "inline"]),
  path: text(1000).optional(),
  url: text(4000).optional(),
  consumer: text(200).optional(),
});
export type Target = z.infer<typeof targetSchema>;

/** An event as the archive has it; only its id and its type are read here. */
export const deadEventSchema = z.looseObject({
  id: z.uuid(),
  "detail-type": text(128),
  source: text(256),
  detail: jsonObject,
});

export const deadJobSchema = z.object({
  path: text(1000).describe("The path of the script or flow."),
  kind: z.enum(["script", "flow"]).default("script"),
  input: jsonObject.default({}).describe("The arguments that the job had."),
  job_id: text(200).optional().describe("The failed job, in Windmill or the local runner."),
  dead_letter_id: z
    .uuid()
    .optional()
    .describe("Given to a redriven job: its failure joins this dead letter's history."),
});

/** What can't be delivered, with all that was known when it was given up. */
export type FailedDelivery =
  | {
      kind: "event";
      event: z.infer<typeof deadEventSchema>;
      rule: string;
      target: Target;
      attempts: Attempt[];
      exhausted: Exhausted;
    }
  | {
      kind: "job";
      job: z.infer<typeof deadJobSchema>;
      target: Target;
      attempts: Attempt[];
      exhausted: Exhausted;
    };

export const exhaustedSchema = giveUpReasonSchema;
export type Exhausted = z.infer<typeof exhaustedSchema>;

export const statusSchema = z.enum(["waiting", "redriven", "discarded"]);
export type Status = z.infer<typeof statusSchema>;

export type Sent = { dead_letter_id: string; classification: z.infer<typeof classificationSchema> };
