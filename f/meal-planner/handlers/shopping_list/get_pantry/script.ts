import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getPantry, getPantryInput } from "../get_pantry.ts";

/**
 * See what is at home, and what came and went.
 *
 * @param ledger Also the latest 200 changes.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(ledger: boolean = false, household_id?: string, db?: Postgresql) {
  const input = parseInput(getPantryInput, { ledger, household_id });
  return inTransaction(db, (tx) => getPantry(tx, input));
}
