import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { applyProposal, applyProposalInput } from "../apply_proposal.ts";

/**
 * Make the swaps that are proposed for a plan since its recipes or goals have changed, all of them or none.
 * get_plan shows the proposal.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id: string, version: number, household_id?: string, db?: Postgresql) {
  const input = parseInput(applyProposalInput, { plan_id, version, household_id });
  return inTransaction(db, (tx) => applyProposal(tx, input));
}
