import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { main } from "../../f/meal-planner/patterns/retry/calculate_delay/script.ts";
import { calculateDelay } from "../../f/meal-planner/patterns/retry/calculate_delay.ts";
import { parseRetryAfter } from "../../f/meal-planner/patterns/retry/retry_after.ts";

const now = new Date("2026-03-01T12:00:00Z");
const at = (random: number) => ({ random: () => random, now });

describe("the delays", () => {
  test("are 2, 4, 8, 16, 32 s for attempts 1 to 5, and the sixth gives up", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((attempt) => main(attempt)));
    expect(answers).toEqual([2, 4, 8, 16, 32].map((delay_seconds) => ({ retry: true, delay_seconds })));
    expect(await main(6)).toMatchObject({ retry: false, reason: "maximum_retry_attempts" });
  });

  test("stop growing at the cap, and a very late attempt doesn't overflow it", () => {
    const policy = { maximum_delay_seconds: 60, maximum_retry_attempts: 1000 };
    expect(calculateDelay({ attempt: 6, policy })).toMatchObject({ delay_seconds: 60 });
    expect(calculateDelay({ attempt: 1000, policy: { ...policy, multiplier: 10 } })).toMatchObject({
      delay_seconds: 60,
    });
  });

  test("with jitter lie where each kind says", () => {
    const delay = (jitter: "full" | "equal" | "decorrelated", random: number, previous?: number) =>
      calculateDelay({ attempt: 3, policy: { jitter }, previous_delay_seconds: previous }, at(random));
    expect(delay("full", 0)).toEqual({ retry: true, delay_seconds: 0 });
    expect(delay("full", 0.5)).toEqual({ retry: true, delay_seconds: 4 });
    expect(delay("equal", 0)).toEqual({ retry: true, delay_seconds: 4 });
    expect(delay("equal", 0.5)).toEqual({ retry: true, delay_seconds: 6 });
    expect(delay("decorrelated", 0, 10)).toEqual({ retry: true, delay_seconds: 2 });
    expect(delay("decorrelated", 0.5, 10)).toEqual({ retry: true, delay_seconds: 16 });
  });

  test("never fall below 0 nor rise above the cap, and are the same for the same random source", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom("none" as const, "full" as const, "equal" as const, "decorrelated" as const),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 3600 }),
        fc.option(fc.integer({ min: 0, max: 3600 }), { nil: undefined }),
        (attempt, jitter, random, cap, previous_delay_seconds) => {
          const policy = { jitter, maximum_delay_seconds: cap, maximum_retry_attempts: 1000 };
          const question = { attempt, policy, previous_delay_seconds };
          const answer = calculateDelay(question, at(random));
          expect(answer).toEqual(calculateDelay(question, at(random)));
          expect(answer.retry && answer.delay_seconds >= 0 && answer.delay_seconds <= cap).toBe(true);
        },
      ),
    );
  });
});

describe("the error code decides", () => {
  test.each([
    "INVALID_INPUT",
    "INVALID_EVENT_PATTERN",
    "NOT_FOUND",
    "CONFLICT",
    "PAYLOAD_MISMATCH",
    "UPSTREAM_REJECTED",
    "INFEASIBLE",
    "INCONSISTENT",
  ])("%s is never retried", (error_code) => {
    expect(calculateDelay({ attempt: 1, error_code })).toMatchObject({
      retry: false,
      reason: "not_retryable",
    });
  });

  test.each(["UPSTREAM_UNAVAILABLE", "TIMEOUT", "INTERNAL", "SOMETHING_NEW", "constructor"])(
    "%s is retried with backoff",
    (error_code) => {
      expect(calculateDelay({ attempt: 2, error_code })).toEqual({ retry: true, delay_seconds: 4 });
    },
  );

  test("an unauthorised call is retried once, at once, after renewing the credentials", () => {
    const error_code = "UNAUTHORIZED";
    expect(calculateDelay({ attempt: 1, error_code })).toEqual({
      retry: true,
      delay_seconds: 0,
      renew_credentials: true,
    });
    expect(calculateDelay({ attempt: 2, error_code })).toMatchObject({
      retry: false,
      reason: "not_retryable",
    });
    // the first attempt failed for another reason, so this is the first refusal
    expect(calculateDelay({ attempt: 2, error_code, attempts_with_code: 1 })).toMatchObject({ retry: true });
  });

  test("a policy for one code wins over what the code means", () => {
    const policy = {
      code_policies: [
        { code: "CONFLICT", retry: "backoff" as const, maximum_retry_attempts: 2 },
        { code: "TIMEOUT", retry: "never" as const },
      ],
    };
    expect(calculateDelay({ attempt: 2, error_code: "CONFLICT", policy })).toEqual({
      retry: true,
      delay_seconds: 4,
    });
    expect(calculateDelay({ attempt: 3, error_code: "CONFLICT", policy })).toMatchObject({
      reason: "maximum_retry_attempts",
    });
    expect(calculateDelay({ attempt: 1, error_code: "TIMEOUT", policy })).toMatchObject({
      reason: "not_retryable",
    });
  });
});

