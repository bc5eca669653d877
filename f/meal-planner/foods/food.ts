import type { Nutrients } from "./nutrients.ts";

/** What a food comes from: diets are decided by it. `plant` covers fungi, minerals and water too. */
export const ORIGINS = ["plant", "meat", "fish", "shellfish", "dairy", "egg", "honey"] as const;
export type Origin = (typeof ORIGINS)[number];

/** The fourteen allergens that EU law has declared (Regulation 1169/2011, Annex II). */
export const ALLERGENS = [
  "gluten",
  "crustaceans",
  "eggs",
  "fish",
  "peanuts",
  "soy",
  "milk",
  "nuts",
  "celery",
  "mustard",
  "sesame",
  "sulphites",
  "lupin",
  "molluscs",
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** A shop's usual walk, from the door. */
export const AISLES = [
  "fruit_and_vegetables",
  "fresh_herbs",
  "bakery",
  "meat",
  "fish",
  "chilled",
  "dairy_and_eggs",
  "frozen",
  "grains_and_pasta",
  "canned_and_jarred",
  "oils_and_vinegars",
  "sauces_and_condiments",
  "spices",
  "baking",
  "nuts_and_dried_fruit",
  "breakfast",
  "snacks_and_sweets",
  "drinks",
  "other",
] as const;
export type Aisle = (typeof AISLES)[number];

/** The state that a food is bought in; "2 cups cooked rice" and "2 cups rice" are different records. */
export const STATES = [
  "fresh",
  "dried",
  "canned",
  "frozen",
  "cooked",
  "cured",
  "powder",
  "liquid",
  "prepared",
] as const;
export type FoodState = (typeof STATES)[number];

/** How a shopper buys it. Amounts on a list are in this unit; `pack` is the usual pack in that unit, if it has one. */
export type SoldAs = {
  unit: "gram" | "millilitre" | "piece" | "can" | "bunch" | "jar" | "pack";
  pack?: number;
};

/** A staple of the starter table: everything known of one food. Figures are for 100 g of the edible part. */
export type StarterFood = {
  /** Stable snake_case id, for example `chicken_breast`. */
  key: string;
  /** What a shopper calls it, singular, lower case: `chicken breast`. */
  name: string;
  /** Other names that people write, singular, lower case, American and British: `["boneless skinless chicken breast"]`. */
  aliases: string[];
  aisle: Aisle;
  state: FoodState;
  /** All that it contains; `["plant"]` for plants. */
  origins: Origin[];
  allergens: Allergen[];
  /** What a planner varies: `chicken`, `beef`, `lentils`, `pasta`, `tofu`, `salmon`; null for seasonings and sides. */
  main: string | null;
  per100g: Nutrients;
  /** Grams in one millilitre where it pours or is measured by the cup; otherwise null. */
  densityGramsPerMl: number | null;
  /**
   * Edible grams of one household unit, by its canonical name: `each`, `small`, `medium`, `large`, `clove`, `slice`, `can`,
   * `bunch`, `stick`, `sprig`, `leaf`, `head`, `stalk`, `fillet`, `package`… `each` is the unit of a bare count ("2 onions").
   * A unit of volume is here only where the density doesn't fit it: a tablespoon of herbs is chopped, a cup is leaves.
   */
  portions: Record<string, number>;
  /** Share of the bought weight that is thrown away (peel, bone, core), in percent. A drained can is weighed drained. */
  refusePercent: number;
  soldAs: SoldAs;
  /** `check` for what every kitchen has and nobody buys for one recipe (salt, pepper, water is `never`). */
  shopping: "buy" | "check" | "never";
  /** NDB number of the USDA SR record that the figures can be compared with; null where there is none. */
  ndb: string | null;
  /** Why energy or a macro differs from that record by over 10 %, where it does; what the figures rest on without one. */
  differs?: string;
};
