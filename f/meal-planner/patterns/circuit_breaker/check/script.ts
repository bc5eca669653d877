import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { checkCircuit, checkSchema } from "../circuit_calls.ts";

/** Whether a call to a dependency may be made now. Half-open, the answer carries a permit for one probe. */
export async function main(
  name: string,
  settings?: {
    window?: { kind: "time" | "count"; seconds?: number; calls?: number };
    minimum_calls?: number;
    failure_rate?: number;
    slow_call_seconds?: number;
    slow_call_rate?: number;
    open_seconds?: number;
    open_multiplier?: number;
    maximum_open_seconds?: number;
    half_open_permits?: number;
    probes_to_close?: number;
    permit_lease_seconds?: number;
    failure_codes?: string[];
    ignored_codes?: string[];
  },
  db?: Postgresql,
) {
  const input = parseInput(checkSchema, { name, settings });
  return withDatabase(db, (database) => checkCircuit(database, input));
}
