import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { activatePlan, activatePlanInput } from "../activate_plan.ts";

/**
 * Make a plan the one that the household follows. The shopping list follows by event.
 *
 * @param plan_id The plan to follow.
 * @param replace Cancel another active plan that has days in common; otherwise it is a conflict.
 * @param version The version that was looked at; where the plan changed since, nothing is done. Left out, as it is now.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  replace: boolean = false,
  version?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(activatePlanInput, { plan_id, replace, version, household_id });
  return inTransaction(db, (tx) => activatePlan(tx, input));
}
