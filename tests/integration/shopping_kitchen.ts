import type { Tx } from "../../f/meal-planner/database/connection.ts";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { calculateNutrition } from "../../f/meal-planner/handlers/recipes/calculate_nutrition.ts";
import { createRecipe } from "../../f/meal-planner/handlers/recipes/create_recipe.ts";
import { createRecipeInput } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { type Household, setHousehold } from "../../f/meal-planner/households/household.ts";

/** A household of its own, so that tests of one database don't meet. */
export async function openKitchen(tx: Tx): Promise<Household> {
  return setHousehold(tx, { name: `Kitchen ${newId()}`, time_zone: "Europe/Berlin", make_default: false });
}

export async function writeRecipe(
  tx: Tx,
  household: Household,
  recipe: { name: string; servings: number; lines: string[] },
): Promise<string> {
  const { name, servings, lines: ingredients } = recipe;
  const { household_id } = household;
  const draft = { name, servings, ingredients, keeps_days: 3, suits: ["dinner"], household_id };
  const { recipe_id } = await createRecipe(tx, parseInput(createRecipeInput, draft));
  await calculateNutrition(tx, { recipe_id, household_id });
  return recipe_id;
}

export type TestMeal = { date: string; position?: number; recipeId: string; portions: number };

export async function writePlan(
  tx: Tx,
  household: Household,
  meals: TestMeal[],
  plan: { planId?: string; start?: string; days?: number; state?: string } = {},
): Promise<string> {
  const planId = plan.planId ?? newId();
  await tx.query(
    `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
     values ($1::uuid, $2::uuid, $3::text, $4::date, $5::integer)
     on conflict (plan_id) do update set version = meal_plans.version + 1, state = excluded.state`,
    [planId, household.household_id, plan.state ?? "active", plan.start ?? MONDAY, plan.days ?? 7],
  );
  await tx.query("delete from meal_planner.plan_meals where plan_id = $1::uuid", [planId]);
  for (const meal of meals) {
    await tx.query(
      `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
       values ($1::uuid, $2::date, $3::integer, 'dinner', $4::uuid, $5::jsonb)`,
      [planId, meal.date, meal.position ?? 0, meal.recipeId, JSON.stringify({ [newId()]: meal.portions })],
    );
  }
  return planId;
}

/** A week that never passes while the tests live. */
export const MONDAY = "2096-01-02";
export const TUESDAY = "2096-01-03";
export const WEDNESDAY = "2096-01-04";
