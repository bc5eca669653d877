import { countedGrams } from "./counted_grams.ts";
import type { FoodIndex } from "./food_index.ts";
import type { FoodRecord } from "./food_record.ts";
import { round } from "./grams.ts";
import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";
import { jointLines } from "./joint_lines.ts";
import { type ResolvedLine, resolveLine, SURE, together } from "./line_nutrition.ts";
import { scaleNutrients } from "./nutrients.ts";
import { lineWithName } from "./uncut_name.ts";
import { gramsOfUnit } from "./units.ts";
import { EATEN_AS, EATEN_IN, FILLED, MADE_UP } from "./vocabulary/eaten_names.ts";
import {
  SERVED_BY_UNIT,
  type Serving,
  USUAL_ADDITIONS,
  USUAL_SERVINGS,
} from "./vocabulary/usual_servings.ts";
import { nameKey, nameWords } from "./word_forms.ts";

/** Whose English it is: chips are fried potatoes in Britain and crisps in America, and a British pint is larger. */
export type EnglishOf = keyof typeof EATEN_IN;

const BRITISH_PINTS = 568.261 / 473.176;
/** A handful of pieces as small as this isn't counted: "almonds" are some. */
const SMALL_PIECE_GRAMS = 18;
const SERVED =
  /^((?:\d[\d./]*|an?|one|two|three|half a) )?(?:plates?|portions?|servings?|helpings?|sides?) (?:of )?(.+)$/i;
const SQUARES = /^(an?|one|two|three|four|\d+) squares? (?:of )?(.*chocolate)$/i;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const SQUARE_GRAMS = 10;
const WITH = / (?:with|on|and a|and some|&|\+) | and /i;
/** What is said of how a food is or was made isn't eaten with it. */
const NOT_WITH = /^(?:its |the |no |skin|bone|salt|added|out|toast$)/i;

/**
 * What somebody writes that they ate. It reads as a recipe's line does, and beyond that as people speak of meals: a bare
 * "banana" is one, "coffee" a cup, rice by the bowl is cooked; "toast with butter" is both; a cappuccino is coffee and
 * milk. `gramsHow` says what was taken for granted. Of several foods, one that isn't known leaves the figures unknown.
 */
export function resolveEaten(index: FoodIndex, text: string, english: EnglishOf = "british"): ResolvedLine {
  const plain = text.trim().replace(/\s+/g, " ");
  const own = lineWithName(plain, index.uncut);
  if (own) return amounted(index, own, own, english, null);
  const whole = resolveOne(index, plain, english, null);
  const said = plain.split(WITH).filter((part) => part !== "");
  if (
    said.length < 2 ||
    said.length > 4 ||
    said.slice(1).some((part) => NOT_WITH.test(part)) ||
    isSure(whole)
  ) {
    const toast = / on toast$/i.exec(plain);
    return toast ? several(index, ["toast", plain.slice(0, toast.index)], plain, english) : whole;
  }
  return several(index, said, plain, english);
}

/** Where the whole text is one thing, "gin and tonic", or a line of several with their amount: "100 g peas and carrots". */
function isSure({ line, reason, score, nutrients, parts, gramsHow }: ResolvedLine): boolean {
  if (nutrients === null) return false;
  if (parts.length > 0) return line.unit !== null || gramsHow.includes(TAKEN);
  return reason.startsWith("confirmed") || (score >= SURE && WITH.test(line.food ?? ""));
}

const TAKEN = "taken for";

function several(index: FoodIndex, said: readonly string[], text: string, english: EnglishOf): ResolvedLine {
  const [first = "", ...others] = said;
  const main = resolveOne(index, first, english, null);
  const added = others.map((other) => resolveOne(index, other, english, main));
  const all = [main, ...added].flatMap((one) => (one.parts.length > 0 ? one.parts : [one]));
  const line = { ...main.line, original: text };
  const unknown = all.find((one) => one.nutrients === null || one.score < MATCH_OF_SEVERAL);
  const sum = together(line, all);
  return unknown
    ? {
        ...sum,
        nutrients: null,
        gramsHow: `${unknown.line.original}: ${unknown.food ? unknown.gramsHow : unknown.reason}`,
      }
    : sum;
}

