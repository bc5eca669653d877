import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { resolveLine } from "../../foods/line_nutrition.ts";
import { resolveHousehold } from "../../households/household.ts";
import { calculateNutrition } from "./calculate_nutrition.ts";
import { findRecipe } from "./recipe_store.ts";

export const reviewLinesInput = z.strictObject({
  recipe_ids: z.array(z.uuid()).max(200, "At most 200 recipes at once."),
  household_id: z.uuid().optional(),
});

export type UnsureLine = {
  recipe_id: string;
  recipe: string;
  line: string;
  reason: string;
  candidates: { food_id: string; food: string }[];
};

export type Review = {
  recipes: { recipe_id: string; name: string; coverage_by_mass: number }[];
  lines: UnsureLine[];
  unsure: number;
  title: string;
  text: string;
  /** The likeliest food of each line, for a form: confirming it is a person's word, never ours. */
  confirmations: { line: string; food_id: string }[];
};

const MOST_CANDIDATES = 3;

/**
 * Works out the nutrition of recipes and says which of their lines mean no food for sure, with the foods that they may
 * mean. Running it again after a food was confirmed takes that into account.
 *
 * @throws NotFound where there is no such recipe.
 */
export async function reviewLines(tx: Tx, input: z.output<typeof reviewLinesInput>): Promise<Review> {
  const household = await resolveHousehold(tx, input.household_id);
  const { household_id } = household;
  const index = await foodIndexFor(tx, household_id);
  const recipes: Review["recipes"] = [];
  const lines: UnsureLine[] = [];
  for (const recipe_id of input.recipe_ids) {
    const { name } = await findRecipe(tx, household, recipe_id);
    const figures = await calculateNutrition(tx, { recipe_id, household_id });
    recipes.push({ recipe_id, name, coverage_by_mass: figures?.coverage_by_mass ?? 0 });
    for (const { original, reason, food_id } of figures?.lines ?? []) {
      if (food_id !== null) continue;
      const candidates = resolveLine(index, original).candidates.slice(0, MOST_CANDIDATES);
      const foods = candidates.map(({ food }) => ({
        food_id: food.foodId,
        food: food.name ?? food.description,
      }));
      lines.push({ recipe_id, recipe: name, line: original, reason, candidates: foods });
    }
  }
  return { recipes, lines, unsure: lines.length, ...inWords(lines) };
}

function inWords(lines: readonly UnsureLine[]): Pick<Review, "title" | "text" | "confirmations"> {
  const confirmations = lines.flatMap(({ line, candidates: [first] }) =>
    first ? [{ line, food_id: first.food_id }] : [],
  );
  if (lines.length === 0) return { title: "Every line is known", text: "Nothing to look at.", confirmations };
  const items = lines.map(({ recipe, line, reason, candidates }) => {
    const may = candidates.map(({ food, food_id }) => `${plain(food)} (\`${food_id}\`)`).join(", ");
    return `- ${plain(recipe)}: **${plain(line)}** – ${plain(reason)}${may ? `. It may be ${may}` : ""}`;
  });
  return {
    title: `${lines.length} ingredient ${lines.length === 1 ? "line is" : "lines are"} unsure`,
    text: `These count for nothing as long as nobody says what they are. Approve to go on.\n\n${items.join("\n")}`,
    confirmations,
  };
}

/** A text from outside, so that it becomes neither a link nor HTML. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
