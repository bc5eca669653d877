import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { forceCircuit, forceSchema } from "../circuit_calls.ts";

/** Puts a circuit into a state by hand: closed begins anew, open stays until it is forced otherwise. */
export async function main(
  name: string,
  state: "closed" | "open" | "half_open" | "disabled" | "metrics_only",
  db?: Postgresql,
) {
  const input = parseInput(forceSchema, { name, state });
  return withDatabase(db, (database) => forceCircuit(database, input));
}
