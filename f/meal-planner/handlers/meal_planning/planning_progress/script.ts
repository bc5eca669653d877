import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { planningProgress, planningProgressInput } from "../follow_planning.ts";

/**
 * How far the plannings that run right now are: how near to the best possible week, and how much of the time is used.
 *
 * @param start_date Only the planning of the week from this day, YYYY-MM-DD; left out, all of the household's.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(start_date?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(planningProgressInput, { start_date, household_id });
  return inTransaction(db, (tx) => planningProgress(tx, input));
}
