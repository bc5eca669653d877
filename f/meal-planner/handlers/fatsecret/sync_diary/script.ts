import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { syncDiary, syncDiaryInput } from "../sync_diary.ts";

/**
 * Make a person's diary and FatSecret's say the same of some days, both ways, with changes, deletions and weights. A second
 * run writes nothing; one that was cut off is gone on with.
 *
 * @param person The person's name or id.
 * @param from The first day; left out, six days before the last.
 * @param to The last day; left out, today in the household's time zone.
 * @param direction Both ways, or one only.
 * @param weight Whether weights are synchronised too.
 * @param only_planned Sends only meals of a plan, not what was logged by hand.
 * @param upload_as How a recipe is sent: as its foods, or by a saved meal of them.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  from?: string,
  to?: string,
  direction: "both" | "from_fatsecret" | "to_fatsecret" = "both",
  weight: boolean = true,
  only_planned: boolean = false,
  upload_as: "foods" | "saved_meals" = "foods",
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const days = { person, from, to, household_id, fatsecret };
  const input = parseInput(syncDiaryInput, { ...days, direction, weight, only_planned, upload_as });
  return withDatabase(db, (database) => syncDiary(database, input));
}
