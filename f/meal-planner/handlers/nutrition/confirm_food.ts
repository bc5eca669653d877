import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { confirmFood } from "../../foods/food_mapping.ts";
import { type FoodSummary, summaryOf } from "../../foods/food_summary.ts";
import { resolveHousehold } from "../../households/household.ts";

export const confirmFoodInput = z.strictObject({
  line: plainText(600).describe("The ingredient line as it stands, or just the food's name."),
  food_id: z.uuid().describe("The food that it means, as search_foods or match_foods name it."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

export type FoodConfirmed = { name: string; food: FoodSummary; replaced_food_id: string | null };

/** Remembers a person's choice: from now on that name means that food in all of the household's recipes. */
export async function confirmFoodOfLine(
  tx: Tx,
  input: z.output<typeof confirmFoodInput>,
): Promise<FoodConfirmed> {
  const household = await resolveHousehold(tx, input.household_id);
  const confirmed = await confirmFood(tx, household.household_id, input.line, input.food_id);
  return { name: confirmed.name, food: summaryOf(confirmed.food), replaced_food_id: confirmed.replaced };
}
