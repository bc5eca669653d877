import { parseInput } from "../../../database/parse_input.ts";
import { summariseImport, summariseImportInput } from "../summarise_import.ts";

/**
 * What became of several imports, in their order: each one's recipe, or why there is none.
 *
 * @param sources What was imported: addresses, or names of files.
 * @param outcomes What import_url or import_file gave for each, or the error that a flow's loop kept.
 */
export async function main(sources: string[], outcomes: object[]) {
  return summariseImport(parseInput(summariseImportInput, { sources, outcomes }));
}
