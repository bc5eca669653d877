import type { Nutrients } from "../../foods/nutrients.ts";
import type { CatalogueFood, Serving } from "./catalogue_calls.ts";

const GRAMS_PER_OUNCE = 28.3495;

/**
 * How many grams one unit of a serving has: 1 of "100 g" counted in grams, 118 of "1 medium". Null where FatSecret gives no
 * metric amount, or gives millilitres and the food's density isn't known.
 */
export function gramsPerUnit(serving: Serving, densityGramsPerMl: number | null): number | null {
  const { metric_serving_amount: amount, metric_serving_unit: unit, number_of_units: units } = serving;
  if (!amount || amount <= 0 || (units !== null && units !== undefined && units <= 0)) return null;
  const grams = metricGrams(amount, unit ?? "", densityGramsPerMl);
  return grams === null ? null : grams / (units ?? 1);
}

function metricGrams(amount: number, unit: string, density: number | null): number | null {
  switch (unit.trim().toLowerCase()) {
    case "g":
      return amount;
    case "oz":
      return amount * GRAMS_PER_OUNCE;
    case "ml":
      return density === null ? null : amount * density;
    default:
      return null;
  }
}

/** The serving to count a food of ours in: the chosen one, else one that is counted in grams, else any that can be weighed. */
export function servingToCount(
  food: CatalogueFood,
  chosen: string | null,
  densityGramsPerMl: number | null,
): { servingId: string; gramsPerUnit: number } | null {
  const weighed = food.servings.flatMap((serving) => {
    const grams = gramsPerUnit(serving, densityGramsPerMl);
    return grams === null ? [] : [{ servingId: serving.serving_id, gramsPerUnit: grams }];
  });
  const byGram = weighed.find(({ gramsPerUnit: grams }) => Math.abs(grams - 1) < 1e-6);
  return weighed.find(({ servingId }) => servingId === chosen) ?? byGram ?? weighed[0] ?? null;
}

/** A food's main figures per 100 g. */
export type MainFigures = Pick<Nutrients, "energy_kcal" | "protein_g" | "fat_g" | "carbohydrate_g">;

/** Of FatSecret's food, by a serving that can be weighed; null where none can. */
export function figuresPer100g(food: CatalogueFood, densityGramsPerMl: number | null): MainFigures | null {
  for (const serving of food.servings) {
    const each = gramsPerUnit(serving, densityGramsPerMl);
    if (each === null) continue;
    const grams = each * (serving.number_of_units ?? 1);
    const per100 = (figure: number | null | undefined) =>
      figure === null || figure === undefined ? null : (figure / grams) * 100;
    return {
      energy_kcal: per100(serving.calories),
      protein_g: per100(serving.protein),
      fat_g: per100(serving.fat),
      carbohydrate_g: per100(serving.carbohydrate),
    };
  }
  return null;
}

/** By how much two records of one food may differ, as a share, and what is no difference per 100 g. */
const TOLERANCES: readonly [keyof MainFigures, share: number, slack: number][] = [
  ["energy_kcal", 0.15, 10],
  ["protein_g", 0.25, 2],
  ["fat_g", 0.25, 2],
  ["carbohydrate_g", 0.25, 3],
];

/**
 * How far two foods' figures lie apart: 0 for the same, up to 1; null where they can't be one food: energy over 15 %
 * apart, or a macronutrient over 25 %. Tables of one food differ less, another food of the name by more.
 */
export function figureDistance(ours: MainFigures, theirs: MainFigures): number | null {
  let furthest = 0;
  for (const [nutrient, share, slack] of TOLERANCES) {
    const [a, b] = [ours[nutrient], theirs[nutrient]];
    if (a === null || b === null) {
      if (nutrient === "energy_kcal") return null;
      continue;
    }
    const off = Math.abs(a - b) / Math.max(share * Math.max(a, b), slack);
    if (off > 1) return null;
    furthest = Math.max(furthest, off);
  }
  return furthest;
}
