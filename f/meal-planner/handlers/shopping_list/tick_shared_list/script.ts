import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { tickSharedInput, tickSharedList } from "../shared_list.ts";

/**
 * Tick lines of the shopping list that a shared link opens. A guest can change nothing else.
 *
 * @param share_token The token of a shared link.
 * @param version The version of the list that the ticks were made on.
 * @param items For each line its item_id and whether it is in the basket.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  share_token: string,
  version: number,
  items: { item_id: string; ticked: boolean }[],
  db?: Postgresql,
) {
  const input = parseInput(tickSharedInput, { share_token, version, items });
  return inTransaction(db, (tx) => tickSharedList(tx, input));
}
