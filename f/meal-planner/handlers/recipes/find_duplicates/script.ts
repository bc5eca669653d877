import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { findDuplicates, findDuplicatesInput } from "../find_duplicates.ts";

/**
 * Propose recipes to merge: of the same source or title, with near-same ingredients. Nothing is changed.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(findDuplicatesInput, { household_id });
  return inTransaction(db, (tx) => findDuplicates(tx, input));
}
