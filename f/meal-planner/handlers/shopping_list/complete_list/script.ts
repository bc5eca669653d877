import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { completeList, completeListInput } from "../complete_list.ts";

/**
 * End a shopping list: what is ticked goes to the pantry. Ending it twice changes nothing.
 *
 * @param list_id The list.
 * @param add_to_pantry Whether what was ticked is at home now.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  list_id: string,
  add_to_pantry: boolean = true,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(completeListInput, { list_id, add_to_pantry, household_id });
  return inTransaction(db, (tx) => completeList(tx, input));
}
