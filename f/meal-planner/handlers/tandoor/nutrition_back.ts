import type { Nutrient, Nutrients } from "../../foods/nutrients.ts";
import type { StoredNutrition } from "../recipes/recipe_nutrition_store.ts";
import type { TandoorProperty, TandoorPropertyType, TandoorRecipe } from "./tandoor_shapes.ts";

export const NUTRITION_CHOICES = ["missing", "always", "never"] as const;
export type NutritionChoice = (typeof NUTRITION_CHOICES)[number];

/** What we wrote to a recipe there last: figures that differ from it by now are somebody's own. */
export type WrittenNutrition = {
  nutrition: Figures | null;
  /** By property type. */
  properties: Record<string, number>;
};

type Figures = { calories: number; carbohydrates: number; fats: number; proteins: number };

/** What Tandoor's nutrition names as its source where it is ours. */
const SOURCE = "meal-planner";
/** Less known than this says too little about the recipe to be told. */
const LEAST_COVERAGE = 0.5;

/** Nutrients as Tandoor's own importers name them, with the numbers of FoodData Central that it knows types by. */
export const PROPERTY_TYPES: readonly {
  nutrient: Nutrient;
  fdcIds: readonly [number, ...number[]];
  name: string;
  unit: string;
  /** Made where the space has none. */
  isUsual: boolean;
}[] = [
  { nutrient: "energy_kcal", fdcIds: [1008], name: "Calories", unit: "kcal", isUsual: true },
  { nutrient: "protein_g", fdcIds: [1003], name: "Protein", unit: "g", isUsual: true },
  { nutrient: "fat_g", fdcIds: [1004], name: "Fat", unit: "g", isUsual: true },
  { nutrient: "saturated_fat_g", fdcIds: [1258], name: "Saturated Fat", unit: "g", isUsual: true },
  { nutrient: "carbohydrate_g", fdcIds: [1005], name: "Carbohydrates", unit: "g", isUsual: true },
  { nutrient: "fibre_g", fdcIds: [1079], name: "Fiber", unit: "g", isUsual: true },
  { nutrient: "sugars_g", fdcIds: [1063, 2000], name: "Sugar", unit: "g", isUsual: true },
  { nutrient: "sodium_mg", fdcIds: [1093], name: "Sodium", unit: "mg", isUsual: true },
  { nutrient: "cholesterol_mg", fdcIds: [1253], name: "Cholesterol", unit: "mg", isUsual: true },
  { nutrient: "calcium_mg", fdcIds: [1087], name: "Calcium", unit: "mg", isUsual: false },
  { nutrient: "iron_mg", fdcIds: [1089], name: "Iron", unit: "mg", isUsual: false },
  { nutrient: "potassium_mg", fdcIds: [1092], name: "Potassium", unit: "mg", isUsual: false },
  { nutrient: "vitamin_a_ug", fdcIds: [1106], name: "Vitamin A", unit: "µg", isUsual: false },
  { nutrient: "vitamin_c_mg", fdcIds: [1162], name: "Vitamin C", unit: "mg", isUsual: false },
  { nutrient: "vitamin_d_ug", fdcIds: [1114], name: "Vitamin D", unit: "µg", isUsual: false },
  { nutrient: "vitamin_b12_ug", fdcIds: [1178], name: "Vitamin B12", unit: "µg", isUsual: false },
];

/** A property type of the space, and the factor from our unit to its. */
export type NutrientType = { nutrient: Nutrient; type: TandoorPropertyType; factor: number };

/** Which of the space's property types are nutrients of ours; one in a unit that we can't tell is passed over. */
export function nutrientTypes(types: readonly TandoorPropertyType[]): NutrientType[] {
  return PROPERTY_TYPES.flatMap(({ nutrient, fdcIds, name, unit }) => {
    const byNumber = types.find((type) => type.fdc_id != null && fdcIds.includes(type.fdc_id));
    const type = byNumber ?? types.find((one) => one.name.trim().toLowerCase() === name.toLowerCase());
    const factor = type && factorBetween(unit, type.unit ?? unit);
    return type && factor ? [{ nutrient, type, factor }] : [];
  });
}

const SIZES: Record<string, [kind: string, size: number]> = {
  kcal: ["energy", 1],
  cal: ["energy", 1],
  calories: ["energy", 1],
  kj: ["energy", 1 / 4.184],
  g: ["mass", 1],
  mg: ["mass", 1e-3],
  µg: ["mass", 1e-6],
  ug: ["mass", 1e-6],
  mcg: ["mass", 1e-6],
};

