import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { replan, replanInput } from "../replan.ts";

/**
 * Plan what is left of a plan anew, after a skipped, added or changed meal.
 * Days that have passed and meals that are locked, eaten, skipped or cooked stay as they are.
 *
 * @param plan_id The plan.
 * @param version The version of the plan that you saw; where it has changed since, nothing is done.
 * @param from_date First day to plan anew, YYYY-MM-DD; left out, today, or the plan's first day.
 * @param fill_empty Whether places without a meal are filled, as in a plan made by hand.
 * @param seed The same seed and data give the same plan.
 * @param time_limit_ms How long the planner may search.
 * @param gap_target The search ends when the rest is proven to be within this share of the best possible.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id: string,
  version: number,
  from_date?: string,
  fill_empty: boolean = false,
  seed: number = 1,
  time_limit_ms: number = 5000,
  gap_target: number = 0.005,
  household_id?: string,
  db?: Postgresql,
) {
  const search = { seed, time_limit_ms, gap_target };
  const input = parseInput(replanInput, {
    plan_id,
    version,
    from_date,
    fill_empty,
    ...search,
    household_id,
  });
  return withDatabase(db, (database) => replan(database, input));
}
