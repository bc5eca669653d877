import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { confirmFood } from "../../foods/food_mapping.ts";
import { type FoodSummary, summaryOf } from "../../foods/food_summary.ts";
import { resolveHousehold } from "../../households/household.ts";

export const confirmFoodInput = z.strictObject({
  line: plainText(600).describe("The ingredient line as it stands, or just the food's name."),
  food_id: z.uuid().describe("The food that it means, as search_foods or match_foods name it."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

export type FoodConfirmed = { name: string; food: FoodSummary; replaced_food_id: string | null };

/**
 * Remembers a person's choice: from now on that name means that food in all of the household's recipes.
 * FoodConfirmed commits with it; on it the recipes with such a line are worked out again.
 *
 * @throws NotFound where there is no such food.
 */
export async function confirmFoodOfLine(
  tx: Tx,
  input: z.output<typeof confirmFoodInput>,
): Promise<FoodConfirmed> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  const { name, nameKey, food, replaced } = await confirmFood(tx, household_id, input.line, input.food_id);
  const detail = { household_id, name, name_key: nameKey, food_id: food.foodId };
  await emit(tx, [{ type: "FoodConfirmed", detail }]);
  return { name, food: summaryOf(food), replaced_food_id: replaced };
}
