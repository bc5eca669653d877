import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { searchUsda, searchUsdaInput } from "../search_foods.ts";
import type { UsdaFdc } from "../usda_account.ts";

/**
 * Search USDA FoodData Central by name. Answers are kept for a week. To use a food in recipes, fetch it with get_food.
 *
 * @param query What to look for.
 * @param data_types Which data; left out, Foundation and SR Legacy, the plain foods.
 * @param brand_owner Only foods of this brand's owner.
 * @param page Which page, from 1.
 * @param limit How many foods a page has, up to 200.
 * @param usda The key; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  query: string,
  data_types?: ("Foundation" | "SR Legacy" | "Survey (FNDDS)" | "Branded")[],
  brand_owner?: string,
  page: number = 1,
  limit: number = 25,
  usda?: UsdaFdc,
  db?: Postgresql,
) {
  const input = parseInput(searchUsdaInput, { query, data_types, brand_owner, page, limit, usda });
  return withDatabase(db, (database) => searchUsda(database, input));
}
