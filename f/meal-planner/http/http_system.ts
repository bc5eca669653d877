import type { MealPlannerError } from "../database/errors.ts";
import type { CircuitSettings } from "../patterns/circuit_breaker/circuit_settings.ts";
import type { RetryPolicy } from "../patterns/retry/retry_policy.ts";
import type { RateLimit } from "./rate_budget.ts";

/** What came back, before anybody has judged it. `json` is undefined where the body is none. */
export type HttpAnswer = {
  status: number;
  headers: Headers;
  text: string;
  json: unknown;
  /** What Retry-After says, in seconds. */
  retryAfterSeconds: number | undefined;
};

/** What is known of an outside system, whoever's account is used there. All times are in seconds. */
export type HttpSystem = {
  /** Names it in messages, in its circuits and in its budget: `usda`. */
  name: string;
  /** What to do where it refuses the credentials; ends the message. */
  credentialsRemedy: string;
  /** All workers together keep to these. Default none. */
  limits?: readonly RateLimit[];
  /** Until there is a connection. Default 5. */
  connectSeconds?: number;
  /** One try, from the first byte to the last. Default 30. */
  wholeSeconds?: number;
  /** All tries and the waiting between them; what would take longer is thrown, for the bus to retry. Default 60. */
  patienceSeconds?: number;
  /** Of one answer, unpacked. Default 10 MB. */
  maximumAnswerBytes?: number;
  retry?: RetryPolicy;
  circuit?: CircuitSettings;
  /** What an answer means where the status alone doesn't say; undefined leaves it to the status. */
  explain?: (answer: HttpAnswer) => MealPlannerError | undefined;
};

export const HTTP_DEFAULTS = {
  limits: [],
  connectSeconds: 5,
  wholeSeconds: 30,
  patienceSeconds: 60,
  maximumAnswerBytes: 10_000_000,
  // Someone may be waiting for the answer: a few quick tries, the slow ones are the bus's.
  retry: {
    initial_delay_seconds: 0.5,
    maximum_delay_seconds: 10,
    jitter: "equal",
    maximum_retry_attempts: 3,
  },
  // A system that says "not so fast" is well; the budget is what slows the calls.
  circuit: { ignored_codes: ["RATE_LIMITED"] },
} as const satisfies Partial<HttpSystem>;
