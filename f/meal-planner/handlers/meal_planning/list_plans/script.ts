import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listPlans, listPlansInput } from "../list_plans.ts";

/**
 * A household's plans, the latest week first.
 *
 * @param limit How many at most, 1 to 200.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(limit: number = 20, household_id?: string, db?: Postgresql) {
  const input = parseInput(listPlansInput, { limit, household_id });
  return inTransaction(db, (tx) => listPlans(tx, input));
}
