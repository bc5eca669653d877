import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { undoChange, undoChangeInput } from "../undo_change.ts";

/**
 * Take back the last changes of a plan's meals, all of them or none.
 * Called again it goes further back.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param count How many changes, the last first.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  count: number = 1,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(undoChangeInput, { plan_id, version, count, household_id });
  return inTransaction(db, (tx) => undoChange(tx, input));
}
