import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listSagas, listSagasInput } from "../list_sagas.ts";

/** Sagas, those that started last first, in pages, and how many are in each state. */
export async function main(
  state?: "running" | "compensating" | "completed" | "compensated" | "stuck" | "resolved",
  definition?: string,
  limit?: number,
  cursor?: string,
  db?: Postgresql,
) {
  const input = parseInput(listSagasInput, { state, definition, limit, cursor });
  return withDatabase(db, (database) => listSagas(database, input));
}
