import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { connectStart, connectStartInput } from "../connect_account.ts";
import type { Fatsecret } from "../fatsecret_account.ts";

/**
 * Begin to connect a person's FatSecret account. They open authorize_url, sign in and allow it within 15 minutes; the
 * number shown there goes to connect_complete.
 *
 * @param person The person's name or id.
 * @param callback_url Where FatSecret sends the person afterwards; left out, it shows a number to be typed.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  callback_url?: string,
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const input = parseInput(connectStartInput, { person, callback_url, household_id, fatsecret });
  return withDatabase(db, (database) => connectStart(database, input));
}
