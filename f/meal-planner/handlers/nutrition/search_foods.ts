import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { type FoodSummary, summaryOf } from "../../foods/food_summary.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import { searchFoods } from "../../foods/search_foods.ts";
import { householdOrNone } from "./household_or_none.ts";

export const searchFoodsInput = z.strictObject({
  query: plainText(200).describe("What a person types: a name or a part of one."),
  limit: z.int().min(1).max(100).default(20).describe("How many answers at most."),
  household_id: z
    .uuid()
    .optional()
    .describe("Whose confirmed foods come first; left out, the default one's."),
});

export type FoundFood = FoodSummary & {
  score: number;
  reason: string;
  category: string | null;
  per_100g: Nutrients;
  portions: { unit: string; grams: number }[];
};

/** Foods by name, best first, with what a person needs to choose among them. */
export async function findFoods(
  tx: Tx,
  input: z.output<typeof searchFoodsInput>,
): Promise<{ foods: FoundFood[] }> {
  const index = await foodIndexFor(tx, await householdOrNone(tx, input.household_id));
  const foods = searchFoods(index, input.query, input.limit).map(({ food, score, reason }) => ({
    ...summaryOf(food),
    score: Math.round(score * 1000) / 1000,
    reason,
    category: food.category ?? food.aisle,
    per_100g: food.per100g,
    portions: [...food.portions],
  }));
  return { foods };
}
