import { portionsOf, type ReadPortion } from "./food_portions.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { findUnit } from "./units.ts";
import { FRUIT_PARTS, USUAL_GRAMS, USUAL_PIECES } from "./vocabulary/usual_grams.ts";
import { nameWords } from "./word_forms.ts";

/** The weight of one piece, and what that piece is. */
export type Weighed = { grams: number; from: "portion" | "usual"; what: string };

/** How a small or large one compares with the usual, where the record gives only one size (US retail grades). */
const SIZE_FACTORS: Readonly<Record<string, number>> = {
  tiny: 0.4,
  mini: 0.4,
  small: 0.7,
  medium: 1,
  large: 1.35,
  "extra large": 1.6,
};

/** Grams of one of what a line counts: "2 large eggs", "3 cloves", "1 can", "10 mint leaves". Null if nobody knows. */
export function countedGrams(
  line: IngredientLine,
  food: FoodRecord | null,
  words: readonly string[],
): Weighed | null {
  const part = partOf(line);
  if (part) return part;
  const portions = food ? portionsOf(food) : [];
  const unit = line.unit === "dozen" ? null : (line.unit ?? unitInName(line));
  const dozen = line.unit === "dozen" ? 12 : 1;
  const one = unit ? ofUnit(portions, unit, line, words) : ofPieces(portions, line, words);
  return one && { ...one, grams: one.grams * dozen };
}

/** "Juice of 2 limes": what one fruit gives. */
function partOf(line: IngredientLine): Weighed | null {
  if (line.part === null || line.unit !== null) return null;
  const part = line.part === "juice" ? "juice" : "zest";
  const fruit = nameWords(line.food ?? "").find((word) => FRUIT_PARTS[part][word] !== undefined);
  return fruit
    ? { grams: FRUIT_PARTS[part][fruit] as number, from: "usual", what: `${part} of one ${fruit}` }
    : null;
}

/** "8 basil leaves", "2 cinnamon sticks", "3 chicken fillets": the last word of the name is what is counted. */
function unitInName(line: IngredientLine): string | null {
  const last = nameWords(line.food ?? "").at(-1);
  const unit = last === undefined ? undefined : findUnit(last);
  return unit?.kind === "count" && unit.name !== "clove" ? unit.name : null;
}

function ofUnit(
  portions: readonly ReadPortion[],
  unit: string,
  line: IngredientLine,
  words: readonly string[],
): Weighed | null {
  const same = portions.filter((portion) => portion.kind === "count" && portion.unit === unit);
  const portion = pickSize(same, line.size) ?? same[0];
  if (portion) {
    const factor =
      line.size && !portion.qualifiers.includes(line.size) && same.length === 1
        ? (SIZE_FACTORS[line.size] ?? 1)
        : 1;
    return {
      grams: portion.grams * factor,
      from: "portion",
      what: [line.size, unit].filter(Boolean).join(" "),
    };
  }
  const pieces = line.unit === null ? ofPieces(portions, line, []) : null;
  if (pieces) return pieces;
  const usual = usualOf(unit, words);
  if (usual !== null) {
    const factor = unit === "can" || line.size === null ? 1 : (SIZE_FACTORS[line.size] ?? 1);
    return { grams: usual * factor, from: "usual", what: `a usual ${unit}` };
  }
  // "2 pieces of chicken", "3 rounds of pita": a piece of a food is one of it.
  return unit === "piece" || unit === "round" ? ofPieces(portions, line, words) : null;
}

function pickSize(portions: readonly ReadPortion[], size: string | null): ReadPortion | undefined {
  return portions.find((portion) => portion.qualifiers.includes(size ?? "medium"));
}

function usualOf(unit: string, words: readonly string[]): number | null {
  const row = USUAL_GRAMS.find(
    (r) => r.unit === unit && r.of.length > 0 && r.of.some((word) => words.includes(word)),
  );
  return (row ?? USUAL_GRAMS.find((r) => r.unit === unit && r.of.length === 0))?.grams ?? null;
}

function ofPieces(
  portions: readonly ReadPortion[],
  line: IngredientLine,
  words: readonly string[],
): Weighed | null {
  const usual = USUAL_PIECES.find((row) => row.of.every((word) => words.includes(word)));
  const counted = portions.filter((portion) => portion.kind === "count");
  const wanted = line.size ?? "each";
  const exact = counted.find((portion) => portion.unit === wanted);
  if (exact) return { grams: exact.grams, from: "portion", what: wanted };
  const plain = counted.find((p) => p.unit === "each") ?? counted.find((p) => p.unit === "medium");
  if (plain) {
    const factor = line.size === null ? 1 : (SIZE_FACTORS[line.size] ?? 1);
    return {
      grams: plain.grams * factor,
      from: "portion",
      what: [line.size, "one"].filter(Boolean).join(" "),
    };
  }
  const other = counted.find(
    (portion) => portion.unit === "large" || portion.unit === "small" || portion.unit === "fillet",
  );
  if (other) {
    // Where only one size is on record it is the usual one: an egg is a large egg.
    const factor = line.size === null ? 1 : (SIZE_FACTORS[line.size] ?? 1) / (SIZE_FACTORS[other.unit] ?? 1);
    return { grams: other.grams * factor, from: "portion", what: other.unit };
  }
  const rest =
    counted.find((portion) => portion.unit === "piece") ??
    counted.find((portion) => portion.unit === "other");
  if (rest && !usual) return { grams: rest.grams, from: "portion", what: rest.qualifiers[0] ?? rest.unit };
  return usual ? { grams: usual.grams, from: "usual", what: "one" } : null;
}
