import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { copyPlan, copyPlanInput } from "../copy_plan.ts";

/**
 * Make a draft with the meals of another plan or of a template.
 * Recipes that are gone or that somebody may not eat are left out and named.
 *
 * @param plan_id The plan to copy; or name a template.
 * @param template The name of a template, as save_template keeps them.
 * @param start_date First day of the copy, YYYY-MM-DD; left out, the coming Monday in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id?: string,
  template?: string,
  start_date?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(copyPlanInput, { plan_id, template, start_date, household_id });
  return inTransaction(db, (tx) => copyPlan(tx, input));
}
