import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { describePlan, describePlanInput } from "../describe_plan.ts";

/**
 * A plan in words, for a person who decides on it: its meals, the goals and wishes that it misses, and how good it is
 * proven to be. With the version that was looked at, for activate_plan.
 *
 * @param plan_id The plan; left out, the household's current one.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(describePlanInput, { plan_id, household_id });
  return inTransaction(db, (tx) => describePlan(tx, input));
}
