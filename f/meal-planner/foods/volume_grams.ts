import { portionsOf } from "./food_portions.ts";
import type { FoodRecord } from "./food_record.ts";
import type { GramsFrom } from "./grams.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { millilitresOfUnit } from "./units.ts";
import { POURING } from "./vocabulary/usual_grams.ts";
import { nameWords } from "./word_forms.ts";

type VolumeGrams = { grams: number; from: GramsFrom; how: string };

/**
 * Grams of a volume: by the food's portion of that volume that fits the preparation best ("cup, chopped"), else by its
 * density; for a food without either, and for an unknown one, as water where it pours and half of that where it
 * doesn't (a guess, and said to be one).
 */
export function gramsOfVolume(
  amount: number,
  unit: string,
  line: IngredientLine,
  food: FoodRecord | null,
  words: readonly string[],
): VolumeGrams | null {
  const millilitres = millilitresOfUnit(unit);
  if (millilitres === null) return null;
  const density = food ? densityFor(food, unit, line) : null;
  if (density !== null) {
    const grams = amount * millilitres * density.gramsPerMl;
    return {
      grams,
      from: "volume",
      how: `${trim(amount * millilitres)} ml at ${density.gramsPerMl.toFixed(2)} g/ml (${density.by})`,
    };
  }
  const pours =
    unit === "millilitre" ||
    unit === "litre" ||
    unit === "fluid ounce" ||
    unit === "pint" ||
    words.some((word) => POURING.has(word));
  const guess = pours ? 1 : 0.5;
  return {
    grams: amount * millilitres * guess,
    from: "guess",
    how: `${trim(amount * millilitres)} ml, guessed at ${guess} g/ml`,
  };
}

function densityFor(
  food: FoodRecord,
  unit: string,
  line: IngredientLine,
): { gramsPerMl: number; by: string } | null {
  const said = new Set(nameWords(`${line.food ?? ""} ${line.preparation ?? ""} ${line.comment ?? ""}`));
  let best: { gramsPerMl: number; by: string; fit: number } | null = null;
  for (const portion of portionsOf(food)) {
    const millilitres = portion.kind === "volume" ? millilitresOfUnit(portion.unit) : null;
    if (millilitres === null) continue;
    const fit = fitOf(portion.qualifiers, said, portion.unit === unit, portion.unit);
    if (!best || fit > best.fit) {
      const by = [portion.unit, ...portion.qualifiers].join(" ");
      best = { gramsPerMl: portion.grams / millilitres, by, fit };
    }
  }
  // A staple's density was chosen for the way that it is usually measured; only a portion of the same unit is closer.
  const own = food.densityGramsPerMl;
  if (own !== null && (!best || best.fit < 2)) return { gramsPerMl: own, by: "density" };
  return best && best.gramsPerMl < 3 ? best : null;
}

function fitOf(
  qualifiers: readonly string[],
  said: ReadonlySet<string>,
  sameUnit: boolean,
  unit: string,
): number {
  const fitting = qualifiers.filter((word) => said.has(word)).length;
  const other = qualifiers.length - fitting;
  // Grams of a spoon are rounded, those of a cup are not.
  return fitting * 3 - other * 0.8 + (sameUnit ? 2 : 0) + (unit === "cup" ? 0.5 : 0);
}

const trim = (millilitres: number) => Math.round(millilitres * 100) / 100;
