import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildFoodIndex, type FoodIndex } from "../f/meal-planner/foods/food_index.ts";
import { publicSourceId, recordOfStarterFood } from "../f/meal-planner/foods/food_record.ts";
import { parseIngredientLine } from "../f/meal-planner/foods/ingredient_line.ts";
import { resolveLine } from "../f/meal-planner/foods/line_nutrition.ts";
import { STARTER_FOODS } from "../f/meal-planner/foods/starter_foods/starter_foods.ts";
import { findUnit } from "../f/meal-planner/foods/units.ts";
import { recordOfUsdaFood, usdaFood } from "../f/meal-planner/foods/usda_record.ts";
import { IGNORABLE, STATE_WORDS } from "../f/meal-planner/foods/vocabulary/match_words.ts";
import { nameWords } from "../f/meal-planner/foods/word_forms.ts";
import type { JudgedLine } from "./judged_lines.ts";

const SHARED = new URL("../../shared/", import.meta.url).pathname;
export const LABELLED = `${SHARED}data/ingredients/labelled.ndjson`;
export const LABELLED_TOKENS = `${SHARED}data/ingredients/labelled_tokens.ndjson`;
export const FOOD_CASES = `${SHARED}cases/food_matches.ndjson`;
export const SR28 = `${SHARED}data/usda/sr28.ndjson.gz`;

/** The rules were written with the first lines of each corpus in sight; figures are of the rest. */
export const HELD_BACK_FROM = { [LABELLED]: 650, [LABELLED_TOKENS]: 600 };

/** Whether the data that isn't part of the project is beside it. */
export const present = (...paths: string[]) => paths.every((path) => existsSync(path));

/** The lines of both corpora that no rule was written for, or of one. */
export function heldBack(...paths: string[]): Labelled[] {
  return paths.flatMap((path) => readLabelled(path).slice(HELD_BACK_FROM[path]));
}

type Labelled = { line: string; quantity: number | null; units: string[]; name: string };

export function readLabelled(path: string): Labelled[] {
  const rows: Record<string, unknown>[] = lines(path).map((line) => JSON.parse(line));
  return rows.map((row) => ({
    line: String(row.line),
    quantity: firstNumber(Array.isArray(row.qty) ? row.qty[0] : row.qty),
    units: unitsIn(String(row.unit ?? "")),
    name: String(row.name ?? ""),
  }));
}

const lines = (path: string) => readFileSync(path, "utf8").trim().split("\n");

