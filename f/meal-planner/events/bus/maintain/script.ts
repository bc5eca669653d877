import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { maintain, maintainInput } from "../maintain.ts";

/** Upkeep of the bus: partitions, retention, leases, replays. Safe to run twice at once. */
export async function main(
  retention_days?: number,
  months_ahead?: number,
  max_seconds?: number,
  db?: Postgresql,
) {
  const input = parseInput(maintainInput, { retention_days, months_ahead, max_seconds });
  return withDatabase(db, (database) => maintain(database, input));
}
