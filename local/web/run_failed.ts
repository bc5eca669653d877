import { type ErrorCode, type ErrorReport, MealPlannerError } from "../../f/meal-planner/database/errors.ts";

/** What a run in a process of its own threw, to be thrown on here. */
export class RunFailed extends MealPlannerError {
  constructor(error: ErrorReport) {
    super(error.code as ErrorCode, error.retryable, error.message, {
      details: error.details,
      retryAfterSeconds: error.retry_after_seconds,
    });
    this.name = error.name;
  }
}
