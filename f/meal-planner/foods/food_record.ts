import { createHash } from "node:crypto";
import type { Aisle, Allergen, FoodState, Origin, SoldAs, StarterFood } from "./food.ts";
import type { Nutrients } from "./nutrients.ts";

/** Grams of one `unit` of a food. `unit` is a canonical unit, a size, `each`, or free text as USDA writes it. */
export type FoodPortion = { unit: string; grams: number };

/** A food as the matcher and the sums see it, wherever it came from. What isn't known is null, never empty. */
export type FoodRecord = {
  foodId: string;
  /** `starter`, `own` for a household's own, `usda_sr`, `usda_foundation` or another dataset's name. */
  source: string;
  /** The record's id in its source: a starter food's key, an NDB number, an FDC id. */
  sourceId: string;
  /** The NDB number of the USDA SR record that it is, or can be compared with. */
  ndb: string | null;
  /** The id in USDA's FoodData Central. */
  fdcId: number | null;
  description: string;
  /** What a shopper calls it, where someone has named it. */
  name: string | null;
  aliases: readonly string[];
  category: string | null;
  per100g: Nutrients;
  densityGramsPerMl: number | null;
  portions: readonly FoodPortion[];
  refusePercent: number | null;
  state: FoodState | null;
  origins: readonly Origin[] | null;
  allergens: readonly Allergen[] | null;
  main: string | null;
  aisle: Aisle | null;
  soldAs: SoldAs | null;
  shopping: "buy" | "check" | "never" | null;
};

/**
 * The id of a record, made from its source so that it is the same on every installation and at every import
 * (an RFC 9562 version 8 uuid over SHA-256).
 */
export function foodIdOf(source: string, sourceId: string): string {
  const bytes = createHash("sha256")
    .update(`meal-planner/food/${source}/${sourceId}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A staple of the starter table as a record. */
export function recordOfStarterFood(food: StarterFood): FoodRecord {
  return {
    foodId: foodIdOf("starter", food.key),
    source: "starter",
    sourceId: food.key,
    ndb: food.ndb,
    fdcId: null,
    description: food.name,
    name: food.name,
    aliases: food.aliases,
    category: null,
    per100g: food.per100g,
    densityGramsPerMl: food.densityGramsPerMl,
    portions: Object.entries(food.portions).map(([unit, grams]) => ({ unit, grams })),
    refusePercent: food.refusePercent,
    state: food.state,
    origins: food.origins,
    allergens: food.allergens,
    main: food.main,
    aisle: food.aisle,
    soldAs: food.soldAs,
    shopping: food.shopping,
  };
}

/** Sources whose ids mean nothing to anybody else. */
const OURS: ReadonlySet<string> = new Set(["starter", "own"]);

/**
 * What other programs know a record by: its NDB number or FDC id. Null for a staple that USDA has no record of, and for
 * a household's own food; its `foodId` still names it.
 */
export function publicSourceId(food: FoodRecord): string | null {
  return food.ndb ?? (OURS.has(food.source) ? null : food.sourceId);
}