const MATCH_OF_SEVERAL = 0.75;

function resolveOne(
  index: FoodIndex,
  text: string,
  english: EnglishOf,
  beside: ResolvedLine | null,
): ResolvedLine {
  const asked = parseIngredientLine(withoutServing(text));
  const line = { ...asked, original: text };
  const key = nameKey(line.food ?? "");
  if (index.confirmed.has(key)) return amounted(index, line, line, english, beside);
  const made = MADE_UP[key] ?? filledWith(index, key);
  if (made) return madeUp(index, line, made);
  const called = EATEN_IN[english][key] ?? EATEN_AS[key];
  const named = called ? { ...line, food: called, alternatives: [called] } : line;
  return amounted(index, named, line, english, beside);
}

/** "A plate of pasta", "2 squares of chocolate": the amount of a serving, or of a square. */
function withoutServing(text: string): string {
  const squares = SQUARES.exec(text);
  if (squares) {
    const count = COUNTS[(squares[1] as string).toLowerCase()] ?? Number(squares[1]);
    return `${count * SQUARE_GRAMS} g ${squares[2]}`;
  }
  const served = SERVED.exec(text);
  return served ? `${served[1] ?? ""}${served[2]}` : text;
}

/** "Ham sandwich", "peanut butter toast": what it is on, and a usual filling. */
function filledWith(index: FoodIndex, key: string): readonly string[] | undefined {
  const words = key.split(" ");
  const on = FILLED[words.at(-1) ?? ""];
  if (!on || words.length < 2 || index.names.has(key)) return undefined;
  const fillings = words.slice(0, -1).join(" ").split(" and ");
  return [
    ...on,
    ...fillings.filter((filling) => filling !== "butter").map((filling) => `${FILLING}${filling}`),
  ];
}

const FILLING = "~";

function madeUp(index: FoodIndex, line: IngredientLine, made: readonly string[]): ResolvedLine {
  const count = line.unit === null || line.unit === "cup" || line.unit === "mug" ? (line.quantity ?? 1) : 1;
  const parts = made.map((text) => {
    const one = text.startsWith(FILLING)
      ? filling(index, text.slice(FILLING.length))
      : resolveLine(index, text);
    return times(one, count);
  });
  const sum = together(line, parts);
  const unknown = parts.find((part) => part.nutrients === null);
  const how = `${count === 1 ? "" : `${count} × `}${TAKEN} ${made.map((text) => text.replace(FILLING, "")).join(", ")}`;
  return {
    ...sum,
    gramsFrom: "usual",
    gramsHow: unknown ? `${unknown.line.original}: ${unknown.reason}` : how,
    nutrients: unknown ? null : sum.nutrients,
  };
}

function filling(index: FoodIndex, name: string): ResolvedLine {
  const found = resolveLine(index, name);
  return found.food && found.score >= SURE
    ? weighed(
        found,
        servingOf(USUAL_ADDITIONS, found.food) ?? servingOf(FILLINGS, found.food) ?? FILLING_GRAMS,
        "usual in one",
      )
    : { ...found, nutrients: null };
}

const FILLING_GRAMS = 50;
const FILLINGS: readonly Serving[] = [{ of: ["ham", "bacon", "salami", "turkey"], grams: 56 }];

function times(one: ResolvedLine, count: number): ResolvedLine {
  const scaled = (grams: number | null) => (grams === null ? null : grams * count);
  return {
    ...one,
    grams: scaled(one.grams),
    eatenGrams: scaled(one.eatenGrams),
    nutrients: one.nutrients && scaleNutrients(one.nutrients, count),
  };
}

