import { parseInput } from "../../../database/parse_input.ts";
import { parseIngredients, parseIngredientsInput } from "../../../foods/parse_ingredients.ts";

/**
 * Take ingredient lines apart: quantity, unit, size, food, preparation, comment, and whether it is optional.
 *
 * @param lines Ingredient lines as people write them, one string a line.
 */
export async function main(lines: string[]) {
  return parseIngredients(parseInput(parseIngredientsInput, { lines }));
}
