import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { type FoodSummary, summaryOf } from "../../foods/food_summary.ts";
import { type ResolvedLine, resolveLine } from "../../foods/line_nutrition.ts";
import { householdOrNone } from "./household_or_none.ts";

export const matchFoodsInput = z.strictObject({
  lines: z
    .array(z.string().max(1_000_000, "Longer than a million characters. A line of a recipe is one line."))
    .max(2000, "More than 2,000 lines. Send them in parts.")
    .describe("Ingredient lines as people write them, one string a line."),
  household_id: z
    .uuid()
    .optional()
    .describe("Whose confirmed foods win; left out, the default household's, if there is one."),
});

export type MatchedLine = {
  original: string;
  food: FoodSummary | null;
  /** The other foods of a line of several, such as "salt and pepper". */
  also: FoodSummary[];
  /** How sure the food is, from 0 to 1. */
  score: number;
  /** Edible grams that the line means; null where it gives no amount or the weight of one isn't known. */
  grams: number | null;
  /** weight, package, volume, portion, usual (a kitchen's usual piece), guess, or none. */
  grams_from: string;
  grams_how: string;
  reason: string;
  candidates: (FoodSummary & { score: number; reason: string })[];
};

/** Finds for each line the food that it means and its grams, with the reasons; an unsure line has no food. */
export async function matchFoods(
  tx: Tx,
  input: z.output<typeof matchFoodsInput>,
): Promise<{ lines: MatchedLine[] }> {
  const index = await foodIndexFor(tx, await householdOrNone(tx, input.household_id));
  return { lines: input.lines.map((line) => matchedLine(resolveLine(index, line))) };
}

function matchedLine(resolved: ResolvedLine): MatchedLine {
  return {
    original: resolved.line.original,
    food: resolved.food && summaryOf(resolved.food),
    also: resolved.also.map(summaryOf),
    score: toThousandths(resolved.score),
    grams: resolved.grams === null ? null : toThousandths(resolved.grams),
    grams_from: resolved.gramsFrom,
    grams_how: resolved.gramsHow,
    reason: resolved.reason,
    candidates: resolved.candidates.map(({ food, score, reason }) => ({
      ...summaryOf(food),
      score: toThousandths(score),
      reason,
    })),
  };
}

const toThousandths = (number: number) => Math.round(number * 1000) / 1000;
