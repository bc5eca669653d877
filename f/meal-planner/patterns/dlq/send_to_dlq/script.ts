import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { reportDeadLetter, reportSchema } from "../report_dead_letter.ts";

/** Keeps a failed event or job as a dead letter: with its target, its error and all tries. */
export async function main(
  event: object | undefined,
  job:
    | {
        path: string;
        kind?: "script" | "flow";
        input?: object;
        job_id?: string;
        dead_letter_id?: string;
      }
    | undefined,
  target: object | undefined,
  error: { code?: string; name?: string; message?: string; stack?: string; details?: object },
  attempts?: { at: string; code: string; message: string; stack?: string }[],
  rule?: string,
  exhausted?: "not_retryable" | "maximum_retry_attempts" | "maximum_event_age",
  db?: Postgresql,
) {
  const input = parseInput(reportSchema, { event, job, target, error, attempts, rule, exhausted });
  return inTransaction(db, (tx) => reportDeadLetter(tx, input));
}
