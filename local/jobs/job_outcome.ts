import type { ErrorReport } from "../../f/meal-planner/database/errors.ts";
import { reportError } from "../../f/meal-planner/database/errors.ts";

/** How Windmill records a job's error: what isn't name, message or stack (`code`, `details`…) is under `extra`. */
export type JobError = {
  name: string;
  message: string;
  stack?: string;
  step_id?: string;
  extra?: Record<string, unknown>;
};

export type JobOutcome = { success: true; result: unknown } | { success: false; error: JobError };

/** A failure that the runner found itself (no such script, time-out), in the shape of a script's own. */
export function failed(thrown: unknown): JobOutcome {
  const { name, message, ...extra } = reportError(thrown);
  return { success: false, error: { name, message, extra } };
}

/** The taxonomy's form of a job's error, as `npm run job` prints it. A foreign error is `INTERNAL`. */
export function errorReport(error: JobError): ErrorReport {
  const { code, retryable, details, retryAfterSeconds, retry_after_seconds } = error.extra ?? {};
  const known = typeof code === "string" && typeof retryable === "boolean";
  const after = retryAfterSeconds ?? retry_after_seconds;
  return {
    name: error.name,
    message: error.message,
    code: known ? code : "INTERNAL",
    retryable: known ? retryable : true,
    ...(details === undefined || details === null ? {} : { details }),
    ...(typeof after === "number" ? { retry_after_seconds: after } : {}),
  };
}
