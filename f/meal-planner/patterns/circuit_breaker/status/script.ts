import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { circuitStatus, statusSchema } from "../circuit_calls.ts";

/** One circuit, or all of them: state, counts and rates, probes under way, settings. */
export async function main(name?: string, db?: Postgresql) {
  const input = parseInput(statusSchema, { name });
  return withDatabase(db, (database) => circuitStatus(database, input));
}
