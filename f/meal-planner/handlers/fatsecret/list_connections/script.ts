import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listConnections, listConnectionsInput } from "../list_connections.ts";

/**
 * See who has a FatSecret account connected, what waits to be sent, and how the last synchronisation went.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(listConnectionsInput, { household_id });
  return inTransaction(db, (tx) => listConnections(tx, input));
}
