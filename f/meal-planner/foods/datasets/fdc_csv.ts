import { InvalidInput } from "../../database/errors.ts";
import { fdcPortions } from "../fdc_food.ts";
import type { UsdaFood, UsdaSource } from "../usda_record.ts";
import type { DatasetRow } from "./dataset_foods.ts";
import { figuresByKey, WANTED_NUMBERS } from "./nutrient_numbers.ts";
import type { SourceFile } from "./source_files.ts";
import { csvRows } from "./text_rows.ts";

/** The kinds of food that are read; the others (branded, survey, samples) are counted as skipped. */
const SOURCES: Readonly<Record<string, UsdaSource>> = {
  sr_legacy_food: "usda_sr",
  foundation_food: "usda_foundation",
};

const PROGRESS_EVERY_ROWS = 200_000;

/**
 * FoodData Central's CSV downloads of SR Legacy and Foundation foods: food, nutrient, food_nutrient, and where they
 * are there food_portion, measure_unit, food_category, sr_legacy_food and foundation_food (both for the NDB number).
 * Columns are read by name. The foods are held in memory, their nutrient rows aren't.
 *
 * @throws InvalidInput where one of the first three files is missing.
 */
export async function* readFdcCsv(
  files: readonly SourceFile[],
  say: (progress: string) => void = () => undefined,
): AsyncGenerator<DatasetRow> {
  const [foodFile, nutrientFile, figureFile] = ["food", "nutrient", "food_nutrient"].map((name) =>
    required(files, name),
  );
  const categories = await pairs(files, "food_category", "id", "description");
  const units = await pairs(files, "measure_unit", "id", "name");
  const ndbs = new Map([
    ...(await pairs(files, "sr_legacy_food", "fdc_id", "ndb_number")),
    ...(await pairs(files, "foundation_food", "fdc_id", "ndb_number")),
  ]);
  const foods = new Map<string, { source: UsdaSource; food: UsdaFood; figures: Map<string, number> }>();
  for await (const row of csvRows(await (foodFile as SourceFile).open())) {
    const id = row.get("fdc_id") ?? "";
    const source = SOURCES[row.get("data_type") ?? ""];
    if (!source) {
      yield { skipped: `Of another kind: ${row.get("data_type") || "none"}` };
      continue;
    }
    const ndb = ndbs.get(id)?.padStart(5, "0");
    const group = categories.get(row.get("food_category_id") ?? "");
    const food = {
      ...(ndb ? { ndb } : {}),
      fdc_id: Number(id),
      desc: row.get("description") ?? "",
      ...(group ? { group } : {}),
      refuse_pct: null,
      n: {},
      portions: [],
    };
    foods.set(id, { source, food, figures: new Map() });
  }
  const numbers = await numbersOf(nutrientFile as SourceFile);
  let rows = 0;
  for await (const row of csvRows(await (figureFile as SourceFile).open())) {
    if (++rows % PROGRESS_EVERY_ROWS === 0) say(`${rows} figures read`);
    const number = numbers.get(row.get("nutrient_id") ?? "");
    const amount = Number.parseFloat(row.get("amount") ?? "");
    if (number && Number.isFinite(amount)) foods.get(row.get("fdc_id") ?? "")?.figures.set(number, amount);
  }
  await addPortions(files, units, (id) => foods.get(id)?.food);
  for (const { source, food, figures } of foods.values())
    yield { source, food: { ...food, n: figuresByKey(figures) } };
}

function find(files: readonly SourceFile[], name: string): SourceFile | undefined {
  return files.find((file) => file.name.toLowerCase() === `${name}.csv`);
}

function required(files: readonly SourceFile[], name: string): SourceFile {
  const file = find(files, name);
  if (file) return file;
  throw new InvalidInput([
    {
      path: "source",
      message: `${name}.csv isn't there. Give the zip or folder of a FoodData Central CSV download.`,
    },
  ]);
}

async function pairs(
  files: readonly SourceFile[],
  name: string,
  key: string,
  value: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const file = find(files, name);
  if (!file) return found;
  for await (const row of csvRows(await file.open())) {
    const text = row.get(value)?.trim();
    if (text) found.set(row.get(key) ?? "", text);
  }
  return found;
}

/** Nutrient id → number, as far as it is wanted. Numbers are written 208, 208.0 or 269.3. */
async function numbersOf(file: SourceFile): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for await (const row of csvRows(await file.open())) {
    const number = (row.get("nutrient_nbr") ?? "").trim().replace(/\.0+$/, "");
    if (WANTED_NUMBERS.has(number)) numbers.set(row.get("id") ?? "", number);
  }
  return numbers;
}

async function addPortions(
  files: readonly SourceFile[],
  units: ReadonlyMap<string, string>,
  foodOf: (id: string) => UsdaFood | undefined,
): Promise<void> {
  const file = find(files, "food_portion");
  if (!file) return;
  for await (const row of csvRows(await file.open())) {
    const amount = Number.parseFloat(row.get("amount") ?? "");
    const gramWeight = Number.parseFloat(row.get("gram_weight") ?? "");
    // In the shape of the JSON download, so that a food is the same in both.
    const portions = fdcPortions({
      amount: Number.isFinite(amount) ? amount : null,
      gramWeight: Number.isFinite(gramWeight) ? gramWeight : null,
      modifier: row.get("modifier"),
      portionDescription: row.get("portion_description"),
      measureUnit: { name: units.get(row.get("measure_unit_id") ?? "") },
    });
    foodOf(row.get("fdc_id") ?? "")?.portions.push(...portions);
  }
}
