import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { cookTwice, cookTwiceInput } from "../cook_twice.ts";

/**
 * Cook a planned meal for a later meal, too: what is left of it is eaten there instead of what is planned.
 * Without a day, the places are shown where that could be.
 *
 * @param plan_id The plan.
 * @param date The day on which it is cooked, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done. Needed with a day.
 * @param to_date The day on which it is eaten again; left out, the places are shown and nothing changes.
 * @param to_position The place in that day; left out, the same one.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  date: string,
  position: number,
  version?: number,
  to_date?: string,
  to_position?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const place = { date, position, to_date, to_position };
  const input = parseInput(cookTwiceInput, { plan_id, version, ...place, household_id });
  return inTransaction(db, (tx) => cookTwice(tx, input));
}
