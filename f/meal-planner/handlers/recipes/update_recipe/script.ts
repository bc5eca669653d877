import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { updateRecipe, updateRecipeInput } from "../update_recipe.ts";

/**
 * Change the given fields of a recipe. A field that is left out stays; null empties cuisine, times, addresses and rating.
 * A stale version is refused and nothing is overwritten.
 *
 * @param recipe_id The recipe to change.
 * @param version The version that you saw; get_recipe gives it.
 * @param name The recipe's title.
 * @param ingredients All lines, as create_recipe takes them; they replace the stored ones.
 * @param servings How many people it feeds.
 * @param steps All steps; they replace the stored ones.
 * @param description A few words about it.
 * @param prep_minutes Minutes of work before cooking.
 * @param cook_minutes Minutes on the stove or in the oven.
 * @param cuisine For example Italian.
 * @param tags All tags; they replace the stored ones.
 * @param suits The meals that it suits; an empty list for a sauce or the like, which isn't planned alone.
 * @param keeps_days How many days leftovers keep in the fridge.
 * @param source_url Where it comes from.
 * @param image_url A picture.
 * @param rating 1 to 5.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  recipe_id: string,
  version: number,
  name?: string,
  ingredients?: (string | { name: string; quantity?: number; unit?: string; note?: string })[],
  servings?: number,
  steps?: string[],
  description?: string,
  prep_minutes?: number,
  cook_minutes?: number,
  cuisine?: string,
  tags?: string[],
  suits?: ("breakfast" | "lunch" | "dinner" | "snack")[],
  keeps_days?: number,
  source_url?: string,
  image_url?: string,
  rating?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const text = { name, description, steps, cuisine, tags, source_url, image_url };
  const figures = { servings, prep_minutes, cook_minutes, keeps_days, rating };
  const which = { recipe_id, version, household_id };
  const input = parseInput(updateRecipeInput, { ...which, ingredients, suits, ...text, ...figures });
  return inTransaction(db, (tx) => updateRecipe(tx, input));
}
