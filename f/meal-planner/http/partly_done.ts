import { MealPlannerError, reportError } from "../database/errors.ts";

/**
 * The failure of work that made several calls: where one before had its effect, the error says so (`details.effect` is
 * `unknown`), however surely the last call did nothing. For those who undo what may have been done.
 */
export function asPartlyDone(error: unknown): MealPlannerError {
  const { code, retryable, message, retry_after_seconds: retryAfterSeconds } = reportError(error);
  const known = error instanceof MealPlannerError ? error.details : undefined;
  const details = { ...(typeof known === "object" ? known : {}), effect: "unknown" };
  const cause = error;
  return new MealPlannerError(code as MealPlannerError["code"], retryable, message, {
    details,
    cause,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/**
 * Runs work that calls `wrote` after each call that changed something over there; a failure after the first is told as
 * partly done.
 */
export async function tellingEffect<T>(work: (wrote: () => void) => Promise<T>): Promise<T> {
  let hasWritten = false;
  try {
    return await work(() => {
      hasWritten = true;
    });
  } catch (error) {
    throw hasWritten ? asPartlyDone(error) : error;
  }
}
