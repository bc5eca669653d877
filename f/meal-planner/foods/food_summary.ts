import { type FoodRecord, publicSourceId } from "./food_record.ts";

/** How a food is told to other programs. `source_id` is the NDB number or the FDC id; null where USDA has no record. */
export type FoodSummary = { food_id: string; description: string; source: string; source_id: string | null };

export function summaryOf(food: FoodRecord): FoodSummary {
  return {
    food_id: food.foodId,
    description: food.name ?? food.description,
    source: food.source,
    source_id: publicSourceId(food),
  };
}
