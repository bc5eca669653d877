import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listRecurring, listRecurringInput } from "../recurring_items.ts";

/**
 * What a household buys again and again, how often, and when it is next on a list.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(listRecurringInput, { household_id });
  return inTransaction(db, (tx) => listRecurring(tx, input));
}
