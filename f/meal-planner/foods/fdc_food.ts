import { z } from "zod";
import { figuresByKey, WANTED_NUMBERS } from "./datasets/nutrient_numbers.ts";
import type { UsdaFood, UsdaSource } from "./usda_record.ts";

// Searches, details and the abridged form each say a figure in their own way.
const fdcNutrient = z.looseObject({
  amount: z.number().nullish(),
  value: z.number().nullish(),
  nutrient: z.looseObject({ number: z.string().nullish() }).nullish(),
  nutrientNumber: z.string().nullish(),
  number: z.string().nullish(),
});

const fdcPortion = z.looseObject({
  amount: z.number().nullish(),
  gramWeight: z.number().nullish(),
  modifier: z.string().nullish(),
  portionDescription: z.string().nullish(),
  measureUnit: z.looseObject({ name: z.string().nullish() }).nullish(),
});

/** A food as FoodData Central's answers and JSON downloads have it. */
export const fdcFood = z.looseObject({
  fdcId: z.int(),
  description: z.string().min(1),
  dataType: z.string().nullish(),
  ndbNumber: z.union([z.number(), z.string()]).nullish(),
  foodCategory: z.union([z.string(), z.looseObject({ description: z.string().nullish() })]).nullish(),
  brandedFoodCategory: z.string().nullish(),
  wweiaFoodCategory: z.looseObject({ wweiaFoodCategoryDescription: z.string().nullish() }).nullish(),
  brandOwner: z.string().nullish(),
  brandName: z.string().nullish(),
  servingSize: z.number().nullish(),
  servingSizeUnit: z.string().nullish(),
  householdServingFullText: z.string().nullish(),
  foodNutrients: z.array(fdcNutrient).nullish(),
  foodPortions: z.array(fdcPortion).nullish(),
});

export type FdcFood = z.infer<typeof fdcFood>;

/** The data set that a food belongs to, by its `dataType`; undefined for a kind that isn't known. */
export function fdcSource(dataType: string | null | undefined): UsdaSource | undefined {
  const type = dataType?.toLowerCase() ?? "";
  if (/sr legacy/.test(type)) return "usda_sr";
  if (/foundation/.test(type)) return "usda_foundation";
  if (/survey|fndds/.test(type)) return "usda_fndds";
  return /branded/.test(type) ? "usda_branded" : undefined;
}

/**
 * Brings a food of FoodData Central to the form of the data sets. Figures are per 100 g; those of drinks that are sold
 * by volume are per 100 ml, and 1 ml is then taken for 1 g, so that an amount in millilitres comes out right.
 */
export function usdaFoodOf(food: FdcFood): UsdaFood {
  const category =
    (typeof food.foodCategory === "string" ? food.foodCategory : food.foodCategory?.description) ??
    food.brandedFoodCategory ??
    food.wweiaFoodCategory?.wweiaFoodCategoryDescription;
  const ndb = String(food.ndbNumber ?? "").trim();
  return {
    ...(ndb === "" || ndb === "0" ? {} : { ndb: ndb.padStart(5, "0") }),
    fdc_id: food.fdcId,
    desc: food.description,
    ...(category ? { group: category } : {}),
    refuse_pct: null,
    n: figuresByKey(figuresOf(food)),
    portions: [...(food.foodPortions ?? []).flatMap(fdcPortions), ...servingOf(food)],
  };
}

function figuresOf(food: FdcFood): Map<string, number> {
  const figures = new Map<string, number>();
  for (const one of food.foodNutrients ?? []) {
    const number = (one.nutrient?.number ?? one.nutrientNumber ?? one.number)?.replace(/\.0+$/, "");
    const amount = one.amount ?? one.value;
    if (number && amount !== null && amount !== undefined && WANTED_NUMBERS.has(number))
      figures.set(number, amount);
  }
  return figures;
}

type Portion = UsdaFood["portions"][number];

// FNDDS's modifiers are code numbers; RACC is the amount that labels are about, no measure that a cook has.
const NO_UNIT = /^(?:undetermined|quantity not specified|racc|\d+)$/i;

/** A portion by what each kind of data says of it; none where nobody has weighed it. */
export function fdcPortions(portion: z.infer<typeof fdcPortion>): Portion[] {
  if (!portion.gramWeight) return [];
  const words = [portion.measureUnit?.name, portion.portionDescription, portion.modifier];
  const unit = words.filter((text) => text && !NO_UNIT.test(text.trim())).join(", ");
  return [counted(portion.amount ?? 1, unit, portion.gramWeight)];
}

/** "1/2 cup" is half of the unit "cup". */
function counted(amount: number, text: string, grams: number): Portion {
  const said = /^(\d+(?:\.\d+)?)(?:\/(\d+))?\s+(\S.*)$/.exec(text);
  const share = Number(said?.[1] ?? 1) / Number(said?.[2] ?? 1);
  return { amount: amount * share, unit: said?.[3] ?? text, g: grams };
}

/** What a label says of a serving: "2 Tbsp" of 30 g. */
function servingOf(food: FdcFood): Portion[] {
  const { servingSize, householdServingFullText } = food;
  const unit = food.servingSizeUnit?.toLowerCase() ?? "";
  const isVolume = /^(?:ml|mlt)$/.test(unit);
  if (!servingSize || !(isVolume || /^(?:g|grm)$/.test(unit))) return [];
  const household = householdServingFullText
    ?.replace(/\([^)]*\)/g, "")
    .trim()
    .toLowerCase();
  return [
    ...(isVolume ? [{ amount: 1, unit: "ml", g: 1 }] : []),
    household ? counted(1, household, servingSize) : { amount: 1, unit: "serving", g: servingSize },
  ];
}
