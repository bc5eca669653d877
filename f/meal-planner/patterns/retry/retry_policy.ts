import { z } from "zod";

/** How the delay grows or shrinks by chance, so that callers that failed together don't come back together. */
export const jitterSchema = z.enum(["none", "full", "equal", "decorrelated"]);

/** What to do about one error code; it wins over what the code means by default. */
export const codePolicySchema = z.strictObject({
  code: z.string().min(1).max(100).describe("The error code this is about, such as RATE_LIMITED."),
  retry: z
    .enum(["never", "backoff", "retry_after", "once"])
    .describe(
      "never; backoff: growing delays; retry_after: what the server says, else backoff; once: a single time at once, after renewing the credentials.",
    ),
  maximum_retry_attempts: z
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe("How many retries errors of this code get; the policy's own number otherwise."),
});

/** Every field may be left out. It is stored and passed as JSON, hence the snake case. */
export const retryPolicySchema = z.strictObject({
  initial_delay_seconds: z
    .number()
    .min(0)
    .max(86_400)
    .optional()
    .describe("The delay after the first failure, in seconds. Default 2."),
  multiplier: z.number().min(1).max(10).optional().describe("Growth from one delay to the next. Default 2."),
  maximum_delay_seconds: z
    .number()
    .min(0)
    .max(604_800)
    .optional()
    .describe("No computed delay is longer, in seconds. Default 300. A server's Retry-After may be longer."),
  jitter: jitterSchema
    .optional()
    .describe(
      "none: the plain delay. full: 0 to the delay. equal: half the delay to the delay. decorrelated: from the initial delay to three times the delay before. Default none.",
    ),
  maximum_retry_attempts: z
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe("How many retries follow the first try. Default 5."),
  maximum_event_age_seconds: z
    .int()
    .min(1)
    .max(31_536_000)
    .optional()
    .describe("No retry starts later than this after the first try, in seconds. Default 86400 (a day)."),
  code_policies: z
    .array(codePolicySchema)
    .max(100)
    .optional()
    .describe("Exceptions for single error codes. The first that names the code wins."),
});

export type RetryPolicy = z.infer<typeof retryPolicySchema>;
export type CodePolicy = z.infer<typeof codePolicySchema>;

/** EventBridge's day and its attempts-and-age pair, with the short growing delays of an interactive system. */
export const DEFAULT_RETRY_POLICY = {
  initial_delay_seconds: 2,
  multiplier: 2,
  maximum_delay_seconds: 300,
  jitter: "none",
  maximum_retry_attempts: 5,
  maximum_event_age_seconds: 86_400,
  code_policies: [],
} as const satisfies Required<RetryPolicy>;

const BY_CODE: Readonly<Record<string, CodePolicy["retry"]>> = {
  INVALID_INPUT: "never",
  INVALID_EVENT_PATTERN: "never",
  NOT_FOUND: "never",
  CONFLICT: "never",
  PAYLOAD_MISMATCH: "never",
  UPSTREAM_REJECTED: "never",
  INFEASIBLE: "never",
  CANCELLED: "never",
  INCONSISTENT: "never",
  UNAUTHORIZED: "once",
  RATE_LIMITED: "retry_after",
  IN_PROGRESS: "retry_after",
  CIRCUIT_OPEN: "retry_after",
  UPSTREAM_UNAVAILABLE: "backoff",
  TIMEOUT: "backoff",
  INTERNAL: "backoff",
};

/** What a code means where the policy says nothing of it. A code from outside the taxonomy is retried with backoff. */
export function codePolicyFor(code: string | undefined, policy: RetryPolicy): CodePolicy {
  const named = policy.code_policies?.find((candidate) => candidate.code === code);
  if (named) return named;
  if (code === undefined) return { code: "UNKNOWN", retry: "backoff" };
  return { code, retry: Object.hasOwn(BY_CODE, code) ? (BY_CODE[code] ?? "backoff") : "backoff" };
}
