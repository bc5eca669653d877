import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { explainMeal, explainMealInput } from "../explain_meal.ts";

/**
 * Say why a meal is where it is: what it gives to everyone's goals, what it costs, and what else was near.
 *
 * @param plan_id The plan.
 * @param date The day, YYYY-MM-DD in the household's time zone.
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
  const input = parseInput(explainMealInput, { plan_id, date, position, household_id });
  return inTransaction(db, (tx) => explainMeal(tx, input));
}
