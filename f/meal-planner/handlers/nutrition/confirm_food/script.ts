import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { confirmFoodInput, confirmFoodOfLine } from "../confirm_food.ts";

/**
 * Remember which food a line or a name means. From then on it wins in all of the household's recipes.
 *
 * @param line The ingredient line as it stands, or just the food's name.
 * @param food_id The food that it means, as search_foods or match_foods name it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(line: string, food_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(confirmFoodInput, { line, food_id, household_id });
  return inTransaction(db, (tx) => confirmFoodOfLine(tx, input));
}
