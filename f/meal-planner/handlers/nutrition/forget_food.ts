import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { forgetFood, mappedName } from "../../foods/food_mapping.ts";
import { nameKey } from "../../foods/word_forms.ts";
import { resolveHousehold } from "../../households/household.ts";

export const forgetFoodInput = z.strictObject({
  line: plainText(600).describe("The ingredient line as it stands, or just the food's name."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

/**
 * Takes back what was confirmed for a name, so that it is matched as if nobody had said anything; `forgotten` is false
 * where nothing was confirmed. FoodConfirmed without a food commits with it.
 */
export async function forgetFoodOfLine(
  tx: Tx,
  input: z.output<typeof forgetFoodInput>,
): Promise<{ name: string; forgotten: boolean }> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  const name = mappedName(input.line);
  const forgotten = await forgetFood(tx, household_id, input.line);
  if (forgotten) {
    const detail = { household_id, name, name_key: nameKey(name), food_id: null };
    await emit(tx, [{ type: "FoodConfirmed", detail }]);
  }
  return { name, forgotten };
}
