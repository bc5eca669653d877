import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { suggestPlaces, suggestPlacesInput } from "../suggest_places.ts";

/**
 * Ask to which other days of a plan a meal may be moved, what is there now, and why not where it may not.
 *
 * @param plan_id The plan.
 * @param date The meal's day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  date: string,
  position: number,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(suggestPlacesInput, { plan_id, date, position, household_id });
  return inTransaction(db, (tx) => suggestPlaces(tx, input));
}
