import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { markProcessed, markProcessedSchema } from "../idempotency_calls.ts";

/** Stores the result (or the failure) of a call that check_processed let through; repeats get it from then on. */
export async function main(
  key: string,
  consumer: string,
  owner_token: string,
  result?: unknown,
  error?: { message: string; code?: string; name?: string; retryable?: boolean },
  db?: Postgresql,
) {
  const input = parseInput(markProcessedSchema, { key, consumer, owner_token, result, error });
  return inTransaction(db, (tx) => markProcessed(tx, input));
}
