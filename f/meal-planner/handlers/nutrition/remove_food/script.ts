import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { removeFood, removeFoodInput } from "../own_foods.ts";

/**
 * Take one of your own foods away. The diary keeps what was eaten of it; recipes are worked out again without it.
 *
 * @param food Its name or id.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(food: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(removeFoodInput, { food, household_id });
  return inTransaction(db, (tx) => removeFood(tx, input));
}
