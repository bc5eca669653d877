import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { findFoods, searchFoodsInput } from "../search_foods.ts";

/**
 * Search the foods by name, best first, with their figures per 100 g and their portions.
 *
 * @param query What a person types: a name or a part of one.
 * @param limit How many answers at most.
 * @param household_id Whose confirmed foods come first; left out, the default household's.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(query: string, limit: number = 20, household_id?: string, db?: Postgresql) {
  const input = parseInput(searchFoodsInput, { query, limit, household_id });
  return inTransaction(db, (tx) => findFoods(tx, input));
}
