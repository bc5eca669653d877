import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { approvePlan, approvePlanInput } from "../move_plan.ts";

/**
 * Say yes to a plan as it is.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param note A word on the decision.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  note?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(approvePlanInput, { plan_id, version, note, household_id });
  return inTransaction(db, (tx) => approvePlan(tx, input));
}
