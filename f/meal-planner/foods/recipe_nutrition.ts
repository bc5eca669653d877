import { checkTotalEnergy, type EnergyCheck } from "./energy_check.ts";
import type { Allergen, Origin } from "./food.ts";
import type { FoodIndex } from "./food_index.ts";
import { isEquipment } from "./food_query.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { type ResolvedLine, resolveLine } from "./line_nutrition.ts";
import { type Nutrient, type Nutrients, scaleNutrients, sumCovered } from "./nutrients.ts";

/** A line that adds nothing to the sums, why, and the mass that is missing for it (0 for a pinch to taste). */
export type MissingLine = {
  original: string;
  food: string | null;
  kind: "unmatched" | "unweighed" | "no_amount";
  reason: string;
  estimatedGrams: number;
};

export type RecipeNutrition = {
  servings: number;
  totals: Nutrients;
  perServing: Nutrients;
  /** Grams that go into the recipe, and how much of that and of its energy the sums know, from 0 to 1. */
  grams: number;
  coverage: { mass: number; energy: number; nutrients: Record<Nutrient, number> };
  lines: (ResolvedLine & { shareOfEnergy: number | null })[];
  missing: MissingLine[];
  /** What it contains; `unknownIn` are the lines that may add to it. */
  allergens: { contains: Allergen[]; unknownIn: string[] };
  origins: { contains: Origin[]; unknownIn: string[] };
  /** The `main` of the ingredients that give most of the protein: of chicken with rice, the chicken. */
  main: string | null;
  /** Energy by the general factors beside the energy by the records: far apart means that a record is wrong. */
  energyCheck: EnergyCheck;
};

/** What a line that names an amount-less food is reckoned to weigh, so that the gap shows in the coverage. */
export const UNSTATED_AMOUNT_GRAMS = 100;
/** What one uncounted piece of an unknown weight is reckoned to weigh. */
const UNKNOWN_PIECE_GRAMS = 50;
/** Energy of a gram of what isn't known: about that of bread, meat and cheese taken together. */
const UNKNOWN_KCAL_PER_GRAM = 2;

/**
 * The nutrition of a recipe: resolves every line, adds up, and says what is missing. A nutrient is null where less
 * than 90 % of the known mass has a figure for it. `servings` must be above 0. Pure.
 */
export function recipeNutrition(
  written: readonly (string | IngredientLine)[],
  servings: number,
  index: FoodIndex,
): RecipeNutrition {
  const resolved = written.map((line) => resolveLine(index, line));
  const known = resolved.filter((line) => line.nutrients !== null && line.eatenGrams !== null);
  const { nutrients: totals, shares } = sumCovered(
    known.map((line) => ({ nutrients: line.nutrients as Nutrients, weight: line.eatenGrams as number })),
  );
  const missing = resolved.flatMap(missingOf);
  const knownGrams = known.reduce((sum, line) => sum + (line.eatenGrams ?? 0), 0);
  const missingGrams = missing.reduce((sum, line) => sum + line.estimatedGrams, 0);
  const energyKcal = known.reduce((sum, line) => sum + (line.nutrients?.energy_kcal ?? 0), 0);
  return {
    servings,
    totals,
    perServing: scaleNutrients(totals, 1 / servings),
    grams: knownGrams + missingGrams,
    coverage: {
      mass: shareOf(knownGrams, missingGrams),
      energy: shareOf(energyKcal, missingGrams * UNKNOWN_KCAL_PER_GRAM),
      nutrients: shares,
    },
    lines: resolved.map((line) => ({ ...line, shareOfEnergy: energyShare(line, energyKcal) })),
    missing,
    allergens: contained(resolved, (food) => food.allergens),
    origins: contained(resolved, (food) => food.origins),
    main: mainOf(known.flatMap((line) => (line.parts.length > 0 ? line.parts : [line]))),
    energyCheck: checkTotalEnergy(totals),
  };
}

const shareOf = (known: number, missing: number) => (known + missing > 0 ? known / (known + missing) : 0);

function energyShare(line: ResolvedLine, energyKcal: number): number | null {
  const own = line.nutrients?.energy_kcal;
  return own === undefined || own === null || energyKcal <= 0 ? null : own / energyKcal;
}

function missingOf(resolved: ResolvedLine): MissingLine[] {
  const { line, food, grams } = resolved;
  if (line.heading || (food !== null && grams !== null)) return [];
  if (line.food !== null && isEquipment(line.food)) return [];
  const about = { original: line.original, food: line.food };
  if (line.quantity === null && line.unit === null) {
    return [
      {
        ...about,
        kind: "no_amount",
        reason: food ? resolved.gramsHow : resolved.reason,
        estimatedGrams: unstatedGrams(resolved),
      },
    ];
  }
  if (food === null) {
    return [
      {
        ...about,
        kind: "unmatched",
        reason: resolved.reason,
        estimatedGrams: grams ?? piecesGrams(resolved),
      },
    ];
  }
  return [{ ...about, kind: "unweighed", reason: resolved.gramsHow, estimatedGrams: piecesGrams(resolved) }];
}

function piecesGrams(resolved: ResolvedLine): number {
  return Math.min(resolved.line.quantity ?? 1, 20) * UNKNOWN_PIECE_GRAMS;
}

/** Salt to taste, herbs to garnish and oil for the pan weigh little; "Potatoes" without an amount don't. */
function unstatedGrams(resolved: ResolvedLine): number {
  const { line, food } = resolved;
  const said = `${line.food ?? ""} ${line.comment ?? ""}`;
  const little =
    /\b(?:garnish|taste|serve|serving|sprinkl\w*|dust\w*|greas\w*|brush\w*|decorat\w*|fry|frying|pan|spray|salt|pepper)\b/i;
  if (line.optional || line.to_taste || little.test(said)) return 0;
  if (
    food &&
    (food.shopping === "check" || food.shopping === "never" || food.category === "Spices and Herbs")
  )
    return 0;
  return UNSTATED_AMOUNT_GRAMS;
}

function contained<T extends string>(
  lines: readonly ResolvedLine[],
  of: (food: FoodRecord) => readonly T[] | null,
): { contains: T[]; unknownIn: string[] } {
  const contains = new Set<T>();
  const unknownIn: string[] = [];
  for (const line of lines) {
    if (line.line.heading || (line.line.food !== null && isEquipment(line.line.food))) continue;
    const found = line.food === null ? [null] : [line.food, ...line.also].map(of);
    if (found.includes(null)) unknownIn.push(line.line.original);
    for (const one of found.flatMap((known) => known ?? [])) contains.add(one);
  }
  return { contains: [...contains].sort(), unknownIn };
}

/** Protein decides, for it is what a dish is called by; mass does where two give as much of it. */
function mainOf(lines: readonly ResolvedLine[]): string | null {
  const mains = new Map<string, { protein: number; grams: number }>();
  for (const { food, eatenGrams, nutrients } of lines) {
    if (!food?.main) continue;
    const sum = mains.get(food.main) ?? { protein: 0, grams: 0 };
    sum.protein += nutrients?.protein_g ?? 0;
    sum.grams += eatenGrams ?? 0;
    mains.set(food.main, sum);
  }
  const [first] = [...mains].sort(([, a], [, b]) => b.protein - a.protein || b.grams - a.grams);
  return first && first[1].grams > 0 ? first[0] : null;
}
