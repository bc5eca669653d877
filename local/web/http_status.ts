import type { ErrorReport } from "../../f/meal-planner/database/errors.ts";

const STATUS: Readonly<Record<string, number>> = {
  INVALID_INPUT: 400,
  INVALID_EVENT_PATTERN: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IN_PROGRESS: 409,
  PAYLOAD_MISMATCH: 409,
  CANCELLED: 409,
  INFEASIBLE: 422,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 502,
  UPSTREAM_REJECTED: 502,
  CIRCUIT_OPEN: 503,
  TIMEOUT: 504,
};

/** The HTTP status that says of an error what its code says. */
export function statusOf(error: Pick<ErrorReport, "code">): number {
  return STATUS[error.code] ?? 500;
}
