import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import type { StatedTaste } from "./taste.ts";

export const statePreferenceInput = z.strictObject({
  recipe_id: z.uuid(),
  says: z.enum(["liked", "disliked", "nothing"]).describe("`nothing` takes back what was said."),
  household_id: z.uuid().optional(),
});

export type StatedPreference = { recipe_id: string; says: "liked" | "disliked" | "nothing" };

/**
 * Keeps that a household likes or dislikes a recipe. The planner goes by it instead of by what it has learned of the
 * recipe, until it is taken back. Saying it again changes nothing.
 *
 * @throws NotFound where the household has no such recipe.
 */
export async function statePreference(
  tx: Tx,
  input: z.output<typeof statePreferenceInput>,
): Promise<StatedPreference> {
  const household = await resolveHousehold(tx, input.household_id);
  const { recipe_id, says } = input;
  if (says === "nothing") {
    await takeBackStated(tx, household, recipe_id);
    return { recipe_id, says };
  }
  const { rowCount } = await tx.query(
    `insert into meal_planner.stated_tastes (household_id, recipe_id, liked)
     select household_id, recipe_id, $3::boolean from meal_planner.recipes
     where household_id = $1::uuid and recipe_id = $2::uuid
     on conflict (household_id, recipe_id) do update set liked = excluded.liked, stated_at = now()`,
    [household.household_id, recipe_id, says === "liked"],
  );
  if (rowCount > 0) return { recipe_id, says };
  throw new NotFound(
    "recipe",
    recipe_id,
    "List them with f/meal-planner/handlers/recipes/list_recipes/script.",
  );
}

/** How many there were: one or none. */
export async function takeBackStated(tx: Tx, household: Household, recipeId: string): Promise<number> {
  const { rowCount } = await tx.query(
    "delete from meal_planner.stated_tastes where household_id = $1::uuid and recipe_id::text = $2::text",
    [household.household_id, recipeId],
  );
  return rowCount;
}

/** What the household said of its recipes. */
export async function readStated(tx: Tx, household: Household): Promise<StatedTaste[]> {
  const { rows } = await tx.query<StatedTaste>(
    `select recipe_id, recipe.name, liked from meal_planner.stated_tastes
     join meal_planner.recipes recipe using (recipe_id, household_id)
     where household_id = $1::uuid order by recipe.name, recipe_id`,
    [household.household_id],
  );
  return rows;
}
