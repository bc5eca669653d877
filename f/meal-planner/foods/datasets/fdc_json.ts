import { z } from "zod";
import { InvalidInput } from "../../database/errors.ts";
import type { UsdaFood } from "../usda_record.ts";
import type { DatasetRow, UsdaSource } from "./dataset_foods.ts";
import { figuresByKey, WANTED_NUMBERS } from "./nutrient_numbers.ts";
import type { SourceFile } from "./source_files.ts";
import { jsonArrayObjects } from "./text_rows.ts";

const fdcFood = z.object({
  fdcId: z.int(),
  description: z.string().min(1),
  dataType: z.string().optional(),
  ndbNumber: z.union([z.number(), z.string()]).optional(),
  foodCategory: z.object({ description: z.string().optional() }).nullish(),
  foodNutrients: z
    .array(
      z.object({
        amount: z.number().nullish(),
        nutrient: z.object({ number: z.string() }).optional(),
      }),
    )
    .default([]),
  foodPortions: z
    .array(
      z.object({
        amount: z.number().nullish(),
        gramWeight: z.number(),
        modifier: z.string().nullish(),
        portionDescription: z.string().nullish(),
        measureUnit: z.object({ name: z.string() }).nullish(),
      }),
    )
    .default([]),
});

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

function rowOf(food: z.infer<typeof fdcFood>, usual: UsdaSource): DatasetRow {
  const type = food.dataType?.toLowerCase() ?? "";
  if (type !== "" && !/sr legacy|foundation/.test(type))
    return { skipped: `${food.fdcId}: a ${food.dataType} food` };
  const source = type === "" ? usual : type.includes("foundation") ? "usda_foundation" : "usda_sr";
  const figures = new Map<string, number>();
  for (const { amount, nutrient } of food.foodNutrients) {
    const number = nutrient?.number.replace(/\.0+$/, "");
    if (number && amount !== null && amount !== undefined && WANTED_NUMBERS.has(number))
      figures.set(number, amount);
  }
  const usda: UsdaFood = {
    ...(food.ndbNumber === undefined ? {} : { ndb: String(food.ndbNumber).padStart(5, "0") }),
    fdc_id: food.fdcId,
    desc: food.description,
    ...(food.foodCategory?.description ? { group: food.foodCategory.description } : {}),
    refuse_pct: null,
    n: figuresByKey(figures),
    portions: food.foodPortions.map((portion) => ({
      amount: portion.amount ?? 1,
      unit: [
        portion.measureUnit?.name === "undetermined" ? "" : portion.measureUnit?.name,
        portion.portionDescription,
        portion.modifier,
      ]
        .filter((text) => text && text !== "Quantity not specified")
        .join(", "),
      g: portion.gramWeight,
    })),
  };
  return { source, food: usda };
}
