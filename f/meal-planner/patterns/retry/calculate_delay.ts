import { z } from "zod";
import { parseRetryAfter } from "./retry_after.ts";
import {
  type CodePolicy,
  codePolicyFor,
  DEFAULT_RETRY_POLICY,
  type RetryPolicy,
  retryPolicySchema,
} from "./retry_policy.ts";

/** What is asked after a failed attempt. */
export const delayQuestionSchema = z.strictObject({
  attempt: z
    .int()
    .min(1, "must be 1 or more: the number of the attempt that has just failed")
    .max(1_000_000)
    .describe("The number of the attempt that has just failed, from 1."),
  error_code: z
    .string()
    .max(100)
    .optional()
    .describe("The code that it failed with, such as UPSTREAM_UNAVAILABLE."),
  policy: retryPolicySchema.optional().describe("Delays and limits; each part has a default."),
  retry_after: z
    .union([z.string().max(100), z.number().min(0)])
    .optional()
    .describe("The server's Retry-After: seconds, or an HTTP date."),
  elapsed_seconds: z
    .number()
    .min(0)
    .optional()
    .describe("Seconds since the first attempt began, for the maximum age. Default 0."),
  previous_delay_seconds: z
    .number()
    .min(0)
    .optional()
    .describe("The delay before this attempt, for decorrelated jitter. Default: what it was without jitter."),
  attempts_with_code: z
    .int()
    .min(1)
    .optional()
    .describe("How many attempts have failed with this code, where that differs from attempt."),
});

export type DelayQuestion = z.infer<typeof delayQuestionSchema>;

/** Which limit ended the retries. The dead-letter queue stores the same word. */
export const giveUpReasonSchema = z.enum(["not_retryable", "maximum_retry_attempts", "maximum_event_age"]);
export type GiveUpReason = z.infer<typeof giveUpReasonSchema>;

export type RetryDecision =
  | { retry: true; delay_seconds: number; renew_credentials?: true }
  | { retry: false; reason: GiveUpReason; explanation: string };

/** Chance and time come from outside: with both given the answer is always the same. `random` is in [0, 1). */
export type DelaySources = { random?: () => number; now?: Date };

/**
 * Whether to try again after a failure, and after how many seconds.
 *
 * By default attempts 1…5 answer 2, 4, 8, 16, 32 s and the sixth gives up. A validation error is never retried;
 * `RATE_LIMITED` waits what Retry-After says; for other codes Retry-After is the least wait, even above the cap;
 * `UNAUTHORIZED` is retried once, at once, after renewing the credentials. Where the retry would start after the
 * maximum age, it gives up now.
 *
 * Jitter: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015. Delays are rounded to a millisecond.
 */
export function calculateDelay(question: DelayQuestion, sources: DelaySources = {}): RetryDecision {
  const policy: RetryPolicy = question.policy ?? {};
  const code = codePolicyFor(question.error_code, policy);
  if (code.retry === "never") {
    return giveUp(
      "not_retryable",
      `An error with code ${code.code} isn't retried: the same call fails again.`,
    );
  }
  const attemptsWithCode = question.attempts_with_code ?? question.attempt;
  if (code.retry === "once" && attemptsWithCode > 1) {
    return giveUp(
      "not_retryable",
      `An error with code ${code.code} is retried once only, and that failed too.`,
    );
  }
  const limit =
    code.maximum_retry_attempts ??
    policy.maximum_retry_attempts ??
    DEFAULT_RETRY_POLICY.maximum_retry_attempts;
  const used = code.maximum_retry_attempts === undefined ? question.attempt : attemptsWithCode;
  if (used > limit) return giveUp("maximum_retry_attempts", `All ${limit} retries are used up.`);
  const delaySeconds = chooseDelay(question, policy, code, sources);
  const ageLimit = policy.maximum_event_age_seconds ?? DEFAULT_RETRY_POLICY.maximum_event_age_seconds;
  if ((question.elapsed_seconds ?? 0) + delaySeconds > ageLimit) {
    return giveUp("maximum_event_age", `The next try would start more than ${ageLimit} s after the first.`);
  }
  return {
    retry: true,
    delay_seconds: delaySeconds,
    ...(code.retry === "once" ? { renew_credentials: true } : {}),
  };
}

function giveUp(reason: GiveUpReason, explanation: string): RetryDecision {
  return { retry: false, reason, explanation };
}

function chooseDelay(
  question: DelayQuestion,
  policy: RetryPolicy,
  code: CodePolicy,
  sources: DelaySources,
): number {
  if (code.retry === "once") return 0;
  const asked = parseRetryAfter(question.retry_after, sources.now ?? new Date()) ?? 0;
  // A server that says 0 has told us nothing about when it will be ready; the backoff stands.
  if (code.retry === "retry_after" && asked > 0) return toMilliseconds(asked);
  return toMilliseconds(Math.max(asked, backoff(question, policy, sources.random ?? Math.random)));
}

function backoff(question: DelayQuestion, policy: RetryPolicy, random: () => number): number {
  const initial = policy.initial_delay_seconds ?? DEFAULT_RETRY_POLICY.initial_delay_seconds;
  const cap = policy.maximum_delay_seconds ?? DEFAULT_RETRY_POLICY.maximum_delay_seconds;
  const delay = backoffSeconds(question.attempt, policy);
  switch (policy.jitter ?? DEFAULT_RETRY_POLICY.jitter) {
    case "none":
      return delay;
    case "full":
      return random() * delay;
    case "equal":
      return delay / 2 + (random() * delay) / 2;
    case "decorrelated": {
      const previous =
        question.previous_delay_seconds ?? backoffSeconds(Math.max(1, question.attempt - 1), policy);
      return Math.min(cap, initial + random() * Math.max(0, previous * 3 - initial));
    }
  }
}

/** The plain growing delay in seconds, capped, without jitter or limits. */
export function backoffSeconds(
  attempt: number,
  policy: Pick<RetryPolicy, "initial_delay_seconds" | "multiplier" | "maximum_delay_seconds">,
): number {
  const initial = policy.initial_delay_seconds ?? DEFAULT_RETRY_POLICY.initial_delay_seconds;
  const multiplier = policy.multiplier ?? DEFAULT_RETRY_POLICY.multiplier;
  const cap = policy.maximum_delay_seconds ?? DEFAULT_RETRY_POLICY.maximum_delay_seconds;
  return initial === 0 ? 0 : Math.min(cap, initial * multiplier ** (attempt - 1));
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