describe("Retry-After", () => {
  test("is the delay of a rate limit, in seconds or as a date", () => {
    const rateLimited = (retry_after?: string) =>
      calculateDelay({ attempt: 3, error_code: "RATE_LIMITED", retry_after }, at(0.5));
    expect(rateLimited("3")).toEqual({ retry: true, delay_seconds: 3 });
    expect(rateLimited("600")).toEqual({ retry: true, delay_seconds: 600 });
    expect(rateLimited("Sun, 01 Mar 2026 12:02:00 GMT")).toEqual({ retry: true, delay_seconds: 120 });
    expect(rateLimited("soon")).toEqual({ retry: true, delay_seconds: 8 });
    expect(rateLimited()).toEqual({ retry: true, delay_seconds: 8 });
  });

  test("is the least delay of an unavailable system", () => {
    const unavailable = (retry_after: string) =>
      calculateDelay({ attempt: 3, error_code: "UPSTREAM_UNAVAILABLE", retry_after }, at(0.5));
    expect(unavailable("3")).toEqual({ retry: true, delay_seconds: 8 });
    expect(unavailable("90")).toEqual({ retry: true, delay_seconds: 90 });
  });

  test("is read in all three forms of an HTTP date, and a past date is no wait", () => {
    expect(parseRetryAfter("Sun, 01 Mar 2026 12:00:10 GMT", now)).toBe(10);
    expect(parseRetryAfter("Sunday, 01-Mar-26 12:00:10 GMT", now)).toBe(10);
    expect(parseRetryAfter("Sun Mar  1 12:00:10 2026", now)).toBe(10);
    expect(parseRetryAfter("Sunday, 06-Nov-94 08:49:37 GMT", now)).toBe(0);
    for (const nonsense of [
      "",
      "-5",
      "1e9",
      "tomorrow",
      "Sun, 31 Feb 2026 12:00:00 GMT",
      "2026-03-01T12:00:10Z",
    ]) {
      expect(parseRetryAfter(nonsense, now)).toBeUndefined();
    }
  });

  test("reads back every date that it can be written as", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const date = new Date(now.getTime() + seconds * 1000);
        expect(parseRetryAfter(date.toUTCString(), now)).toBe(seconds);
      }),
    );
  });
});

test("a retry that would start after the maximum age isn't made", () => {
  const policy = { maximum_event_age_seconds: 60 };
  expect(calculateDelay({ attempt: 1, elapsed_seconds: 58, policy })).toMatchObject({ retry: true });
  expect(calculateDelay({ attempt: 2, elapsed_seconds: 58, policy })).toMatchObject({
    reason: "maximum_event_age",
  });
  expect(calculateDelay({ attempt: 1, retry_after: "61", policy })).toMatchObject({
    reason: "maximum_event_age",
  });
});

test("the script names what is wrong with its input", async () => {
  await expect(main(0)).rejects.toMatchObject({ code: "INVALID_INPUT", details: [{ path: "attempt" }] });
  await expect(main(1, "TIMEOUT", { initial_delay_seconds: -1 })).rejects.toMatchObject({
    details: [{ path: "policy.initial_delay_seconds" }],
  });
});
