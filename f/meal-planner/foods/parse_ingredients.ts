import { z } from "zod";
import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";

export const parseIngredientsInput = z.strictObject({
  lines: z
    .array(z.string().max(1_000_000, "Longer than a million characters. A line of a recipe is one line."))
    .max(2000, "More than 2,000 lines. Send them in parts.")
    .describe("Ingredient lines as people write them, one string a line."),
});

/** Parses lines, each by itself; answers in their order. Never throws for what a line says. */
export function parseIngredients(input: z.output<typeof parseIngredientsInput>): { lines: IngredientLine[] } {
  return { lines: input.lines.map(parseIngredientLine) };
}
