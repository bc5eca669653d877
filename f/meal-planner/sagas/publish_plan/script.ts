import { type Postgresql, withDatabase } from "../../database/connection.ts";
import { parseInput } from "../../database/parse_input.ts";
import { registeredSagas } from "../registered_sagas.ts";
import { publishNow, startPublishingInput } from "../start_publishing.ts";

/**
 * Publish a plan where the household's settings say (set_publishing): Tandoor's meal plan and shopping list, FatSecret's
 * saved meals. A plan that changed is brought up to date there, a cancelled one taken back. What fails is undone in reverse.
 *
 * @param plan_id The plan.
 * @param again Look once more although it is published as it is now: what people took away there comes back.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(plan_id: string, again: boolean = false, household_id?: string, db?: Postgresql) {
  const request = parseInput(startPublishingInput, { plan_id, again, household_id });
  return withDatabase(db, (database) => publishNow(database, registeredSagas, request));
}
