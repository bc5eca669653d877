import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { classifyError, codeByName } from "./classify_error.ts";
import {
  attemptSchema,
  deadEventSchema,
  deadJobSchema,
  type FailedDelivery,
  type Sent,
  targetSchema,
} from "./dead_letter.ts";
import { sendToDlq } from "./send_to_dlq.ts";

const errorSchema = z
  .looseObject({
    code: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe("The error's code. Default: by its name, or INTERNAL."),
    name: z.string().max(200).optional().describe("The error's name, such as SuspendedDisapproved."),
    message: z.string().max(20_000).default(""),
    stack: z.string().max(50_000).optional(),
    details: z.unknown().optional(),
  })
  .describe("What it failed with, as Windmill's failure module gets it.");

export const reportSchema = z
  .strictObject({
    event: deadEventSchema.optional().describe("The event's envelope."),
    job: deadJobSchema.optional(),
    target: targetSchema
      .optional()
      .describe("Where it was going, as put_rule has it. Default for a job: the job itself."),
    error: errorSchema,
    attempts: z
      .array(attemptSchema)
      .max(1000)
      .optional()
      .describe("All failed tries. Default: one, now, with the error."),
    rule: z.string().min(1).max(256).optional().describe("The rule of the event. Default: manual."),
    exhausted: z
      .enum(["not_retryable", "maximum_retry_attempts", "maximum_event_age"])
      .optional()
      .describe("Which limit ended the tries. Default: by the error's code."),
  })
  .refine(
    (input) => (input.event === undefined) !== (input.job === undefined),
    "give either an event or a job",
  )
  .refine((input) => input.event === undefined || input.target !== undefined, {
    path: ["target"],
    message: "is needed for an event",
  });

/** Keeps a failed event or job as a dead letter, and tells of it by an event. For flows' failure modules and by hand. */
export async function reportDeadLetter(tx: Tx, input: z.infer<typeof reportSchema>): Promise<Sent> {
  const failed = failedOf(input);
  const [sent] = await sendToDlq(tx, [failed]);
  const isNews = failed.kind === "job" || failed.event["detail-type"] !== "EventDeadLettered";
  // News of a dead piece of news could go round for ever.
  if (isNews) await announce(tx, failed, sent!.dead_letter_id);
  return sent!;
}

function failedOf(input: z.infer<typeof reportSchema>): FailedDelivery {
  const { error } = input;
  const code = error.code ?? codeByName(error.name);
  const now = {
    at: new Date().toISOString(),
    code,
    message: error.message,
    stack: error.stack,
    details: error.details,
  };
  const attempts = input.attempts?.length ? input.attempts : [now];
  const isTransient = classifyError(code) === "transient";
  const exhausted = input.exhausted ?? (isTransient ? "maximum_retry_attempts" : "not_retryable");
  const common = { attempts, exhausted } as const;
  if (input.event && input.target) {
    return {
      kind: "event",
      event: input.event,
      rule: input.rule ?? "manual",
      target: input.target,
      ...common,
    };
  }
  const job = deadJobSchema.parse(input.job);
  return {
    kind: "job",
    job,
    target: input.target ?? { id: job.path, type: job.kind, path: job.path },
    ...common,
  };
}

async function announce(tx: Tx, failed: FailedDelivery, deadLetterId: string): Promise<void> {
  const about =
    failed.kind === "event"
      ? { event_id: failed.event.id, detail_type: failed.event["detail-type"], rule: failed.rule }
      : { event_id: null, detail_type: null, rule: null };
  const code = failed.attempts.at(-1)?.code ?? "INTERNAL";
  const detail = {
    dead_letter_id: deadLetterId,
    ...about,
    target: failed.target.id,
    code,
    attempts: failed.attempts.length,
  };
  await emit(tx, [{ type: "EventDeadLettered", detail }], failed.kind === "event" ? failed.event : undefined);
}
