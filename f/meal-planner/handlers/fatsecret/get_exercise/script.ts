import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { getExercise, getExerciseInput } from "../get_exercise.ts";

/**
 * See a day's exercise as FatSecret has it: all of its 24 hours, sleep and rest included.
 *
 * @param person The person's name or id.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  date?: string,
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const input = parseInput(getExerciseInput, { person, date, household_id, fatsecret });
  return withDatabase(db, (database) => getExercise(database, input));
}
