import type { UsdaFood } from "../usda_record.ts";
import type { DatasetRow } from "./dataset_foods.ts";
import type { SourceFile } from "./source_files.ts";
import { linesOf } from "./text_rows.ts";

/** One food a line: `{"ndb", "fdc_id"?, "desc", "group", "refuse_pct", "n": {"kcal", …}, "portions": […]}`. */
export async function* readNdjson(files: readonly SourceFile[]): AsyncGenerator<DatasetRow> {
  for (const file of files) {
    let number = 0;
    for await (const line of linesOf(await file.open())) {
      number++;
      if (line.trim() === "") continue;
      yield readLine(line, `${file.name}:${number}`);
    }
  }
}

function readLine(line: string, place: string): DatasetRow {
  try {
    return { source: "usda_sr", food: JSON.parse(line) as UsdaFood };
  } catch (error) {
    return { skipped: `${place}: ${error instanceof Error ? error.message : "not JSON"}` };
  }
}
