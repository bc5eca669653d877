import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { fullSync, fullSyncInput } from "../full_sync.ts";

/**
 * Synchronise all that people have at FatSecret: foods, favourites, recipes, the diary both ways, weights. Killed or refused
 * anywhere, the next call goes on from there.
 *
 * @param person Left out, everybody of the household who has an account connected.
 * @param from The first day; left out, 29 days before the last.
 * @param to The last day; left out, today in the household's time zone.
 * @param scope What to synchronise; left out, all.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person?: string,
  from?: string,
  to?: string,
  scope?: ("foods" | "favorites" | "recipes" | "diary" | "weight")[],
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const input = parseInput(fullSyncInput, { person, from, to, scope, household_id, fatsecret });
  return withDatabase(db, (database) => fullSync(database, input));
}
