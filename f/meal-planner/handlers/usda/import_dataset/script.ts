import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { importDataset, importDatasetInput } from "../../../foods/datasets/import_dataset.ts";

/**
 * Load USDA's foods from a file, a folder or a URL. Safe to run again: nothing is there twice. Progress goes to the log.
 *
 * @param source A file, a folder or an http(s) URL; plain, gzipped or zipped.
 * @param format What it holds: FoodData Central's CSV or JSON, USDA's SR in ASCII, or one JSON food a line.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  source: string,
  format: "fdc_csv" | "fdc_json" | "sr_ascii" | "ndjson",
  db?: Postgresql,
) {
  const input = parseInput(importDatasetInput, { source, format });
  return inTransaction(db, (tx) => importDataset(tx, input, console.error));
}
