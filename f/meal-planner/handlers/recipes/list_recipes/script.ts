import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listRecipes, listRecipesInput } from "../list_recipes.ts";

/**
 * The household's recipes, a page at a time, with nutrition per serving.
 *
 * @param search Words to look for in title, tags, ingredients and description, accents or not; "-word" leaves out, quotes keep together.
 * @param tags Only recipes with all of these tags.
 * @param suits Only recipes for this meal.
 * @param max_minutes Only recipes whose preparation and cooking take at most this long.
 * @param food Only recipes with this food among the ingredients.
 * @param without_food Only recipes without it.
 * @param diet Only recipes for this diet; one with an ingredient that isn't known is left out.
 * @param min_rating Only recipes rated this or better.
 * @param nutrition Only recipes within these ranges per serving; one whose figure isn't known is left out.
 * @param sort The order: by name, best match of the search first, newest, best rated, quickest, or fewest calories a serving.
 * @param archived Those that were deleted while a plan used them, in place of the others; restore_recipe brings one back.
 * @param limit Recipes a page, 1 to 200.
 * @param cursor next_cursor of the page before.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  search?: string,
  tags?: string[],
  suits?: "breakfast" | "lunch" | "dinner" | "snack",
  max_minutes?: number,
  food?: string,
  without_food?: string,
  diet?: "omnivore" | "pescatarian" | "vegetarian" | "vegan",
  min_rating?: number,
  nutrition?: { nutrient: string; least?: number; most?: number }[],
  sort: "name" | "best_match" | "newest" | "rating" | "time" | "energy" = "name",
  archived: boolean = false,
  limit: number = 50,
  cursor?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const filters = { search, tags, suits, max_minutes, food, without_food, diet, min_rating, nutrition };
  const input = parseInput(listRecipesInput, { ...filters, sort, archived, limit, cursor, household_id });
  return inTransaction(db, (tx) => listRecipes(tx, input));
}
