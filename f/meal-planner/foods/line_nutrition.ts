import type { FoodIndex } from "./food_index.ts";
import type { FoodRecord } from "./food_record.ts";
import { type GramsFrom, gramsOfLine } from "./grams.ts";
import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";
import { type Candidate, matchLine } from "./match.ts";
import { type Nutrients, scaleNutrients } from "./nutrients.ts";

/** A line of a recipe with the food that it means, its grams and its nutrients, each step with its reason. */
export type ResolvedLine = {
  line: IngredientLine;
  food: FoodRecord | null;
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

/** Resolves a line, as text or parsed, against an index. Pure; about 50 µs. */
export function resolveLine(index: FoodIndex, written: string | IngredientLine): ResolvedLine {
  const line = typeof written === "string" ? parseIngredientLine(written) : written;
  const match = matchLine(index, line);
  const weighed = gramsOfLine(line, match.food, match.name);
  const eatenGrams =
    weighed.grams === null ? null : weighed.grams * eatenShare(line, match.food, weighed.grams);
  return {
    line,
    food: match.food,
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
