import type { Tx } from "../../database/connection.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { resolveLine } from "../../foods/line_nutrition.ts";
import type { Household } from "../../households/household.ts";

/** A line as somebody wrote it, as one for each food that it names; `shared` where one amount is said of several. */
export type FoodTexts = { texts: string[]; shared: boolean };

/**
 * "Milk and eggs" is two things to buy: it is split where each part is a food by itself, by the same strict test as in a
 * recipe. "2 kg carrots and parsnips" stays, for nobody has said how much of each; so does what is called by two, "fish
 * and chips".
 */
export async function eachFood(
  tx: Tx,
  household: Household,
  written: readonly string[],
): Promise<FoodTexts[]> {
  if (written.length === 0) return [];
  const index = await foodIndexFor(tx, household.household_id);
  return written.map((text) => {
    const { line, parts } = resolveLine(index, text);
    if (parts.length < 2) return { texts: [text], shared: false };
    const apart = parts.every((part) => part.line.original !== line.original);
    if (apart) return { texts: parts.map((part) => part.line.original), shared: false };
    const each = /\beach\b/i.test(text);
    if ((line.quantity !== null || line.unit !== null) && !each) return { texts: [text], shared: true };
    const amount = [line.quantity, line.unit].filter((said) => said !== null);
    return { texts: parts.map((part) => [...amount, part.line.food].join(" ")), shared: false };
  });
}
