import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { dailyNutrition } from "../daily_nutrition.ts";
import { getPlanInput } from "../get_plan.ts";

/**
 * What each person eats on each day of a plan, against their goals.
 *
 * @param plan_id The plan; left out, the household's current one.
 * @param start_date With no plan_id: the plan that begins on this day.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id?: string, start_date?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(getPlanInput, { plan_id, start_date, household_id });
  return inTransaction(db, (tx) => dailyNutrition(tx, input));
}
