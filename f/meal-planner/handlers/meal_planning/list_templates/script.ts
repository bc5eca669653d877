import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listTemplates, listTemplatesInput } from "../list_templates.ts";

/**
 * The weeks that were kept as templates; copy_plan makes a plan of one.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(listTemplatesInput, { household_id });
  return inTransaction(db, (tx) => listTemplates(tx, input));
}
