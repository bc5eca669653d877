import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { importFile, importFileInput } from "../import_file.ts";

/**
 * Import recipes from a file's text. A bad recipe is refused alone, with its name and the reason; importing the
 * same file again changes only what differs.
 *
 * @param content A JSON array of recipes: title or name, ingredients (lines or {text}), servings, steps, tags.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(content: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(importFileInput, { content, household_id });
  return withDatabase(db, (database) => importFile(database, input));
}
