import { ApiError } from "../api.ts";

/** The scripts' errors by their class, and whether the same call can succeed later. */
const ERRORS: Record<string, { code: string; retryable?: boolean }> = {
  InvalidInput: { code: "INVALID_INPUT" },
  NotFound: { code: "NOT_FOUND" },
  Conflict: { code: "CONFLICT" },
  InProgress: { code: "IN_PROGRESS", retryable: true },
  PayloadMismatch: { code: "PAYLOAD_MISMATCH" },
  CircuitOpen: { code: "CIRCUIT_OPEN", retryable: true },
  RateLimited: { code: "RATE_LIMITED", retryable: true },
  Unauthorized: { code: "UNAUTHORIZED" },
  Upstream: { code: "UPSTREAM_UNAVAILABLE", retryable: true },
  Infeasible: { code: "INFEASIBLE" },
  Cancelled: { code: "CANCELLED" },
  TimedOut: { code: "TIMEOUT", retryable: true },
  Inconsistent: { code: "INCONSISTENT" },
};
const TOLD = new RegExp(`\\b(${Object.keys(ERRORS).join("|")}): ([^\\n]+)`);

/** Windmill hands over an error as text only, with its class and its stack: "Conflict: This plan is at version 3…". */
export function readFailure(text: string): ApiError {
  const [, name = "", message = text] = TOLD.exec(text) ?? [];
  return new ApiError(message, ERRORS[name] ?? { code: "INTERNAL" });
}
