import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { completePlan, completePlanInput } from "../move_plan.ts";

/**
 * Close a plan that was followed, on its last day or later.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id: string, version: number, household_id?: string, db?: Postgresql) {
  const input = parseInput(completePlanInput, { plan_id, version, household_id });
  return inTransaction(db, (tx) => completePlan(tx, input));
}
