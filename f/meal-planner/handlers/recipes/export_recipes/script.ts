import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { exportRecipes, exportRecipesInput } from "../export_recipes.ts";

/**
 * Export recipes as one text: our JSON, which import_file reads back, JSON-LD with nutrition, or Markdown.
 *
 * @param recipe_ids Which ones; left out, all of the household's.
 * @param format json is ours and without loss, json_ld is schema.org's, markdown is for people.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  recipe_ids?: string[],
  format: "json" | "json_ld" | "markdown" = "json",
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(exportRecipesInput, { recipe_ids, format, household_id });
  return inTransaction(db, (tx) => exportRecipes(tx, input));
}
