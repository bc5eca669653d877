import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { unitNamed } from "../../foods/units.ts";
import { inNumber } from "./counted_words.ts";

export type ScaledLine = {
  original: string;
  /** The line for the new amount; `1.5 × …` where the amount can't be rewritten within the text. */
  text: string;
  quantity: number | null;
  quantity_max: number | null;
  unit: string | null;
};

const FRACTIONS: [number, string][] = [
  ...([
    [1 / 8, "⅛"],
    [1 / 4, "¼"],
    [1 / 3, "⅓"],
    [3 / 8, "⅜"],
    [1 / 2, "½"],
  ] as [number, string][]),
  ...([
    [5 / 8, "⅝"],
    [2 / 3, "⅔"],
    [3 / 4, "¾"],
    [7 / 8, "⅞"],
  ] as [number, string][]),
];
const GLYPHS: Record<string, number> = {
  ...Object.fromEntries(FRACTIONS.map(([value, glyph]) => [glyph, value])),
  ...{ "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6 },
};
const GLYPH = `[${Object.keys(GLYPHS).join("")}]`;
const NUMBER = `(?:\\d+\\s*${GLYPH}|\\d+[ -]\\d+[/⁄]\\d+|\\d+[/⁄]\\d+|\\d+(?:[.,]\\d+)?|${GLYPH})`;
const AMOUNT = new RegExp(
  `^((?:about|around|approx\\.?|ca\\.?|~|≈)?\\s*)(${NUMBER})(?:(\\s*(?:-|–|—|to|or)\\s*)(${NUMBER}))?(?![\\d/⁄])`,
  "i",
);
const ANY_NUMBER = new RegExp(NUMBER, "g");
/** What scales are read to; everything else is measured in parts of a whole. */
const WEIGHED = new Set(["gram", "kilogram", "milligram", "millilitre", "litre", "centilitre", "decilitre"]);
/**
 * A line for another number of servings. The text stays as written but for its amount; a line that states it in
 * parts, or not at its beginning, is multiplied as a whole, for half of it changed is wrong.
 */
export function scaleLine(line: IngredientLine, factor: number): ScaledLine {
  const times = (quantity: number | null) => (quantity === null ? null : rounded(quantity * factor));
  const scaled = { quantity: times(line.quantity), quantity_max: times(line.quantity_max), unit: line.unit };
  const text = line.quantity === null || factor === 1 ? line.original : rewritten(line, factor);
  return { original: line.original, text: text ?? `${rounded(factor)} × ${line.original}`, ...scaled };
}

function rewritten(line: IngredientLine, factor: number): string | undefined {
  // "12 inch pizza base": twice of it is two, and not one of double length.
  const isLength = line.unit !== null && unitNamed(line.unit)?.kind === "length";
  if (line.additional.length > 0 || isLength) return undefined;
  const [whole, space = "", low = "", between = "", high] = AMOUNT.exec(line.original) ?? [];
  if (whole === undefined) return undefined;
  const most = high === undefined ? null : numberOf(high);
  // What the parser took the number for decides; another reading of it would scale the wrong thing.
  if (!near(numberOf(low), line.quantity) || !near(most, line.quantity_max)) return undefined;
  const amount = (value: number) => amountText(value * factor, line.unit);
  const range = most === null ? "" : `${between}${amount(most)}`;
  const rest = withEquivalents(line.original.slice(whole.length), line.equivalents, factor);
  if (rest === undefined) return undefined;
  const count = (most ?? numberOf(low)) * factor;
  return `${space}${amount(numberOf(low))}${range}${inNumber(rest, line, count)}`;
}

/** The `7 oz` of `200 g (7 oz)` too; undefined where one of the other amounts can't be told among the numbers. */
function withEquivalents(
  rest: string,
  equivalents: IngredientLine["equivalents"],
  factor: number,
): string | undefined {
  let text = rest;
  for (const { quantity, quantity_max, unit } of equivalents) {
    const places = [...text.matchAll(ANY_NUMBER)].filter(([found]) => near(numberOf(found), quantity));
    const [place] = places;
    if (!place || quantity === null || quantity_max !== null || places.length > 1) return undefined;
    const end = place.index + place[0].length;
    text = text.slice(0, place.index) + amountText(quantity * factor, unit) + text.slice(end);
  }
  return text;
}

function numberOf(text: string): number {
  const glyph = new RegExp(`^(\\d*)\\s*(${GLYPH})$`).exec(text);
  if (glyph) return Number(glyph[1] || 0) + (GLYPHS[glyph[2] ?? ""] ?? 0);
  const parts = /^(?:(\d+)[ -])?(\d+)[/⁄](\d+)$/.exec(text);
  if (parts) return Number(parts[1] ?? 0) + Number(parts[2]) / Number(parts[3]);
  return Number(text.replace(",", "."));
}

function near(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < 0.01 * Math.max(1, b);
}

/** As a cook measures it: grams in three digits, the rest in whole and eighths or thirds. */
export function amountText(amount: number, unit: string | null): string {
  if (unit !== null && WEIGHED.has(unit)) return String(Number(amount.toPrecision(3)));
  const whole = Math.floor(amount + 1 / 16);
  const part = amount - whole;
  const [value, glyph] = FRACTIONS.reduce(
    (best, one) => (Math.abs(one[0] - part) < Math.abs(best[0] - part) ? one : best),
    [0, ""] as [number, string],
  );
  if (whole === 0 && value === 0) return String(Number(amount.toPrecision(2)));
  return whole === 0 ? glyph : `${whole}${glyph}`;
}

const rounded = (number: number) => Math.round(number * 1000) / 1000;
