import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { allowedHosts } from "../import_url.ts";
import { previewImport, previewImportInput } from "../preview_import.ts";

/**
 * What an import would bring, with its nutrition, before anything is stored: the recipe of a web page, or those of files.
 *
 * @param url The page's address, http or https.
 * @param content The text of one file, as import_file takes it.
 * @param files Several files, each with its text as content, or as base64 where it is an archive.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  url?: string,
  content?: string,
  files?: { name: string; content?: string; base64?: string }[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(previewImportInput, { url, content, files, household_id });
  return withDatabase(db, (database) => previewImport(database, input, { allowedHosts: allowedHosts() }));
}
