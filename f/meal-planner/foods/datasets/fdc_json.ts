import { InvalidInput } from "../../database/errors.ts";
import { type FdcFood, fdcFood, fdcSource, usdaFoodOf } from "../fdc_food.ts";
import type { UsdaSource } from "../usda_record.ts";
import type { DatasetRow } from "./dataset_foods.ts";
import type { SourceFile } from "./source_files.ts";
import { jsonArrayObjects } from "./text_rows.ts";

/**
 * FoodData Central's JSON downloads: `{"SRLegacyFoods": […]}` or `{"FoundationFoods": […]}`, food by food. The kind is
 * the food's own `dataType`, else what the document's key says.
 *
 * @throws InvalidInput where there is no .json file.
 */
export async function* readFdcJson(files: readonly SourceFile[]): AsyncGenerator<DatasetRow> {
  const documents = files.length === 1 ? files : files.filter((file) => /\.json$/i.test(file.name));
  if (documents.length === 0) {
    throw new InvalidInput([
      {
        path: "source",
        message: "There is no .json file. Give the zip or file of a FoodData Central JSON download.",
      },
    ]);
  }
  for (const file of documents) {
    const usual: UsdaSource = /foundation/i.test(file.name) ? "usda_foundation" : "usda_sr";
    let place = 0;
    for await (const object of jsonArrayObjects(await file.open())) {
      place++;
      const parsed = fdcFood.safeParse(object);
      if (!parsed.success)
        yield { skipped: `${file.name}, food ${place}: ${parsed.error.issues[0]?.message}` };
      else yield rowOf(parsed.data, usual);
    }
  }
}

function rowOf(food: FdcFood, usual: UsdaSource): DatasetRow {
  const source = food.dataType ? fdcSource(food.dataType) : usual;
  if (source !== "usda_sr" && source !== "usda_foundation") {
    return { skipped: `${food.fdcId}: a ${food.dataType} food` };
  }
  return { source, food: usdaFoodOf(food) };
}