function factorBetween(from: string, to: string): number | undefined {
  const sizeOf = (unit: string) => SIZES[unit.trim().toLowerCase().replace("μ", "µ")];
  const [a, b] = [sizeOf(from), to.trim() === "" ? sizeOf(from) : sizeOf(to)];
  return a && b && a[0] === b[0] ? a[1] / b[1] : undefined;
}

export type NutritionWrite = { payload: Record<string, unknown>; written: WrittenNutrition };

/**
 * Our figures per serving for a recipe's nutrition and properties, where they have to be written: `missing` leaves alone
 * what somebody else put there. Undefined where there is nothing to write.
 */
export function nutritionWrite(
  remote: Pick<TandoorRecipe, "nutrition" | "properties">,
  figures: StoredNutrition,
  types: readonly NutrientType[],
  before: WrittenNutrition | null,
  choice: Exclude<NutritionChoice, "never">,
): NutritionWrite | undefined {
  if (figures.coverage_by_mass < LEAST_COVERAGE) return undefined;
  const nutrition = newNutrition(remote.nutrition, figures, before, choice);
  const properties = newProperties(remote.properties, figures.per_serving, types, before, choice);
  if (!nutrition && !properties) return undefined;
  return {
    payload: {
      ...(nutrition ? { nutrition: nutrition.payload } : {}),
      ...(properties ? { properties: properties.payload } : {}),
    },
    written: {
      nutrition: nutrition?.figures ?? before?.nutrition ?? null,
      properties: { ...before?.properties, ...properties?.written },
    },
  };
}

function newNutrition(
  there: TandoorRecipe["nutrition"],
  { per_serving, coverage_by_mass }: StoredNutrition,
  before: WrittenNutrition | null,
  choice: NutritionChoice,
): { payload: object; figures: Figures } | undefined {
  const { energy_kcal, carbohydrate_g, fat_g, protein_g } = per_serving;
  if (energy_kcal === null || carbohydrate_g === null || fat_g === null || protein_g === null)
    return undefined;
  const figures: Figures = {
    calories: rounded(energy_kcal),
    carbohydrates: rounded(carbohydrate_g),
    fats: rounded(fat_g),
    proteins: rounded(protein_g),
  };
  if (there) {
    const isOurs = isOwnSource(there.source) && (!before?.nutrition || sameFigures(there, before.nutrition));
    if (sameFigures(there, figures) || (!isOurs && choice !== "always")) return undefined;
  }
  const known = Math.round(coverage_by_mass * 100);
  const source = known === 100 ? SOURCE : `${SOURCE} (from ${known} % of the weight)`;
  return { payload: { ...(there?.id ? { id: there.id } : {}), ...figures, source }, figures };
}

export const isOwnSource = (source: string) => source.startsWith(SOURCE);

function sameFigures(a: Figures, b: Figures): boolean {
  const names = ["calories", "carbohydrates", "fats", "proteins"] as const;
  return names.every((name) => Math.abs(a[name] - b[name]) < 0.006);
}

function newProperties(
  there: readonly TandoorProperty[],
  perServing: Nutrients,
  types: readonly NutrientType[],
  before: WrittenNutrition | null,
  choice: NutritionChoice,
): { payload: object[]; written: Record<string, number> } | undefined {
  const written: Record<string, number> = {};
  const payload: object[] = there.map(plainProperty);
  for (const { nutrient, type, factor } of types) {
    const figure = perServing[nutrient];
    if (figure === null) continue;
    const property_amount = rounded(figure * factor);
    const at = there.findIndex((property) => property.property_type.id === type.id);
    const property = there[at];
    const amount = property?.property_amount ?? null;
    if (amount !== null && Math.abs(amount - property_amount) < 0.006) continue;
    const wrote = before?.properties[type.id];
    const isOurs = wrote !== undefined && amount !== null && Math.abs(amount - wrote) < 0.006;
    if (property && amount !== null && !isOurs && choice !== "always") continue;
    written[type.id] = property_amount;
    const row = { property_amount, property_type: { id: type.id, name: type.name } };
    if (property) payload[at] = { id: property.id, ...row };
    else payload.push(row);
  }
  return Object.keys(written).length > 0 ? { payload, written } : undefined;
}

const plainProperty = ({ id, property_amount, property_type }: TandoorProperty) => ({
  id,
  property_amount,
  property_type: { id: property_type.id, name: property_type.name },
});

const rounded = (figure: number) => Math.round(figure * 100) / 100;
