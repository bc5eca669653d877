import { type ErrorCode, MealPlannerError } from "../../f/meal-planner/database/errors.ts";
import { errorReport, type JobError } from "../jobs/job_outcome.ts";

/** A job or flow of ours failed; the message is what its script said. */
export class JobFailed extends MealPlannerError {
  constructor(path: string, error: JobError) {
    const { code, retryable, message, details } = errorReport(error);
    super(code as ErrorCode, retryable, `${path} failed: ${message}`, { details });
  }
}
