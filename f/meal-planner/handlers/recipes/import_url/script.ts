import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { allowedHosts, importUrl, importUrlInput } from "../import_url.ts";

/**
 * Import the recipe of a web page by its schema.org data. The same address imported again brings it up to date. Private
 * and loopback addresses are refused, except the hosts in the environment's MEAL_PLANNER_PRIVATE_HOSTS.
 *
 * @param url The page's address, http or https.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(url: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(importUrlInput, { url, household_id });
  return withDatabase(db, (database) => importUrl(database, input, { allowedHosts: allowedHosts() }));
}
