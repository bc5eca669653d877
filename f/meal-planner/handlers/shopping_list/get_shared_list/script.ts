import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { sharedListInput, showSharedList } from "../shared_list.ts";

/**
 * See the shopping list that a shared link opens, as a guest: what to buy, by aisle.
 *
 * @param share_token The token of a shared link.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(share_token: string, db?: Postgresql) {
  const input = parseInput(sharedListInput, { share_token });
  return inTransaction(db, (tx) => showSharedList(tx, input));
}
