import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { publishPlan, publishPlanInput } from "../publish_plan.ts";
import type { Tandoor } from "../tandoor_account.ts";

/**
 * Publish a followed plan to Tandoor: its meals with their servings, its shopping list. Run again, it brings there what has
 * changed here; a cancelled plan is taken back.
 *
 * @param plan_id The plan: followed, or cancelled after it was published.
 * @param meal_plan Whether its meals become entries of Tandoor's meal plan.
 * @param shopping Whether its shopping list becomes entries of Tandoor's shopping list.
 * @param tandoor The server and a token for it; left out, the workspace's own.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  meal_plan: boolean = true,
  shopping: boolean = true,
  tandoor?: Tandoor,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(publishPlanInput, { plan_id, meal_plan, shopping, tandoor, household_id });
  return withDatabase(db, (database) => publishPlan(database, input));
}
