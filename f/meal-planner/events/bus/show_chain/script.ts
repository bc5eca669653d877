import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { showChain, showChainInput } from "../event_chain.ts";

/** A whole chain of events, cause by cause, with what is still owed and what died. */
export async function main(correlation_id: string, db?: Postgresql) {
  const input = parseInput(showChainInput, { correlation_id });
  return withDatabase(db, (database) => showChain(database, input.correlation_id));
}
