import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setPublishing, setPublishingInput } from "../../../households/publishing_settings.ts";

/**
 * Say where a household's plans are published, and whether by themselves. What is left out stays; the answer is what holds.
 *
 * @param tandoor_meal_plan Whether planned meals become entries of Tandoor's meal plan.
 * @param tandoor_shopping Whether the shopping list's lines become entries of Tandoor's shopping list.
 * @param fatsecret_saved_meals Whether planned meals become saved meals of each connected person in FatSecret.
 * @param automatic Whether it happens by itself as plans are activated, changed and cancelled. At first yes.
 * @param tandoor_resource Path of the resource of this household's Tandoor; left out at first, the workspace's. Empty takes it back.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  tandoor_meal_plan?: boolean,
  tandoor_shopping?: boolean,
  fatsecret_saved_meals?: boolean,
  automatic?: boolean,
  tandoor_resource?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const targets = { tandoor_meal_plan, tandoor_shopping, fatsecret_saved_meals };
  const input = parseInput(setPublishingInput, { ...targets, automatic, tandoor_resource, household_id });
  return inTransaction(db, (tx) => setPublishing(tx, input));
}
