/**
 * The nutrients that are tracked everywhere, in the order of the tables. The unit is the end of the name:
 * `energy_kcal`, grams, milligrams, micrograms (vitamin A as retinol activity equivalents). More may be added.
 */
export const NUTRIENTS = [
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
] as const;

export type Nutrient = (typeof NUTRIENTS)[number];

/** Unknown is `null`, never 0. */
export type Nutrients = Record<Nutrient, number | null>;

/** Every nutrient unknown. */
export function unknownNutrients(): Nutrients {
  return mapNutrients(() => null);
}

/** Builds nutrients figure by figure. */
export function mapNutrients(figure: (nutrient: Nutrient) => number | null): Nutrients {
  const nutrients = {} as Nutrients;
  for (const nutrient of NUTRIENTS) nutrients[nutrient] = figure(nutrient);
  return nutrients;
}

/** The figures times a factor (grams / 100, portions); unknown stays unknown. */
export function scaleNutrients(nutrients: Nutrients, factor: number): Nutrients {
  return mapNutrients((nutrient) => {
    const figure = nutrients[nutrient];
    return figure === null ? null : figure * factor;
  });
}

/** Adds up; a nutrient that any part doesn't know is unknown in the sum, and the sum of nothing is 0. */
export function sumNutrients(parts: readonly Nutrients[]): Nutrients {
  return mapNutrients((nutrient) => {
    let sum = 0;
    for (const part of parts) {
      const figure = part[nutrient];
      if (figure === null) return null;
      sum += figure;
    }
    return sum;
  });
}

/** A sum over parts of which some don't know a nutrient: the figures, and the share of the weight that knew each. */
export type CoveredSum = { nutrients: Nutrients; shares: Record<Nutrient, number> };

/**
 * Adds up what is known. A nutrient is unknown in the sum where less than `leastShare` of the weight knows it: a pinch
 * of a spice without vitamin D doesn't hide the rest, a missing half does.
 */
export function sumCovered(
  parts: readonly { nutrients: Nutrients; weight: number }[],
  leastShare = 0.9,
): CoveredSum {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const shares = {} as Record<Nutrient, number>;
  const nutrients = mapNutrients((nutrient) => {
    let sum = 0;
    let known = 0;
    for (const { nutrients: figures, weight } of parts) {
      const figure = figures[nutrient];
      if (figure === null) continue;
      sum += figure;
      known += weight;
    }
    shares[nutrient] = total > 0 ? known / total : parts.length === 0 ? 0 : 1;
    return parts.length > 0 && shares[nutrient] >= leastShare ? sum : null;
  });
  return { nutrients, shares };
}

/**
 * Energy by the general factors, kcal: protein 4, fat 9, carbohydrate 4 (fibre within it 2; EU Regulation 1169/2011,
 * Annex XIV). A cross-check only: alcohol and polyols aren't in it. Null where a macronutrient is unknown.
 */
export function energyFromMacros(nutrients: Nutrients): number | null {
  const { protein_g, fat_g, carbohydrate_g, fibre_g } = nutrients;
  if (protein_g === null || fat_g === null || carbohydrate_g === null) return null;
  const fibre = Math.min(fibre_g ?? 0, carbohydrate_g);
  return protein_g * 4 + fat_g * 9 + (carbohydrate_g - fibre) * 4 + fibre * 2;
}
