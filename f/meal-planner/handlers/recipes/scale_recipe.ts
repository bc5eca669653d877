import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { readRecipeNutrition } from "./recipe_nutrition_store.ts";
import { findRecipe } from "./recipe_store.ts";
import { type ScaledLine, scaleLine } from "./scaled_line.ts";
import { servings } from "./servings.ts";

export const scaleRecipeInput = z
  .strictObject({
    recipe_id: z.uuid(),
    servings: servings.optional(),
    factor: z
      .number()
      .gt(0, { message: "Must be more than 0." })
      .max(100, { message: "At most 100." })
      .optional(),
    household_id: z.uuid().optional(),
  })
  .refine((input) => (input.servings === undefined) !== (input.factor === undefined), {
    path: ["servings"],
    message: "Give servings or a factor, one of the two.",
  });

export type ScaledRecipe = {
  recipe_id: string;
  version: number;
  name: string;
  factor: number;
  servings: number | null;
  ingredients: ScaledLine[];
};

/**
 * A recipe's ingredients for another number of servings. Nothing is stored, and a serving holds what it held. Times and
 * the size of the pan are the cook's to judge.
 *
 * @throws InvalidInput where servings are asked for and nobody knows how many the recipe makes.
 */
export async function scaleRecipe(tx: Tx, input: z.output<typeof scaleRecipeInput>): Promise<ScaledRecipe> {
  const household = await resolveHousehold(tx, input.household_id);
  const recipe = await findRecipe(tx, household, input.recipe_id);
  const { recipe_id, version, name } = recipe;
  const nutrition = await readRecipeNutrition(tx, recipe_id);
  // Where its source doesn't say, as many as the nutrition reckons with.
  const makes = recipe.servings ?? nutrition?.servings ?? null;
  const factor = input.factor ?? (makes === null ? null : (input.servings ?? makes) / makes);
  if (factor === null) {
    const message = `"${name}" doesn't say how many it serves. Set its servings, or give a factor.`;
    throw new InvalidInput([{ path: "servings", message }]);
  }
  return {
    ...{ recipe_id, version, name, factor: Math.round(factor * 1000) / 1000 },
    servings: input.servings ?? (makes === null ? null : makes * factor),
    ingredients: recipe.ingredients.map((line) => scaleLine(line, factor)),
  };
}
