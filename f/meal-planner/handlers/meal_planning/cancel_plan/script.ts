import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { cancelPlan, cancelPlanInput } from "../move_plan.ts";

/**
 * End a plan that isn't to be followed.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param reason Why; shown with the plan.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  reason?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(cancelPlanInput, { plan_id, version, reason, household_id });
  return inTransaction(db, (tx) => cancelPlan(tx, input));
}
