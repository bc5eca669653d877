import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import type { Meal } from "./meal_fit.ts";
import type { StoredLine, StoredNutrition, StoredPart } from "./recipe_nutrition_store.ts";

/** A recipe's figures without what only its own page shows: they are most of what is stored of it. */
export type PlanningNutrition = Omit<StoredNutrition, "lines" | "total"> & {
  lines: PlanningLine[];
};

/** With the foods of a line of several; left out for a line of one. */
export type PlanningLine = Pick<StoredLine, "original" | "food" | "food_id" | "grams"> & {
  parts?: Pick<StoredPart, "food_id" | "grams">[];
};

/** What a planner needs to know of a recipe; `nutrition` is null until it is worked out for this version. */
export type PlanningRecipe = {
  recipe_id: string;
  name: string;
  cuisine: string | null;
  minutes: number | null;
  suits: Meal[];
  rating: number | null;
  /** Days after cooking on which it may still be eaten; left out, none. */
  keeps_days?: number;
  /** Its lines as written and as understood, to be searched for the name of a food. */
  words: string;
  nutrition: PlanningNutrition | null;
};

/** Which recipes: those that suit a meal and some others by id. */
export type SomeRecipes = {
  suits: string;
  or: readonly string[];
  /** Of a recipe that is known at least so well, the lines are left out: nobody asks which of them aren't known. */
  linesBelow: number;
};

type PlanningRow = Omit<PlanningRecipe, "nutrition"> &
  Omit<PlanningNutrition, "lines" | "recipe_version"> & {
    recipe_version: number | null;
    originals: string[] | null;
    foods: (string | null)[] | null;
    food_ids: (string | null)[] | null;
    grams: (number | null)[] | null;
    parts: StoredPart[] | null;
  };

const column = (
  name: string,
) => `case when $4::double precision is null or n.coverage_by_mass < $4::double precision
  then n.line_${name} end as ${name}`;

/*
 * Lines come as five columns that are stored beside them: reading the lines themselves takes longer than all the rest.
 * Lists come as JSON, which the driver reads several times as fast as arrays, and nothing is put together in Postgres.
 */
const COLUMNS = `r.recipe_id, r.name, r.cuisine, to_json(r.suits) as suits, r.rating, r.keeps_days,
  nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0) as minutes,
  coalesce(n.line_originals::text || n.line_foods::text, '') as words,
  n.recipe_version, n.servings, n.servings_from, n.per_serving, n.coverage_by_mass, n.coverage_by_energy,
  to_json(n.allergens) as allergens, to_json(n.origins) as origins, to_json(n.unknown_lines) as unknown_lines, n.main,
  ${["originals", "foods", "food_ids", "grams", "parts"].map(column).join(", ")}`;

/** More than anybody cooks from; a box beyond it would fill a worker's memory and its time limit with reading. */
export const MOST_PLANNING_RECIPES = 10_000;

/**
 * All recipes of a household that can be planned, by name; or only some. Of more than `MOST_PLANNING_RECIPES`, meals come
 * before sauces, then the best rated, then a draw that stays the same.
 */
export async function planningRecipes(
  tx: Tx,
  household: Household,
  only?: SomeRecipes,
): Promise<PlanningRecipe[]> {
  const { rows } = await tx.query<PlanningRow>(
    `with box as (
       select recipe_id from meal_planner.recipes
       where household_id = $1::uuid and archived_at is null
         and ($2::text is null or $2::text = any (suits) or recipe_id = any ($3::uuid[]))
       order by recipe_id = any ($3::uuid[]) desc, cardinality(suits) = 0, rating desc nulls last,
         hashtextextended(recipe_id::text, 0)
       limit $5::integer
     )
     select ${COLUMNS}
     from box join meal_planner.recipes r using (recipe_id)
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     order by lower(r.name), r.recipe_id`,
    [
      ...[household.household_id, only?.suits ?? null, only?.or ?? [], only?.linesBelow ?? null],
      MOST_PLANNING_RECIPES,
    ],
    "planning_recipes",
  );
  return rows.map(recipeOf);
}

/** How many recipes a household has, for the case that not all were read. */
export async function countRecipes(tx: Tx, household: Household): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    "select count(*) as count from meal_planner.recipes where household_id = $1::uuid and archived_at is null",
    [household.household_id],
  );
  return rows[0]!.count;
}

function recipeOf(row: PlanningRow): PlanningRecipe {
  const { recipe_id, name, cuisine, minutes, suits, rating, keeps_days, words } = row;
  return { recipe_id, name, cuisine, minutes, suits, rating, keeps_days, words, nutrition: nutritionOf(row) };
}

function nutritionOf(row: PlanningRow): PlanningNutrition | null {
  if (row.recipe_version === null) return null;
  const { recipe_version, servings, servings_from, per_serving, coverage_by_mass, coverage_by_energy } = row;
  const { allergens, origins, unknown_lines, main, originals, foods, food_ids, grams, parts } = row;
  return {
    ...{ recipe_version, servings, servings_from, per_serving, coverage_by_mass, coverage_by_energy },
    ...{ allergens, origins, unknown_lines, main },
    lines: (originals ?? []).map((original, line) => ({
      original,
      food: foods?.[line] ?? null,
      food_id: food_ids?.[line] ?? null,
      grams: grams?.[line] ?? null,
      ...(parts?.some((part) => part.line === line)
        ? {
            parts: parts
              .filter((part) => part.line === line)
              .map(({ food_id, grams }) => ({ food_id, grams })),
          }
        : {}),
    })),
  };
}
