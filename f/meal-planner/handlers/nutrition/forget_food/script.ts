import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { forgetFoodInput, forgetFoodOfLine } from "../forget_food.ts";

/**
 * Take back which food a line or a name means. From then on it is matched as if nobody had confirmed anything.
 *
 * @param line The ingredient line as it stands, or just the food's name.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(line: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(forgetFoodInput, { line, household_id });
  return inTransaction(db, (tx) => forgetFoodOfLine(tx, input));
}
