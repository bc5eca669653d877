import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { connectComplete, connectCompleteInput } from "../connect_account.ts";
import type { Fatsecret } from "../fatsecret_account.ts";

/**
 * End what connect_start began, with the number that FatSecret gave. The token goes into a secret variable of the person's.
 *
 * @param connection_id What connect_start gave.
 * @param verifier The number that FatSecret shows, or oauth_verifier of its callback.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(connection_id: string, verifier: string, fatsecret?: Fatsecret, db?: Postgresql) {
  const input = parseInput(connectCompleteInput, { connection_id, verifier, fatsecret });
  return withDatabase(db, (database) => connectComplete(database, input));
}
