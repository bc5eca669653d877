import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type ErrorReport, InvalidInput } from "../../database/errors.ts";
import { claim, release, settle } from "./claim.ts";
import type { ClaimAnswer } from "./idempotency_record.ts";
import { defineIdempotentOperation, identify } from "./idempotent_operation.ts";

const key = z
  .string()
  .min(1)
  .max(255)
  .describe("What makes two calls the same call, at most 255 characters.");
const consumer = z
  .string()
  .min(1)
  .max(255)
  .describe("The operation's name. The same key under another consumer is another call.");
const ownerToken = z.uuid().describe("From check_processed: shows that this run still holds the key.");

export const checkProcessedSchema = z.strictObject({
  key: key.optional(),
  consumer,
  payload: z
    .unknown()
    .describe("What the call is about. A repeat of the key with another payload is refused."),
  in_progress_seconds: z
    .number()
    .positive()
    .max(86_400)
    .optional()
    .describe("How long the work may take, in seconds; after it the key is free again. Default 60."),
  ttl_seconds: z
    .number()
    .positive()
    .max(31_536_000)
    .optional()
    .describe("How long the result is kept, in seconds. Default 86400 (a day)."),
  key_jmespath: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe("JMESPath over the payload that gives the key, where none is given."),
  validate_jmespath: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe("JMESPath: only this part of the payload must be the same. Default: all of it."),
});

/** Asks for the key of a call. Answers with the key itself too, since an expression may have made it. */
export async function checkProcessed(
  tx: Tx,
  input: z.infer<typeof checkProcessedSchema>,
): Promise<ClaimAnswer & { key: string }> {
  const operation = defineIdempotentOperation({
    consumer: input.consumer,
    keyJmespath: input.key_jmespath,
    validateJmespath: input.validate_jmespath,
    ttlSeconds: input.ttl_seconds,
    inProgressSeconds: input.in_progress_seconds,
  });
  const guarded = identify(operation, { payload: input.payload, key: input.key });
  if (!guarded) throw new InvalidInput([{ path: "key", message: "is needed" }]);
  const answer = await claim(tx, guarded.identity, guarded.terms);
  return { ...answer, key: guarded.identity.key };
}

export const markProcessedSchema = z.strictObject({
  key,
  consumer,
  owner_token: ownerToken,
  result: z.unknown().describe("What a repeat gets: any JSON."),
  error: z
    .object({
      message: z.string(),
      code: z.string().default("INTERNAL"),
      name: z.string().default("Error"),
      retryable: z.boolean().default(false),
    })
    .optional()
    .describe(
      "Instead of a result: the failure that a repeat gets. To let a repeat run again, call release.",
    ),
});

/** Stores how the work ended, and answers as check_processed will from then on. */
export async function markProcessed(
  tx: Tx,
  input: z.infer<typeof markProcessedSchema>,
): Promise<{ status: "completed"; result: unknown } | { status: "failed"; error: ErrorReport }> {
  const { consumer, key, owner_token, error, result = null } = input;
  if (error) {
    await settle(tx, { consumer, key }, owner_token, { kind: "failed", error });
    return { status: "failed", error };
  }
  await settle(tx, { consumer, key }, owner_token, { kind: "completed", result });
  return { status: "completed", result };
}

export const releaseSchema = z.strictObject({
  key,
  consumer,
  owner_token: ownerToken
    .optional()
    .describe("From check_processed. Left out by a run that never got the key: nothing is given back."),
  error: z
    .looseObject({})
    .optional()
    .describe("Why the work failed, handed on in the answer: Windmill shows that in the error's place."),
});

/** Gives the key back after a failure, so that the next call does the work. */
export async function releaseKey(
  tx: Tx,
  input: z.infer<typeof releaseSchema>,
): Promise<{ released: boolean; error?: object }> {
  const { consumer, key, owner_token, error } = input;
  const released = owner_token !== undefined && (await release(tx, { consumer, key }, owner_token));
  return { released, ...(error && { error }) };
}
