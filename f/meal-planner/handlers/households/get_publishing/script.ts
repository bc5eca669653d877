import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getPublishing, getPublishingInput } from "../../../households/publishing_settings.ts";

/**
 * Where a household's plans are published, and whether by themselves; nowhere, until somebody says so.
 *
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(household_id?: string, db?: Postgresql) {
  const input = parseInput(getPublishingInput, { household_id });
  return inTransaction(db, (tx) => getPublishing(tx, input));
}
