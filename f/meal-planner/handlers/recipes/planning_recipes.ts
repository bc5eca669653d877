import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import type { Meal } from "./meal_fit.ts";
import type { StoredNutrition } from "./recipe_nutrition_store.ts";

/** What a planner needs to know of a recipe; `nutrition` is null until it is worked out for this version. */
export type PlanningRecipe = {
  recipe_id: string;
  name: string;
  cuisine: string | null;
  minutes: number | null;
  suits: Meal[];
  rating: number | null;
  ingredient_texts: string[];
  nutrition: StoredNutrition | null;
};

/** All recipes of a household that can be planned, by name. */
export async function planningRecipes(tx: Tx, household: Household): Promise<PlanningRecipe[]> {
  const { rows } = await tx.query<PlanningRecipe>(
    `select r.recipe_id, r.name, r.cuisine, r.suits, r.rating,
       nullif(coalesce(r.prep_minutes, 0) + coalesce(r.cook_minutes, 0), 0) as minutes,
       (select coalesce(array_agg(line ->> 'original'), '{}') from jsonb_array_elements(r.ingredients) as line)
         as ingredient_texts,
       to_jsonb(n) - 'recipe_id' - 'calculated_at' as nutrition
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     where r.household_id = $1::uuid and r.archived_at is null
     order by lower(r.name), r.recipe_id`,
    [household.household_id],
  );
  return rows;
}