function firstNumber(label: unknown): number | null {
  if (typeof label === "number") return label;
  const text = String(label ?? "")
    .replace(/#/g, " ")
    .replace(/\$/g, "/")
    .trim();
  const match = /^(?:(\d+) )?(\d+)\/(\d+)|^(\d+(?:\.\d+)?)/.exec(text);
  if (match?.[3]) return Number(match[1] ?? 0) + Number(match[2]) / Number(match[3]);
  return match?.[4] ? Number(match[4]) : null;
}

function unitsIn(label: string): string[] {
  return label
    .replace(/fl oz/g, "floz")
    .split(/\s+/)
    .map((word) => findUnit(word)?.name)
    .filter((unit) => unit !== undefined);
}

/** What a parser makes of a line, ours or another: `unit` by its name in our table, null for none. */
export type ReadLine = {
  quantity: number | null;
  unit: string | null;
  food: string | null;
  alternatives: readonly string[];
};

export type ParserScore = {
  lines: number;
  quantityAndUnit: number;
  /** Lines that start with a figure and whose label has lost it: the token labels leave out every 1/3 and 1/8. */
  quantityLost: number;
  /** `quantityAndUnit` without those, which no reading can get right. */
  quantityAndUnitWhereLabelled: number;
  name: number;
  nameContained: number;
  sameFood: number;
};

/**
 * Shares of lines read right: the quantity within 0.02 and the unit one of the labelled ones (a label may hold both of
 * "200g/7oz"); the food's words the same, singular; the labelled words all within the food; and the same food named,
 * by words of state and quality set aside on both sides, the food or its first alternative. The corpora contradict
 * each other on those words and on alternatives: "fresh dill" is labelled so in one and as "dill" in the other.
 */
export function scoreParser(
  labelled: readonly Labelled[],
  read: (line: string) => ReadLine = parseIngredientLine,
): ParserScore {
  let [amounts, lost, names, contained, same] = [0, 0, 0, 0, 0];
  for (const gold of labelled) {
    const parsed = read(gold.line);
    if (quantityIsRight(gold, parsed) && unitIsRight(gold, parsed)) amounts++;
    else if (gold.quantity === null && /^\d/.test(gold.line)) lost++;
    const [said, food] = [nameWords(gold.name), nameWords(parsed.food ?? "")];
    if (said.join(" ") === food.join(" ")) names++;
    if (said.every((word) => food.includes(word))) contained++;
    const offered = [food, nameWords(parsed.alternatives[0] ?? "")];
    if (offered.some((words) => foodWords(words) === foodWords(said))) same++;
  }
  const share = (count: number) => count / labelled.length;
  return {
    lines: labelled.length,
    quantityAndUnit: share(amounts),
    quantityLost: lost,
    quantityAndUnitWhereLabelled: amounts / (labelled.length - lost),
    name: share(names),
    nameContained: share(contained),
    sameFood: share(same),
  };
}

function foodWords(words: readonly string[]): string {
  const food = words.filter((word) => !IGNORABLE.has(word) && !STATE_WORDS[word]);
  return (food.length > 0 ? food : words).join(" ");
}

function quantityIsRight(gold: Labelled, parsed: ReadLine): boolean {
  // An article is a quantity to us and none to the labels.
  if (gold.quantity === null) return parsed.quantity === null || /^an? /i.test(gold.line);
  return parsed.quantity !== null && Math.abs(parsed.quantity - gold.quantity) <= 0.021;
}

function unitIsRight(gold: Labelled, parsed: ReadLine): boolean {
  return gold.units.length === 0 ? parsed.unit === null : gold.units.includes(parsed.unit ?? "");
}

type FoodCase = {
  line: string;
  accept: string[];
  near: string[];
  unmatched_ok: boolean;
  grams: [number, number] | null;
};

export type MatchScore = {
  lines: number;
  accepted: number;
  wrong: number;
  grams: number;
  failures: string[];
};

/** The lines that were judged for us. */
export function readFoodCases(): JudgedLine[] {
  const cases: FoodCase[] = lines(FOOD_CASES).map((line) => JSON.parse(line));
  return cases.map(({ unmatched_ok, ...known }) => ({
    ...known,
    unmatchedOk: unmatched_ok,
    numbersOnly: true,
  }));
}

/** Shares of lines whose record a dietitian accepts, whose record is wrong, and whose grams lie in the fair range. */
export function scoreMatches(index: FoodIndex, cases: readonly JudgedLine[]): MatchScore {
  let [accepted, wrong, grams] = [0, 0, 0];
  const failures: string[] = [];
  for (const known of cases) {
    const { food: found, grams: weight } = resolveLine(index, known.line);
    // A staple without a USDA number can be in no list of numbers.
    const food = found && known.numbersOnly && publicSourceId(found) === null ? null : found;
    const called = food === null ? [] : [publicSourceId(food), food.name].filter((one) => one !== null);
    const fine = food === null ? known.unmatchedOk : called.some((one) => known.accept.includes(one));
    if (fine) accepted++;
    else if (food !== null && !called.some((one) => known.near.includes(one))) wrong++;
    const weighed = isFair(weight, known.grams);
    if (weighed) grams++;
    if (!fine || !weighed) failures.push(`${known.line} → ${found?.description ?? "none"}, ${weight} g`);
  }
  const share = (count: number) => count / cases.length;
  return {
    lines: cases.length,
    accepted: share(accepted),
    wrong: share(wrong),
    grams: share(grams),
    failures,
  };
}

function isFair(grams: number | null, fair: JudgedLine["grams"]): boolean {
  if (fair === undefined) return true;
  return fair === null ? grams === null : isWithin(grams, ...fair);
}

const isWithin = (grams: number | null, low: number, high: number) =>
  grams !== null && grams >= low && grams <= high;

/** The staples, and with them all of SR28. */
export function indexOf(what: "staples" | "staples and SR28"): FoodIndex {
  const records = STARTER_FOODS.map(recordOfStarterFood);
  if (what === "staples") return buildFoodIndex(records);
  const rows = gunzipSync(readFileSync(SR28)).toString("utf8").trim().split("\n");
  return buildFoodIndex([
    ...records,
    ...rows.map((row) => recordOfUsdaFood(usdaFood.parse(JSON.parse(row)), "usda_sr")),
  ]);
}
