import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { stopPlanning, stopPlanningInput } from "../follow_planning.ts";

/**
 * Stop a planning that runs: with the best plan that it has found so far, or without changing anything.
 *
 * @param run_id Which one, as planning_progress tells it.
 * @param keep Whether the best plan so far is taken; otherwise nothing is changed.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(run_id: string, keep: boolean = false, household_id?: string, db?: Postgresql) {
  const input = parseInput(stopPlanningInput, { run_id, keep, household_id });
  return inTransaction(db, (tx) => stopPlanning(tx, input));
}
