import { z } from "zod";
import { type FoodPortion, type FoodRecord, foodIdOf } from "./food_record.ts";
import { NUTRIENTS, type Nutrient, type Nutrients } from "./nutrients.ts";
import { findUnit, millilitresOfUnit } from "./units.ts";
import { kindOfUsdaFood } from "./usda_kinds.ts";

/** A USDA record before it becomes ours: one line of the `ndjson` form, and what the other forms are brought to. */
export const usdaFood = z.object({
  ndb: z.string().optional(),
  fdc_id: z.number().int().optional(),
  desc: z.string().min(1),
  common: z.string().optional(),
  group: z.string().optional(),
  refuse_pct: z.number().nullish(),
  n: z.record(z.string(), z.number().nullable()),
  portions: z.array(z.object({ amount: z.number().nullish(), unit: z.string(), g: z.number() })).default([]),
});

/** USDA's data sets: the Standard Reference, Foundation, the foods of its surveys, and labels of brands. */
export type UsdaSource = "usda_sr" | "usda_foundation" | "usda_fndds" | "usda_branded";

export type UsdaFood = z.infer<typeof usdaFood>;

/** The short keys of the `ndjson` form. A key that is missing means unknown. */
const KEYS: Record<Nutrient, string> = {
  energy_kcal: "kcal",
  protein_g: "protein",
  fat_g: "fat",
  saturated_fat_g: "sat_fat",
  carbohydrate_g: "carb",
  fibre_g: "fiber",
  sugars_g: "sugar",
  sodium_mg: "sodium",
  calcium_mg: "calcium",
  iron_mg: "iron",
  potassium_mg: "potassium",
  vitamin_a_ug: "vit_a_rae",
  vitamin_c_mg: "vit_c",
  vitamin_d_ug: "vit_d_mcg",
  vitamin_b12_ug: "vit_b12",
  cholesterol_mg: "cholesterol",
};

/** A USDA record as a food record; figures are per 100 g of the edible part, portions in grams of one unit. */
export function recordOfUsdaFood(food: UsdaFood, source: UsdaSource): FoodRecord {
  const sourceId = source === "usda_sr" ? (food.ndb ?? String(food.fdc_id)) : String(food.fdc_id);
  const portions = food.portions.flatMap(portionOf);
  return {
    foodId: foodIdOf(source, sourceId),
    source,
    sourceId,
    ndb: food.ndb ?? null,
    fdcId: food.fdc_id ?? null,
    description: food.desc,
    name: null,
    aliases: food.common ? [food.common] : [],
    category: food.group ?? null,
    per100g: nutrientsOf(food.n),
    densityGramsPerMl: densityOf(portions),
    portions,
    refusePercent: food.refuse_pct ?? null,
    state: null,
    ...kindOfUsdaFood(food.desc, food.group),
    main: null,
    aisle: null,
    soldAs: null,
    shopping: null,
  };
}

function nutrientsOf(n: UsdaFood["n"]): Nutrients {
  const figures = {} as Nutrients;
  for (const nutrient of NUTRIENTS) figures[nutrient] = n[KEYS[nutrient]] ?? null;
  return figures;
}

/** `g` is for `amount` units: 10 rings of 60 g are 6 g each. */
function portionOf(portion: UsdaFood["portions"][number]): FoodPortion[] {
  const amount = portion.amount ?? 1;
  if (!(amount > 0) || !(portion.g > 0) || portion.unit.trim() === "") return [];
  return [{ unit: portion.unit.trim(), grams: portion.g / amount }];
}

/**
 * Grams in a millilitre, from the plainest portion that is a volume: "cup" and "tbsp" before "cup, chopped". Null for a
 * food that no volume is given of.
 */
export function densityOf(portions: readonly FoodPortion[]): number | null {
  let best: { density: number; rank: number } | null = null;
  for (const { unit, grams } of portions) {
    const [head = "", ...rest] = unit.split(
      /,| \(|\s(?=whole|slice|shred|chop|dice|cube|mash|half|halves|piece|pur)/i,
    );
    const known = findUnit(head.trim());
    const millilitres = known ? millilitresOfUnit(known.name) : null;
    if (known?.kind !== "volume" || millilitres === null) continue;
    // A cup weighs surer than a spoon, whose grams are rounded.
    const rank =
      (rest.length > 0 ? 10 : 0) + (known.name === "cup" ? 0 : known.name === "tablespoon" ? 1 : 2);
    if (!best || rank < best.rank) best = { density: grams / millilitres, rank };
  }
  return best && best.density > 0.02 && best.density < 3 ? best.density : null;
}
