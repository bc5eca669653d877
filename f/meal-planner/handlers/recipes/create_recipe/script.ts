import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { createRecipe } from "../create_recipe.ts";
import { createRecipeInput } from "../recipe.ts";

/**
 * Create a recipe. Its nutrition is worked out by the dispatcher right after.
 *
 * @param name The recipe's title.
 * @param ingredients Lines such as "2 large eggs, beaten", or objects {name, quantity?, unit?, note?}, mixed freely.
 * @param servings How many people it feeds.
 * @param steps What to do, a step an entry.
 * @param description A few words about it.
 * @param prep_minutes Minutes of work before cooking.
 * @param cook_minutes Minutes on the stove or in the oven.
 * @param cuisine For example Italian.
 * @param tags Free words, for example vegan, quick.
 * @param suits The meals that it suits; left out, they are read from tags and title.
 * @param keeps_days How many days leftovers keep in the fridge.
 * @param source_url Where it comes from.
 * @param image_url A picture.
 * @param rating 1 to 5.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  ingredients: (string | { name: string; quantity?: number; unit?: string; note?: string })[],
  servings: number,
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
  const input = parseInput(createRecipeInput, { ingredients, suits, household_id, ...text, ...figures });
  return inTransaction(db, (tx) => createRecipe(tx, input));
}
