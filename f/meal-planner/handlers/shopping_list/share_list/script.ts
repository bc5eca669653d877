import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { shareList, shareListInput } from "../share_list.ts";

/**
 * Share a shopping list by a link that can be revoked. The token opens it in get_shared_list and tick_shared_list.
 *
 * @param list_id The list.
 * @param revoke Ends all links to the list, in place of making one.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(list_id: string, revoke: boolean = false, household_id?: string, db?: Postgresql) {
  const input = parseInput(shareListInput, { list_id, revoke, household_id });
  return inTransaction(db, (tx) => shareList(tx, input));
}
