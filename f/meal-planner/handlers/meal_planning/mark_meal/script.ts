import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { markMeal, markMealInput } from "../mark_meal.ts";

/**
 * Say what became of a meal: eaten, skipped, or neither after all; or that they eat elsewhere then.
 * A skipped one counts for nobody's day; replan plans what is left anew.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The meal's place in its day, from 0, as get_plan shows it.
 * @param mark What became of it.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  date: string,
  position: number,
  mark: "eaten" | "skipped" | "eaten_out" | "none",
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(markMealInput, { plan_id, version, date, position, mark, household_id });
  return inTransaction(db, (tx) => markMeal(tx, input));
}
