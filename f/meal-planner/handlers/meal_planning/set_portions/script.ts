import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setPortions, setPortionsInput } from "../set_portions.ts";

/**
 * Set how much of a planned meal people get, and see what their day comes to. Who isn't named keeps their portion.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param portions For each person the servings; 0 for who doesn't eat it.
 * @param guests Servings for guests, all together: cooked and shopped for, they count for nobody's day. Left out, as it was.
 * @param lock Whether planning again keeps the meal.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  position: number,
  portions?: { person_id: string; portion: number }[],
  lock: boolean = true,
  household_id?: string,
  guests?: number,
  db?: Postgresql,
) {
  const place = { plan_id, version, date, position };
  const input = parseInput(setPortionsInput, { ...place, portions, guests, lock, household_id });
  return inTransaction(db, (tx) => setPortions(tx, input));
}
