import { z } from "zod";
import type { ShopFood } from "./shop_food.ts";

/** The meal that something is bought for. */
export const mealSchema = z.object({
  plan_id: z.string(),
  date: z.string(),
  position: z.number(),
  slot: z.string(),
  recipe_id: z.string(),
  recipe: z.string(),
});
export type Meal = z.infer<typeof mealSchema>;

/** One ingredient of one meal, scaled to the portions that are eaten of it. */
export type Need = {
  meal: Meal;
  /** The line as the cook wrote it, for the recipe's own servings. */
  original: string;
  /** What the line calls the food; the only name there is where no food was found for it. */
  text: string;
  food: ShopFood | null;
  /** Edible grams; null where the line gives no amount that can be weighed. */
  grams: number | null;
  quantity: number | null;
  /** Canonical unit (`gram`, `clove`); null for a bare count. */
  unit: string | null;
  size: string | null;
  /** `juice` or `zest`, where the line is "juice of 1 lime": the quantity then counts limes. */
  part: string | null;
  /** The tins of "2 x 400 g tins tomatoes" and how many are needed; `grams` is what the label of one says, if told. */
  containers: { unit: string; count: number; grams: number | null } | null;
  toTaste: boolean;
  optional: boolean;
};

/** Needs in an order of their own, so that sums of floating-point numbers come out the same however they arrive. */
export function inCanonicalOrder(needs: readonly Need[]): Need[] {
  return needs
    .map((need) => ({ need, key: orderKey(need) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ need }) => need);
}

function orderKey({ meal, original, text, food, grams, quantity, unit, size }: Need): string {
  const position = String(meal.position).padStart(4, "0");
  return JSON.stringify([
    meal.date,
    position,
    meal.plan_id,
    meal.recipe_id,
    original,
    text,
    food?.foodId,
    grams,
    quantity,
    unit,
    size,
  ]);
}
