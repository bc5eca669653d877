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
