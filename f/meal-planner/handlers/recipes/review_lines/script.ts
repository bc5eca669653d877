import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { reviewLines, reviewLinesInput } from "../review_lines.ts";

/**
 * Work out the nutrition of recipes and say which of their lines mean no food for sure, with the foods that they may mean.
 *
 * @param recipe_ids The recipes; list_recipes gives their ids.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(recipe_ids: string[], household_id?: string, db?: Postgresql) {
  const input = parseInput(reviewLinesInput, { recipe_ids, household_id });
  return inTransaction(db, (tx) => reviewLines(tx, input));
}
