import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { metrics, metricsInput } from "../metrics.ts";

/** Backlog, age of the oldest, rates, and failures by target and code. */
export async function main(minutes?: number, db?: Postgresql) {
  const input = parseInput(metricsInput, { minutes });
  return withDatabase(db, (database) => metrics(database, input.minutes));
}
