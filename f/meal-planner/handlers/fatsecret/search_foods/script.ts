import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { searchFatsecret, searchFatsecretInput } from "../search_foods.ts";

/**
 * Search FatSecret's foods by name. To have one stand for a food of ours, choose it with choose_food.
 *
 * @param query What to look for.
 * @param page Which page, from 1.
 * @param limit How many foods a page has, up to 50.
 * @param servings Whether to fetch each food's servings, a call for each.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  query: string,
  page: number = 1,
  limit: number = 20,
  servings: boolean = false,
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const input = parseInput(searchFatsecretInput, { query, page, limit, servings, household_id, fatsecret });
  return withDatabase(db, (database) => searchFatsecret(database, input));
}
