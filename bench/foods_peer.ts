import { parseIngredient } from "@jlucaspains/sharp-recipe-parser";
import { findUnit } from "../f/meal-planner/foods/units.ts";
import type { ReadLine } from "./foods_accuracy.ts";

/** The npm parser that reads these corpora best: of parse-ingredient, recipe-ingredient-parser-v3 and this one. */
export const PEER = "@jlucaspains/sharp-recipe-parser 2.1.0";

/**
 * A line as the peer reads it, its unit looked up in our table so that only the reading is compared, not the naming. A
 * line on which it throws is one that it didn't read.
 */
export function readAsPeer(line: string): ReadLine {
  try {
    const read = parseIngredient(line, "en");
    return {
      quantity: read?.quantity || null,
      unit: findUnit(read?.unitText ?? "")?.name ?? findUnit(read?.unit ?? "")?.name ?? null,
      food: read?.ingredient ?? null,
      alternatives: [],
    };
  } catch {
    return { quantity: null, unit: null, food: null, alternatives: [] };
  }
}
