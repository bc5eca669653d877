import {
  AISLES,
  type Aisle,
  ALLERGENS,
  type Allergen,
  type FoodState,
  ORIGINS,
  type Origin,
  type SoldAs,
  STATES,
  type StarterFood,
} from "../food.ts";
import type { Nutrients } from "../nutrients.ts";

/** What the foods of one table have in common. A row's own settings win. Lists are written with `+`: `fish+milk`. */
export type TableDefaults = {
  aisle: Aisle;
  state: FoodState;
  /** A unit of `SoldAs`, then the usual pack if there is one: `gram 500`, `piece`. */
  sold: string;
  from?: string;
  allergens?: string;
  shopping?: StarterFood["shopping"];
};

// The order of a row's figures. Spelt out here, so that a nutrient added later can't shift the columns.
const COLUMNS = [
  "energy_kcal",
  "protein_g",
  "fat_g",
  "saturated_fat_g",
  "carbohydrate_g",
  "fibre_g",
  "sugars_g",
  "sodium_mg",
  "calcium_mg",
  "iron_mg",
  "potassium_mg",
  "vitamin_a_ug",
  "vitamin_c_mg",
  "vitamin_d_ug",
  "vitamin_b12_ug",
  "cholesterol_mg",
] as const satisfies readonly (keyof Nutrients)[];

const MILLILITRES: Record<string, number> = { cup: 236.588, tablespoon: 14.787, teaspoon: 4.929 };
const SOLD_UNITS = ["gram", "millilitre", "piece", "can", "bunch", "jar", "pack"] as const;
const SHOPPING = ["buy", "check", "never"] as const;

/**
 * Reads foods from a table for people. A row is two lines, and a third where the figures need explaining:
 *
 * ```
 * onion: yellow onion; brown onion
 *   40 1.1 0.1 0.04 9.34 1.7 4.24 4 23 0.21 146 0 7.4 0 0 0
 *   cup 160, each 110, small 70 | refuse 10, usda 11282
 *   # why energy or a macro differs from the USDA record, or what the figures rest on where there is none
 * ```
 *
 * First the name and its aliases; then the figures for 100 g in the order of `COLUMNS`, `?` for unknown; then the grams
 * of household measures, and settings: `refuse` percent, `sold`, `main`, `aisle`, `state`, `from` (origins),
 * `allergens` (`none` clears the table's), `buy` / `check` / `never`, and `usda` with the NDB number. The first measure
 * of volume gives the density; a later one of another density (leaves whole or chopped) stays a portion of its own.
 *
 * @throws Error naming the row that can't be read, when the module is loaded.
 */
export function foodTable(defaults: TableDefaults, text: string): StarterFood[] {
  const rows: string[][] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (/^\S/.test(line)) rows.push([line]);
    else rows.at(-1)?.push(line.trim());
  }
  return rows.map((row) => {
    try {
      return readRow(defaults, row);
    } catch (error) {
      throw new Error(`Starter food "${row[0]}": ${error instanceof Error ? error.message : error}`);
    }
  });
}

function readRow(defaults: TableDefaults, row: readonly string[]): StarterFood {
  const [heading = "", figures = "", measures = "", note] = row;
  const colon = heading.indexOf(":");
  if (colon < 0) throw new Error("no colon after the name");
  const name = heading.slice(0, colon);
  const [weights = "", settings = ""] = measures.split("|");
  const food: StarterFood = {
    key: keyOf(name),
    name,
    aliases: list(heading.slice(colon + 1), ";"),
    aisle: defaults.aisle,
    state: defaults.state,
    origins: originsOf(defaults.from ?? "plant"),
    allergens: allergensOf(defaults.allergens ?? "none"),
    main: null,
    per100g: readFigures(figures),
    ...readMeasures(weights),
    refusePercent: 0,
    soldAs: soldAsOf(defaults.sold),
    shopping: defaults.shopping ?? "buy",
    ndb: null,
    ...(note ? { differs: note.replace(/^# /, "") } : {}),
  };
  for (const setting of list(settings, ",")) apply(food, setting);
  return food;
}

function keyOf(name: string): string {
  const plain = name.normalize("NFD").replace(/[̀-ͯ'’]/g, "");
  return plain
    .replace("%", " percent")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

function readFigures(text: string): Nutrients {
  const figures = text.split(" ");
  if (figures.length !== COLUMNS.length) throw new Error(`${figures.length} figures, not ${COLUMNS.length}`);
  const value = (figure: string | undefined) => (figure === "?" ? null : numberOf(figure));
  return Object.fromEntries(COLUMNS.map((nutrient, at) => [nutrient, value(figures[at])])) as Nutrients;
}

function readMeasures(text: string): Pick<StarterFood, "densityGramsPerMl" | "portions"> {
  const portions: Record<string, number> = {};
  let densityGramsPerMl: number | null = null;
  for (const measure of list(text, ",")) {
    const space = measure.lastIndexOf(" ");
    const unit = measure.slice(0, space);
    const grams = numberOf(measure.slice(space + 1));
    const millilitres = MILLILITRES[unit];
    if (millilitres && densityGramsPerMl === null) {
      densityGramsPerMl = Math.round((grams / millilitres) * 1000) / 1000;
    } else {
      portions[unit] = grams;
    }
  }
  return { densityGramsPerMl, portions };
}

function apply(food: StarterFood, setting: string): void {
  const [word = "", ...rest] = setting.split(" ");
  const value = rest.join(" ");
  switch (word) {
    case "refuse":
      food.refusePercent = numberOf(value);
      return;
    case "sold":
      food.soldAs = soldAsOf(value);
      return;
    case "main":
      food.main = value;
      return;
    case "aisle":
      food.aisle = oneOf(AISLES, value);
      return;
    case "state":
      food.state = oneOf(STATES, value);
      return;
    case "from":
      food.origins = originsOf(value);
      return;
    case "allergens":
      food.allergens = allergensOf(value);
      return;
    case "usda":
      food.ndb = value;
      return;
    default:
      food.shopping = oneOf(SHOPPING, setting);
  }
}

function soldAsOf(text: string): SoldAs {
  const [unit, pack] = text.split(" ");
  return { unit: oneOf(SOLD_UNITS, unit ?? ""), ...(pack ? { pack: numberOf(pack) } : {}) };
}

function originsOf(text: string): Origin[] {
  return list(text, "+").map((origin) => oneOf(ORIGINS, origin));
}

function allergensOf(text: string): Allergen[] {
  return text === "none" ? [] : list(text, "+").map((allergen) => oneOf(ALLERGENS, allergen));
}

function list(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function numberOf(text: string | undefined): number {
  const number = Number(text);
  if (!text || !Number.isFinite(number)) throw new Error(`"${text}" is not a number`);
  return number;
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (!found) throw new Error(`"${text}" is none of ${words.join(", ")}`);
  return found;
}
