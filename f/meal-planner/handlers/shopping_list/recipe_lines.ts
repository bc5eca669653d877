import type { Tx } from "../../database/connection.ts";
import type { IngredientLine } from "../../foods/ingredient_line.ts";
import type { StoredLine, StoredPart } from "../recipes/recipe_nutrition_store.ts";

/** A recipe as shopping sees it. */
export type RecipeLines = {
  recipe_id: string;
  servings: number;
  keeps_days: number;
  /** False as long as the nutrition of some line isn't worked out. */
  workedOut: boolean;
  /** One for each food: a line such as "salt and pepper" gives two, each with its own amount. */
  lines: { parsed: IngredientLine; foodId: string | null; grams: number | null }[];
};

type RecipeRow = {
  recipe_id: string;
  servings: number | null;
  keeps_days: number;
  ingredients: IngredientLine[];
  lines: Pick<StoredLine, "original" | "food_id" | "grams" | "parts">[] | null;
};

/**
 * The ingredient lines of recipes, each with its food and weight where its nutrition is worked out. A recipe whose nutrition
 * isn't (yet) known gives its lines as written: the list is brought up to date when NutritionCalculated comes.
 */
export async function readRecipeLines(
  tx: Tx,
  recipeIds: readonly string[],
): Promise<Map<string, RecipeLines>> {
  const { rows } = await tx.query<RecipeRow>(
    `select recipe.recipe_id, coalesce(nutrition.servings, recipe.servings) as servings, recipe.keeps_days,
       recipe.ingredients,
       (select jsonb_agg(jsonb_build_object('original', line -> 'original', 'food_id', line -> 'food_id',
            'grams', line -> 'grams', 'parts', coalesce(line -> 'parts', '[]')) order by place)
        from jsonb_array_elements(nutrition.lines) with ordinality as entry (line, place)) as lines
     from meal_planner.recipes recipe left join meal_planner.recipe_nutrition nutrition using (recipe_id)
     where recipe.recipe_id = any($1::uuid[])`,
    [recipeIds],
  );
  return new Map(rows.map((row) => [row.recipe_id, linesOf(row)]));
}

// Where neither the recipe nor its energy says how many it feeds, it is taken to be one portion's worth of lines.
const UNSTATED_SERVINGS = 1;

function linesOf({ recipe_id, servings, keeps_days, ingredients, lines }: RecipeRow): RecipeLines {
  // By text, not by place: the figures may be of the recipe's version before.
  const matched = new Map((lines ?? []).map((line) => [line.original, line]));
  const own = ingredients.filter((parsed) => !parsed.heading);
  return {
    recipe_id,
    workedOut: own.every((parsed) => matched.has(parsed.original)),
    servings: servings && servings > 0 ? servings : UNSTATED_SERVINGS,
    keeps_days,
    lines: own.flatMap((parsed) => {
      const line = matched.get(parsed.original);
      const whole = { parsed, foodId: line?.food_id ?? null, grams: line?.grams ?? null };
      return line?.parts?.length ? line.parts.map((part) => partOf(parsed, part)) : [whole];
    }),
  };
}

/** Sizes, packages and the like are said of the line: of which of its foods, nobody knows. */
function partOf(parsed: IngredientLine, part: StoredPart): RecipeLines["lines"][number] {
  const { food_id, text, quantity, quantity_max, unit, grams } = part;
  const own = { food: text, quantity, quantity_max, unit, size: null, package: null, container: null };
  return { parsed: { ...parsed, ...own }, foodId: food_id, grams };
}
