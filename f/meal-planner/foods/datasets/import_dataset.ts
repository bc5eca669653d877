import { createHash } from "node:crypto";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import type { FoodRecord } from "../food_record.ts";
import { countFigures, recordDataset, writeFoods } from "../food_store.ts";
import { type DatasetRow, recordOfRow } from "./dataset_foods.ts";
import { readFdcCsv } from "./fdc_csv.ts";
import { readFdcJson } from "./fdc_json.ts";
import { newestOfEach, underKnownIds } from "./known_foods.ts";
import { readNdjson } from "./ndjson.ts";
import { type SourceFile, withSourceFiles } from "./source_files.ts";
import { readSrAscii } from "./sr_ascii.ts";

export const importDatasetInput = z.strictObject({
  source: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe("A file, a folder or an http(s) URL; plain, gzipped or zipped."),
  format: z
    .enum(["fdc_csv", "fdc_json", "sr_ascii", "ndjson"])
    .describe("What it holds: FoodData Central's CSV or JSON, USDA's SR in ASCII, or one JSON food a line."),
});

export type ImportedDataset = {
  foods: number;
  /** Figures that are known, and household portions. */
  nutrients: number;
  portions: number;
  /** Rows that couldn't be used, and the first reasons. */
  skipped: number;
  reasons: string[];
  /** False where the very same foods were there already. */
  changed: boolean;
};

const READERS: Record<
  z.output<typeof importDatasetInput>["format"],
  (files: readonly SourceFile[], say: (progress: string) => void) => AsyncGenerator<DatasetRow>
> = { fdc_csv: readFdcCsv, fdc_json: readFdcJson, sr_ascii: readSrAscii, ndjson: readNdjson };

const KEPT_REASONS = 20;
const PROGRESS_EVERY = 2000;

/**
 * Loads a USDA dataset. All of it or nothing; loading it again changes nothing, and a food keeps its id whichever form
 * it comes in (SR by NDB number, Foundation by the FDC id under which it first came). A row that can't be used is counted, not fatal. `say` hears of
 * the progress. For each source with news FoodDatasetLoaded commits with it.
 *
 * @throws InvalidInput where the source can't be read, isn't in that format, or holds no food.
 */
export async function importDataset(
  tx: Tx,
  input: z.output<typeof importDatasetInput>,
  say: (progress: string) => void = () => undefined,
): Promise<ImportedDataset> {
  const { records, skipped, reasons } = await withSourceFiles(input.source, (files) =>
    readRecords(READERS[input.format](files, say), say),
  );
  if (records.length === 0) {
    const why = reasons[0] ? ` (${reasons[0]})` : "";
    throw new InvalidInput([
      { path: "source", message: `There is no food in it${why}. Is it really ${input.format}?` },
    ]);
  }
  const settled = await underKnownIds(tx, newestOfEach(records));
  let changed = false;
  for (const source of new Set(settled.map((record) => record.source))) {
    const foods = settled.filter((record) => record.source === source);
    const contentHash = createHash("sha256").update(JSON.stringify(foods)).digest("hex");
    const counts = { foods: foods.length, ...countFigures(foods), skipped };
    if (!(await recordDataset(tx, source, contentHash, counts, input.source))) continue;
    changed = true;
    say(`writing ${foods.length} foods of ${source}`);
    await writeFoods(tx, foods);
    await emit(tx, [{ type: "FoodDatasetLoaded", detail: { source, foods: foods.length } }]);
  }
  return { foods: settled.length, ...countFigures(settled), skipped, reasons, changed };
}

async function readRecords(
  rows: AsyncGenerator<DatasetRow>,
  say: (progress: string) => void,
): Promise<{ records: FoodRecord[]; skipped: number; reasons: string[] }> {
  const records = new Map<string, FoodRecord>();
  const reasons = new Set<string>();
  let skipped = 0;
  for await (const row of rows) {
    const record = "skipped" in row ? row : recordOfRow(row.source, row.food);
    if ("skipped" in record) {
      skipped++;
      if (reasons.size < KEPT_REASONS) reasons.add(record.skipped);
      continue;
    }
    records.set(record.foodId, record);
    if (records.size % PROGRESS_EVERY === 0) say(`${records.size} foods read`);
  }
  return { records: [...records.values()], skipped, reasons: [...reasons] };
}
