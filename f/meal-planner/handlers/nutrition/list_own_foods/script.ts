import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listOwnFoods, listOwnFoodsInput } from "../own_foods.ts";

/**
 * The foods that the household has added itself, by name, with their figures per 100 g and their portions.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(listOwnFoodsInput, { household_id });
  return inTransaction(db, (tx) => listOwnFoods(tx, input));
}
