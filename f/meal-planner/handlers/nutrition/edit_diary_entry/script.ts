import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { editDiaryEntry, editDiaryEntryInput } from "../change_diary_entry.ts";

/**
 * Change an entry of the diary; its figures follow. A stale version is refused and nothing is overwritten.
 *
 * @param entry_id The entry; get_diary gives it.
 * @param version The version that you saw; get_diary gives it.
 * @param portion Servings, of an entry logged by recipe.
 * @param grams Grams, of an entry logged by food.
 * @param line The line, of an entry logged as free text.
 * @param slot The meal, for example breakfast.
 * @param date The day that it belongs to, YYYY-MM-DD.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  entry_id: string,
  version: number,
  portion?: number,
  grams?: number,
  line?: string,
  slot?: string,
  date?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const changes = { portion, grams, line, slot, date };
  const input = parseInput(editDiaryEntryInput, { entry_id, version, ...changes, household_id });
  return inTransaction(db, (tx) => editDiaryEntry(tx, input));
}
