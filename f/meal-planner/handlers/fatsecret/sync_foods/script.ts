import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { syncFoods, syncFoodsInput } from "../sync_foods.ts";

/**
 * Learn the foods that a person has among their favourites at FatSecret, eats lately and eats most, each with the food of
 * ours that it is. Only ids are kept.
 *
 * @param person The person's name or id.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person: string, household_id?: string, fatsecret?: Fatsecret, db?: Postgresql) {
  const input = parseInput(syncFoodsInput, { person, household_id, fatsecret });
  return withDatabase(db, (database) => syncFoods(database, input));
}
