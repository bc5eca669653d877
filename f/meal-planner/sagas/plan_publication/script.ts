import { inTransaction, type Postgresql } from "../../database/connection.ts";
import { parseInput } from "../../database/parse_input.ts";
import { planPublication, planPublicationInput } from "../plan_publication.ts";

/**
 * Where a plan is shown besides here, as of which version, and how its last publishing stands.
 *
 * @param plan_id The plan.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(planPublicationInput, { plan_id, household_id });
  return inTransaction(db, (tx) => planPublication(tx, input));
}
