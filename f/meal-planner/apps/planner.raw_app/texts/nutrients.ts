export const NUTRIENT_NAMES: Record<string, string> = {
  energy_kcal: "Energy",
  protein_g: "Protein",
  fat_g: "Fat",
  saturated_fat_g: "Saturated fat",
  carbohydrate_g: "Carbohydrate",
  fibre_g: "Fibre",
  sugars_g: "Sugars",
  sodium_mg: "Sodium",
  calcium_mg: "Calcium",
  iron_mg: "Iron",
  potassium_mg: "Potassium",
  vitamin_a_ug: "Vitamin A",
  vitamin_c_mg: "Vitamin C",
  vitamin_d_ug: "Vitamin D",
  vitamin_b12_ug: "Vitamin B12",
  cholesterol_mg: "Cholesterol",
};

export const UNITS = { kcal: "kcal", g: "g", mg: "mg", ug: "µg" };

/** Energy first, then as a label has them. */
export function inUsualOrder<T extends { nutrient: string }>(of: readonly T[]): T[] {
  const order = Object.keys(NUTRIENT_NAMES);
  return [...of].sort((a, b) => order.indexOf(a.nutrient) - order.indexOf(b.nutrient));
}
