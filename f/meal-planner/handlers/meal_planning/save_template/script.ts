import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { saveTemplate, saveTemplateInput } from "../save_template.ts";

/**
 * Keep a plan's meals, without their dates, under a name for copy_plan.
 *
 * @param plan_id The plan.
 * @param name Its name; a template that has it already is replaced.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id: string, name: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(saveTemplateInput, { plan_id, name, household_id });
  return inTransaction(db, (tx) => saveTemplate(tx, input));
}
