import { parseInput } from "../../../database/parse_input.ts";
import { calculateDelay, delayQuestionSchema } from "../calculate_delay.ts";

/** Whether to retry after a failed attempt and after how many seconds, or why to give up. */
export async function main(
  attempt: number,
  error_code?: string,
  policy?: {
    initial_delay_seconds?: number;
    multiplier?: number;
    maximum_delay_seconds?: number;
    jitter?: "none" | "full" | "equal" | "decorrelated";
    maximum_retry_attempts?: number;
    maximum_event_age_seconds?: number;
    code_policies?: {
      code: string;
      retry: "never" | "backoff" | "retry_after" | "once";
      maximum_retry_attempts?: number;
    }[];
  },
  retry_after?: string | number,
  elapsed_seconds?: number,
  previous_delay_seconds?: number,
  attempts_with_code?: number,
) {
  return calculateDelay(
    parseInput(delayQuestionSchema, {
      attempt,
      error_code,
      policy,
      retry_after,
      elapsed_seconds,
      previous_delay_seconds,
      attempts_with_code,
    }),
  );
}
