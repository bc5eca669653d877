import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { deleteDiaryEntry, deleteDiaryEntryInput } from "../change_diary_entry.ts";

/**
 * Take an entry out of the diary. Deleting it again changes nothing; a stale version is refused.
 *
 * @param entry_id The entry; get_diary gives it.
 * @param version The version that you saw; get_diary gives it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(entry_id: string, version: number, household_id?: string, db?: Postgresql) {
  const input = parseInput(deleteDiaryEntryInput, { entry_id, version, household_id });
  return inTransaction(db, (tx) => deleteDiaryEntry(tx, input));
}
