import { z } from "zod";
import { reportError } from "../../database/errors.ts";
import type { FullCircuitSettings } from "./circuit_settings.ts";

export const outcomeSchema = z.enum(["success", "failure", "ignored"]);
export type Outcome = z.infer<typeof outcomeSchema>;

// The dependency answered, only not as we liked: it is well. A 404 is one of these.
const ANSWERED = new Set(["NOT_FOUND", "UPSTREAM_REJECTED", "UNAUTHORIZED", "CONFLICT"]);
// Nothing was learnt about the dependency: the call wasn't made, or was stopped on our side.
const NOT_ASKED = new Set([
  "INVALID_INPUT",
  "INVALID_EVENT_PATTERN",
  "IN_PROGRESS",
  "CIRCUIT_OPEN",
  "PAYLOAD_MISMATCH",
  "INFEASIBLE",
  "CANCELLED",
]);

/**
 * What a thrown error says of the dependency. What isn't in the taxonomy (a dropped connection, a bug) is a
 * failure. The circuit's own `failure_codes` and `ignored_codes` come first.
 */
export function outcomeOf(
  error: unknown,
  settings: Pick<FullCircuitSettings, "failure_codes" | "ignored_codes">,
): { outcome: Outcome; retryAfterSeconds: number } {
  const report = reportError(error);
  return {
    outcome: outcomeOfCode(report.code, settings),
    retryAfterSeconds: report.retry_after_seconds ?? 0,
  };
}

function outcomeOfCode(
  code: string,
  settings: Pick<FullCircuitSettings, "failure_codes" | "ignored_codes">,
): Outcome {
  if (settings.failure_codes.includes(code)) return "failure";
  if (settings.ignored_codes.includes(code)) return "ignored";
  if (ANSWERED.has(code)) return "success";
  return NOT_ASKED.has(code) ? "ignored" : "failure";
}
