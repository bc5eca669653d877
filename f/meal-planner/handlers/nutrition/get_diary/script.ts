import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getDiary, getDiaryInput } from "../get_diary.ts";

/**
 * What people ate on a day, entry by entry, added up and beside their goals. Unknown figures are null, never 0.
 *
 * @param person A person's name or id; left out, everyone.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person?: string, date?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(getDiaryInput, { person, date, household_id });
  return inTransaction(db, (tx) => getDiary(tx, input));
}
