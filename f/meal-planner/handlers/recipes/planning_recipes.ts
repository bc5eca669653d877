import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import type { Meal } from "./meal_fit.ts";
import type { StoredLine, StoredNutrition } from "./recipe_nutrition_store.ts";

/** A recipe's figures without what only its own page shows: they are most of what is stored of it. */
export type PlanningNutrition = Omit<StoredNutrition, "lines" | "total"> & {
  lines: Pick<StoredLine, "original" | "food" | "food_id" | "grams">[];
};

/** What a planner needs to know of a recipe; `nutrition` is null until it is worked out for this version. */
export type PlanningRecipe = {
  recipe_id: string;
  name: string;
  cuisine: string | null;
  minutes: number | null;
  suits: Meal[];
  rating: number | null;
  ingredient_texts: string[];
  nutrition: PlanningNutrition | null;
};

type PlanningRow = Omit<PlanningRecipe, "nutrition"> & {
  figures: Omit<PlanningNutrition, "lines"> | null;
  originals: string[] | null;
  foods: (string | null)[] | null;
  food_ids: (string | null)[] | null;
  grams: (number | null)[] | null;
};

/** All recipes of a household that can be planned, by name; or those for one kind of meal, and some others by id. */
export async function planningRecipes(
  tx: Tx,
  household: Household,
  only?: { suits: string; or: readonly string[] },
): Promise<PlanningRecipe[]> {
  // Lines come as four columns: building objects of them in Postgres takes longer than all the rest.
  const { rows } = await tx.query<PlanningRow>(
    `select r.recipe_id, r.name, r.cuisine, r.suits, r.rating,
       nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0) as minutes,
       (select coalesce(array_agg(line ->> 'original'), '{}') from jsonb_array_elements(r.ingredients) as line)
         as ingredient_texts,
       case when n.recipe_id is not null then jsonb_build_object(
         'recipe_version', n.recipe_version, 'servings', n.servings, 'servings_from', n.servings_from,
         'per_serving', n.per_serving, 'coverage_by_mass', n.coverage_by_mass,
         'coverage_by_energy', n.coverage_by_energy, 'allergens', n.allergens, 'origins', n.origins,
         'unknown_lines', n.unknown_lines, 'main', n.main) end as figures,
       jsonb_path_query_array(n.lines, '$[*].original') as originals,
       jsonb_path_query_array(n.lines, '$[*].food') as foods,
       jsonb_path_query_array(n.lines, '$[*].food_id') as food_ids,
       jsonb_path_query_array(n.lines, '$[*].grams') as grams
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     where r.household_id = $1::uuid and r.archived_at is null
       and ($2::text is null or $2::text = any (r.suits) or r.recipe_id = any ($3::uuid[]))
     order by lower(r.name), r.recipe_id`,
    [household.household_id, only?.suits ?? null, only?.or ?? []],
  );
  return rows.map(({ figures, originals, foods, food_ids, grams, ...recipe }) => ({
    ...recipe,
    nutrition: figures && {
      ...figures,
      lines: (originals ?? []).map((original, line) => ({
        original,
        food: foods?.[line] ?? null,
        food_id: food_ids?.[line] ?? null,
        grams: grams?.[line] ?? null,
      })),
    },
  }));
}
