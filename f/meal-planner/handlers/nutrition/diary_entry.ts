import { mapNutrients, type Nutrients } from "../../foods/nutrients.ts";

/** More than this is a slip of the pen, not something a person eats at once. */
export const MOST_GRAMS = 10_000;
export const MOST_PORTIONS = 20;

/** What was eaten, and what is known of it. Figures are of what was eaten, not of 100 g. */
export type Eaten = {
  kind: "recipe" | "food" | "line";
  name: string;
  recipe_id: string | null;
  food_id: string | null;
  /** As somebody wrote it. */
  line: string | null;
  /** Servings of the recipe. */
  portion: number | null;
  grams: number | null;
  /** Null where nothing is known, or the recipe's figures aren't worked out yet. */
  nutrients: Nutrients | null;
  /** The share of its mass that the figures know, from 0 to 1; null where that isn't known. */
  coverage: number | null;
  /** How the figures were got, or why there are none. */
  note: string;
};

/** The place of a planned meal: its plan, its date and its position in the day. */
export type MealPlace = { plan_id: string; plan_date: string; plan_position: number };

export type DiaryEntry = Eaten & {
  entry_id: string;
  person_id: string;
  version: number;
  /** A date in the household's time zone. */
  date: string;
  slot: string | null;
  /** `manual`, `plan`, or the system that it comes from, such as `fatsecret`. */
  origin: string;
  origin_ref: string | null;
  plan_id: string | null;
  plan_date: string | null;
  plan_position: number | null;
};

/** Figures as they are kept: to the thousandth of their unit, finer than any table's. */
export function keptFigures(nutrients: Nutrients): Nutrients {
  return mapNutrients((nutrient) => {
    const figure = nutrients[nutrient];
    return figure === null ? null : Math.round(figure * 1000) / 1000;
  });
}
