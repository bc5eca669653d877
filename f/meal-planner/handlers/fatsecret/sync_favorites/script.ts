import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { syncFavorites, syncFavoritesInput } from "../sync_favorites.ts";

/**
 * Learn a person's favourite foods and recipes at FatSecret, and their saved meals. Only ids are kept.
 *
 * @param person The person's name or id.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person: string, household_id?: string, fatsecret?: Fatsecret, db?: Postgresql) {
  const input = parseInput(syncFavoritesInput, { person, household_id, fatsecret });
  return withDatabase(db, (database) => syncFavorites(database, input));
}
