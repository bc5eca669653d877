import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { disconnect, disconnectInput } from "../connect_account.ts";

/**
 * Forget a person's FatSecret account and its token. What is in either diary stays.
 *
 * @param person The person's name or id.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(disconnectInput, { person, household_id });
  return withDatabase(db, (database) => disconnect(database, input));
}
