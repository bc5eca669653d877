import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { suggestMeals, suggestMealsInput } from "../suggest_meals.ts";

/**
 * Ask which ten recipes would be best in a place of a plan, empty or not, and what each does to everyone's day.
 *
 * @param plan_id The plan.
 * @param date The day, YYYY-MM-DD in the household's time zone.
 * @param position The place in its day, from 0, as get_plan shows it.
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
  const input = parseInput(suggestMealsInput, { plan_id, date, position, household_id });
  return inTransaction(db, (tx) => suggestMeals(tx, input));
}
