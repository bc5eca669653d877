import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { importFile, importFileInput } from "../import_file.ts";

/**
 * Import recipes from files: our JSON or Markdown, JSON-LD, a saved page, and the exports of Mealie, Tandoor and Paprika,
 * archives as they are. A bad recipe or file is refused alone, with its name and the reason; importing the same again
 * changes only what differs.
 *
 * @param content The text of one file. Our JSON: an array of {title or name, ingredients, servings, steps, tags, …}.
 * @param files Several files, each with its text as content, or as base64 where it is an archive.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  content?: string,
  files?: { name: string; content?: string; base64?: string }[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(importFileInput, { content, files, household_id });
  return withDatabase(db, (database) => importFile(database, input));
}
