import { z } from "zod";
import { type FdcFood, fdcSource, usdaFoodOf } from "../../foods/fdc_food.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import { recordOfUsdaFood } from "../../foods/usda_record.ts";

export const dataTypes = z.enum(["Foundation", "SR Legacy", "Survey (FNDDS)", "Branded"]);

/** A food of FoodData Central as callers see it. */
export type FetchedFood = {
  fdc_id: number;
  description: string;
  data_type: string;
  brand: string | null;
  category: string | null;
  per_100g: Nutrients;
};

/** A food's record and what is told of it; undefined for a kind of food that isn't known, such as an experimental one. */
export function readFetchedFood(food: FdcFood): { record: FoodRecord; told: FetchedFood } | undefined {
  const source = fdcSource(food.dataType);
  if (!source) return undefined;
  const usda = usdaFoodOf(food);
  // A figure that can't be is unknown; the others of the food stay good.
  const possible = Object.entries(usda.n).filter(
    ([, figure]) => figure !== null && figure >= 0 && figure < 1e6,
  );
  const record = recordOfUsdaFood({ ...usda, n: Object.fromEntries(possible) }, source);
  const told = {
    fdc_id: food.fdcId,
    description: food.description,
    data_type: food.dataType ?? "",
    brand: food.brandName || food.brandOwner || null,
    category: record.category,
    per_100g: record.per100g,
  };
  return { record, told };
}
