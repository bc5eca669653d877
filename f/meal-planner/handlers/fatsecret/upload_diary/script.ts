import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { uploadDiary, uploadDiaryInput } from "../upload_diary.ts";

/**
 * Bring what a person has logged here into their diary at FatSecret, with later changes and deletions. Running it again
 * writes nothing; what fails is tried again by later runs and then given up with a dead letter.
 *
 * @param person The person's name or id.
 * @param from The first day; left out, six days before the last.
 * @param to The last day; left out, today in the household's time zone.
 * @param entry_ids Only these, also ones that were given up.
 * @param only_planned Only meals of a plan, not what was logged by hand.
 * @param upload_as How a recipe is written: as its foods, or by a saved meal of them.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  from?: string,
  to?: string,
  entry_ids?: string[],
  only_planned: boolean = false,
  upload_as: "foods" | "saved_meals" = "foods",
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const days = { person, from, to, household_id, fatsecret };
  const input = parseInput(uploadDiaryInput, { ...days, entry_ids, only_planned, upload_as });
  return withDatabase(db, (database) => uploadDiary(database, input));
}
