import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import type { Fatsecret } from "../fatsecret_account.ts";
import { syncRecipes, syncRecipesInput } from "../sync_recipes.ts";

/**
 * Learn a person's favourite recipes at FatSecret, with nutrition by our own tables. Only ids are kept, unless they are to
 * be copied.
 *
 * @param person The person's name or id.
 * @param copy_recipes Whether to copy them into the recipe box. FatSecret's terms let an application keep ids only; say yes
 *   where you may.
 * @param household_id Left out, the default household.
 * @param fatsecret The application; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  copy_recipes: boolean = false,
  household_id?: string,
  fatsecret?: Fatsecret,
  db?: Postgresql,
) {
  const input = parseInput(syncRecipesInput, { person, copy_recipes, household_id, fatsecret });
  return withDatabase(db, (database) => syncRecipes(database, input));
}
