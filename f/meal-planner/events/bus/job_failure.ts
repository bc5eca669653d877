import { type ErrorCode, MealPlannerError } from "../../database/errors.ts";
import type { JobState } from "./job_runner.ts";

/** A job's own error, with its code where it is of our taxonomy: the retry policy judges by that. */
export class JobFailed extends MealPlannerError {
  constructor(jobId: string, state: Extract<JobState, { state: "failed" }>) {
    const { name = "Error", message = "no message", code, retryable = true, details } = state.error;
    super(
      (code as ErrorCode | undefined) ?? "INTERNAL",
      retryable,
      `Job ${jobId} failed: ${name}: ${message}`,
      {
        details: { job_id: jobId, ...(details === undefined ? {} : { details }) },
        retryAfterSeconds: state.error.retry_after_seconds,
      },
    );
  }
}
