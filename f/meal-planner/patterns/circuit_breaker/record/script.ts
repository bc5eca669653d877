import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { recordCall, recordSchema } from "../circuit_calls.ts";

/** Tells the circuit how a call went. With a permit from check, it is the outcome of a probe. */
export async function main(
  name: string,
  outcome: "success" | "failure" | "ignored",
  duration_ms?: number,
  permit?: string,
  retry_after_seconds?: number,
  db?: Postgresql,
) {
  const input = parseInput(recordSchema, { name, outcome, duration_ms, permit, retry_after_seconds });
  return withDatabase(db, (database) => recordCall(database, input));
}
