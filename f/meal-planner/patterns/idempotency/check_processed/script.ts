import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { checkProcessed, checkProcessedSchema } from "../idempotency_calls.ts";

/** Asks whether a call may do its work: acquired, completed (with the result), failed, or in progress elsewhere. */
export async function main(
  key: string | undefined,
  consumer: string,
  payload?: unknown,
  in_progress_seconds?: number,
  ttl_seconds?: number,
  key_jmespath?: string,
  validate_jmespath?: string,
  db?: Postgresql,
) {
  const input = parseInput(checkProcessedSchema, {
    key,
    consumer,
    payload,
    in_progress_seconds,
    ttl_seconds,
    key_jmespath,
    validate_jmespath,
  });
  return inTransaction(db, (tx) => checkProcessed(tx, input));
}
