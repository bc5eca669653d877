import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Tandoor } from "../tandoor_account.ts";
import { testConnection, testConnectionInput } from "../test_connection.ts";

/**
 * Try the address and the token of a Tandoor: what is there, and what the token may do. Changes nothing.
 *
 * @param tandoor The server and token; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(tandoor?: Tandoor, db?: Postgresql) {
  const input = parseInput(testConnectionInput, { tandoor });
  return withDatabase(db, (database) => testConnection(database, input));
}
