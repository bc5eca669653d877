import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { releaseKey, releaseSchema } from "../idempotency_calls.ts";

/** Gives a key back after a failure, so that the next call with it does the work. */
export async function main(
  key: string,
  consumer: string,
  owner_token?: string,
  error?: object,
  db?: Postgresql,
) {
  const input = parseInput(releaseSchema, { key, consumer, owner_token, error });
  return inTransaction(db, (tx) => releaseKey(tx, input));
}
