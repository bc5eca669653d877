import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { matchFoods, matchFoodsInput } from "../match_foods.ts";

/**
 * Find for each ingredient line the food that it means and its grams. An unsure line gets no food, and the reason.
 *
 * @param lines Ingredient lines as people write them, one string a line.
 * @param household_id Whose confirmed foods win; left out, the default household's.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(lines: string[], household_id?: string, db?: Postgresql) {
  const input = parseInput(matchFoodsInput, { lines, household_id });
  return inTransaction(db, (tx) => matchFoods(tx, input));
}
