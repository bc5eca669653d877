import type { FoodIndex } from "./food_index.ts";
import type { FoodRecord } from "./food_record.ts";
import { type GramsFrom, gramsOfLine } from "./grams.ts";
import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";
import { jointLines } from "./joint_lines.ts";
import { type Candidate, matchLine } from "./match.ts";
import { type Nutrients, scaleNutrients, sumNutrients } from "./nutrients.ts";
import { lineWithName } from "./uncut_name.ts";
import { nameKey } from "./word_forms.ts";

/** A line of a recipe with the food that it means, its grams and its nutrients, each step with its reason. */
export type ResolvedLine = {
  line: IngredientLine;
  food: FoodRecord | null;
  /** The other foods of "salt and pepper"; the figures are of all. */
  also: FoodRecord[];
  /** Each food of such a line by itself, the first included; empty for a line of one food. */
  parts: readonly ResolvedLine[];
  /** How sure the food is, from 0 to 1; `reason` says why this one, or why none. */
  score: number;
  reason: string;
  candidates: Candidate[];
  /** Edible grams that the line means; null where it gives no amount or the weight of one isn't known. */
  grams: number | null;
  gramsFrom: GramsFrom;
  gramsHow: string;
  /** The grams that are eaten: less than `grams` for a deep fryer's oil. */
  eatenGrams: number | null;
  /** Nutrients of what is eaten; null where food or grams are missing. */
  nutrients: Nutrients | null;
};

/** Share of the oil of a deep fryer that the food takes up; figures for chips and battered food lie around it. */
export const DEEP_FRYING_UPTAKE = 0.1;
/** More fat than this "for frying" is a bath, not a film. */
const SHALLOW_FRYING_GRAMS = 150;

/** A part of a line is only taken for a food of its own where its name says so nearly word for word. */
export const SURE = 0.9;

/** Resolves a line, as text or parsed, against an index. Pure; about 50 µs. */
export function resolveLine(index: FoodIndex, written: string | IngredientLine): ResolvedLine {
  const text = typeof written === "string" ? written : written.original;
  const own = index.uncut.length > 0 ? lineWithName(text, index.uncut) : undefined;
  if (own) return resolveFood(index, own);
  const line = typeof written === "string" ? parseIngredientLine(written) : written;
  const whole = resolveFood(index, line);
  const named = jointLines(line);
  if (named.length < 2 || isConfirmed(index, line)) return whole;
  const parts = named.map((part) => resolveFood(index, part));
  const least = Math.min(...parts.map(({ food, score }) => (food === null ? 0 : score)));
  // "1 tsp salt and ½ tsp pepper" is salt as a whole, and a comment.
  const apart = parts.some((part) => part.line.original !== line.original);
  if (least === 0) return whole;
  if (whole.food !== null && (least < SURE || (!apart && saysBoth(whole.food, whole.score)))) return whole;
  return together(line, parts);
}

/** "Peas and carrots" is a food of its own; "butter oil", which is ghee, isn't "butter and oil". */
function saysBoth({ name, aliases, description }: FoodRecord, score: number): boolean {
  return score >= SURE && [name ?? "", ...aliases, description].some((called) => /\band\b|&/i.test(called));
}

function isConfirmed(index: FoodIndex, line: IngredientLine): boolean {
  return line.food !== null && index.confirmed.has(nameKey(line.food));
}

/** Several foods that are one line: the figures and weights that are known, added up. */
export function together(line: IngredientLine, parts: readonly ResolvedLine[]): ResolvedLine {
  const first = parts[0]!;
  const add = (grams: readonly (number | null)[]) => {
    const known = grams.filter((one) => one !== null);
    return known.length > 0 ? known.reduce((sum, one) => sum + one, 0) : null;
  };
  const nutrients = parts.flatMap((part) => part.nutrients ?? []);
  return {
    ...first,
    line,
    also: parts.slice(1).flatMap(({ food }) => food ?? []),
    parts,
    score: Math.min(...parts.map(({ score }) => score)),
    reason: `${parts.length} foods: ${parts.map(({ food }) => food?.name ?? food?.description).join("; ")}`,
    candidates: parts.flatMap(({ candidates }) => candidates),
    grams: add(parts.map(({ grams }) => grams)),
    gramsHow: [...new Set(parts.map(({ gramsHow }) => gramsHow))].join("; "),
    eatenGrams: add(parts.map(({ eatenGrams }) => eatenGrams)),
    nutrients: nutrients.length > 0 ? sumNutrients(nutrients) : null,
  };
}

function resolveFood(index: FoodIndex, line: IngredientLine): ResolvedLine {
  const match = matchLine(index, line);
  const weighed = gramsOfLine(line, match.food, match.name);
  const eatenGrams =
    weighed.grams === null ? null : weighed.grams * eatenShare(line, match.food, weighed.grams);
  return {
    line,
    food: match.food,
    also: [],
    parts: [],
    score: match.score,
    reason: match.reason,
    candidates: match.candidates,
    grams: weighed.grams,
    gramsFrom: weighed.from,
    gramsHow: weighed.how,
    eatenGrams,
    nutrients:
      match.food && eatenGrams !== null ? scaleNutrients(match.food.per100g, eatenGrams / 100) : null,
  };
}

function eatenShare(line: IngredientLine, food: FoodRecord | null, grams: number): number {
  const said = `${line.comment ?? ""} ${line.preparation ?? ""} ${line.food ?? ""}`;
  const fatty = (food?.per100g.fat_g ?? 0) > 75;
  if (!fatty || !/\b(?:deep[- ])?(?:fat )?fry(?:ing)?\b/i.test(said)) return 1;
  return /deep/i.test(said) || grams > SHALLOW_FRYING_GRAMS ? DEEP_FRYING_UPTAKE : 1;
}
