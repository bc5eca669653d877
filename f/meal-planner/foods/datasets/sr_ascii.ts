import { InvalidInput } from "../../database/errors.ts";
import type { UsdaFood } from "../usda_record.ts";
import type { DatasetRow } from "./dataset_foods.ts";
import { figuresByKey, WANTED_NUMBERS } from "./nutrient_numbers.ts";
import type { SourceFile } from "./source_files.ts";
import { linesOf } from "./text_rows.ts";

/** The columns of ABBREV after the number and the short name, in USDA's order (SR26 to SR28), as far as they are kept. */
const ABBREV_COLUMNS =
  "water kcal protein fat ash carb fiber sugar calcium iron magnesium phosphorus potassium sodium zinc copper manganese selenium vit_c thiamin riboflavin niacin pantothenic vit_b6 folate_tot folic_acid folate_food folate_dfe choline vit_b12 vit_a_iu vit_a_rae retinol alpha_carotene beta_carotene beta_cryptoxanthin lycopene lutein_zeaxanthin vit_e vit_d_mcg vit_d_iu vit_k sat_fat mono_fat poly_fat cholesterol".split(
    " ",
  );

/**
 * USDA's ASCII releases of the Standard Reference: FOOD_DES and FD_GROUP with NUT_DATA, or with ABBREV where that is
 * missing, and WEIGHT. Fields are parted by `^`, text stands between `~`; the encoding is ISO 8859-1.
 *
 * @throws InvalidInput where FOOD_DES, or both NUT_DATA and ABBREV, are missing.
 */
export async function* readSrAscii(files: readonly SourceFile[]): AsyncGenerator<DatasetRow> {
  const described = fileNamed(files, "FOOD_DES");
  const data = fileNamed(files, "NUT_DATA");
  const abbreviated = fileNamed(files, "ABBREV");
  if (!described || !(data ?? abbreviated)) {
    const missing = described ? "NUT_DATA.txt or ABBREV.txt" : "FOOD_DES.txt";
    throw new InvalidInput([
      { path: "source", message: `${missing} isn't there. Give the folder or zip of an SR release.` },
    ]);
  }
  const groups = new Map<string, string>();
  for await (const [code = "", name = ""] of rowsOf(fileNamed(files, "FD_GROUP"))) groups.set(code, name);
  const figures = data ? await figuresOfNutData(data) : await figuresOfAbbrev(abbreviated as SourceFile);
  const portions = await portionsOfWeight(fileNamed(files, "WEIGHT"));
  for await (const fields of rowsOf(described)) {
    const [ndb = "", group = "", desc = "", , common = ""] = fields;
    const n = figures.get(ndb);
    if (!n) {
      yield { skipped: `${ndb} ${desc}: no figures` };
      continue;
    }
    const refuse = Number.parseFloat(fields[8] ?? "");
    const food: UsdaFood = {
      ndb,
      desc,
      ...(common ? { common } : {}),
      ...(groups.has(group) ? { group: groups.get(group) } : {}),
      refuse_pct: Number.isFinite(refuse) ? refuse : 0,
      n,
      portions: portions.get(ndb) ?? [],
    };
    yield { source: "usda_sr", food };
  }
}

function fileNamed(files: readonly SourceFile[], name: string): SourceFile | undefined {
  return files.find((file) => file.name.toUpperCase().replace(/\.TXT$/, "") === name);
}

async function* rowsOf(file: SourceFile | undefined): AsyncGenerator<string[]> {
  if (!file) return;
  for await (const line of linesOf(await file.open(), "latin1")) {
    if (line.trim() !== "") yield line.split("^").map((field) => field.replace(/^~|~$/g, "").trim());
  }
}

type Figures = Map<string, Record<string, number>>;

async function figuresOfNutData(file: SourceFile): Promise<Figures> {
  const byFood = new Map<string, Map<string, number>>();
  for await (const [ndb = "", number = "", value = ""] of rowsOf(file)) {
    const figure = Number.parseFloat(value);
    if (!WANTED_NUMBERS.has(number) || !Number.isFinite(figure)) continue;
    const known = byFood.get(ndb) ?? new Map<string, number>();
    byFood.set(ndb, known.set(number, figure));
  }
  return new Map([...byFood].map(([ndb, numbers]) => [ndb, figuresByKey(numbers)]));
}

async function figuresOfAbbrev(file: SourceFile): Promise<Figures> {
  const figures: Figures = new Map();
  for await (const [ndb = "", , ...columns] of rowsOf(file)) {
    const n: Record<string, number> = {};
    ABBREV_COLUMNS.forEach((key, i) => {
      // An empty column is unknown, not zero.
      const figure = Number.parseFloat(columns[i] ?? "");
      if (Number.isFinite(figure)) n[key] = figure;
    });
    // Older releases leave the leading zero out.
    figures.set(ndb.padStart(5, "0"), n);
  }
  return figures;
}

async function portionsOfWeight(file: SourceFile | undefined): Promise<Map<string, UsdaFood["portions"]>> {
  const portions = new Map<string, UsdaFood["portions"]>();
  for await (const [ndb = "", , amount = "", unit = "", grams = ""] of rowsOf(file)) {
    const portion = { amount: Number.parseFloat(amount), unit, g: Number.parseFloat(grams) };
    if (!Number.isFinite(portion.amount) || !Number.isFinite(portion.g)) continue;
    const known = portions.get(ndb);
    if (known) known.push(portion);
    else portions.set(ndb, [portion]);
  }
  return portions;
}