/** A line's food with what it says of the amount, or with what is usual where it says nothing. */
function amounted(
  index: FoodIndex,
  named: IngredientLine,
  asked: IngredientLine,
  english: EnglishOf,
  beside: ResolvedLine | null,
): ResolvedLine {
  if (jointLines(named).length > 1) return { ...resolveLine(index, named), line: asked };
  const found = { ...resolveLine(index, cooked(index, named)), line: asked };
  const { food } = found;
  if (!food) return found;
  const { unit } = asked;
  const served =
    unit &&
    servingOf(
      SERVED_BY_UNIT.filter((row) => row.unit === unit),
      food,
    );
  if (served) return times(weighed(found, served, `a usual ${unit}`), asked.quantity ?? 1);
  if (unit === "pint" && english === "british" && found.grams !== null) return times(found, BRITISH_PINTS);
  if (unit !== null) return found;
  if (beside && asked.quantity === null) return addition(found, food, beside);
  const usual = usualOne(asked, food);
  if (asked.quantity === null) return usual ? weighed(found, usual.grams, usual.what) : found;
  if (found.nutrients !== null || !usual) return found;
  return times(weighed(found, usual.grams, usual.what), asked.quantity);
}

/** Spread goes on each slice. */
function addition(found: ResolvedLine, food: FoodRecord, beside: ResolvedLine): ResolvedLine {
  const grams = servingOf(USUAL_ADDITIONS, food);
  const slices =
    beside.line.unit === "slice" || /toast|bread/i.test(beside.line.food ?? "")
      ? (beside.line.quantity ?? 1)
      : 1;
  if (grams !== null) return times(weighed(found, grams, "usual with it"), slices);
  const usual = usualOne(found.line, food);
  return usual ? weighed(found, usual.grams, usual.what) : found;
}

/** What is eaten by the bowl, plate or cup has been cooked; by weight it may have been weighed before. */
function cooked(index: FoodIndex, line: IngredientLine): IngredientLine {
  const byWeight = line.unit !== null && gramsOfUnit(line.unit) !== null;
  if (byWeight || line.food === null || /\b(?:dry|raw|uncooked|cooked|fried)\b/i.test(line.food)) return line;
  const name = `cooked ${line.food}`;
  return COOKED.has(nameWords(line.food).at(-1) ?? "") && index.names.has(nameKey(name))
    ? { ...line, food: name, alternatives: [name] }
    : line;
}

const COOKED = new Set("rice pasta spaghetti macaroni penne noodle quinoa couscous lentil".split(" "));

/** One of what is counted ("an apple"), else a usual serving. Several without a number are a serving, if one is known. */
function usualOne(line: IngredientLine, food: FoodRecord): { grams: number; what: string } | null {
  const serving = servingOf(USUAL_SERVINGS, food);
  const words = nameWords(`${food.name ?? ""} ${food.description}`);
  const one = countedGrams({ ...line, unit: null, quantity: 1 }, food, words);
  const piece = one && { grams: one.grams, what: `one: ${one.what}` };
  if (serving === null) return piece;
  const usual = { grams: serving, what: "a usual serving" };
  if (piece === null || food.state === "liquid") return usual;
  if (line.quantity !== null || line.size !== null)
    return piece.grams < SMALL_PIECE_GRAMS && line.size === null ? usual : piece;
  // "Almonds" are some, and a roast chicken isn't eaten whole.
  const several = /[^s]s$/i.test(line.food ?? "");
  return several || piece.grams < SMALL_PIECE_GRAMS || piece.grams > 2 * serving ? usual : piece;
}

function servingOf(rows: readonly Serving[], food: FoodRecord): number | null {
  const words = nameWords(food.name ?? food.description);
  const row = rows.find(
    (one) => one.of.some((word) => words.includes(word)) && !one.not?.some((word) => words.includes(word)),
  );
  return row?.grams ?? null;
}

function weighed(found: ResolvedLine, grams: number, what: string): ResolvedLine {
  const { food } = found;
  return {
    ...found,
    grams,
    eatenGrams: grams,
    gramsFrom: "usual",
    gramsHow: `${TAKEN} ${round(grams)} g (${what})`,
    nutrients: food && scaleNutrients(food.per100g, grams / 100),
  };
}
