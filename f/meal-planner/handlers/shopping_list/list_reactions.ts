import type { Tx } from "../../database/connection.ts";
import type { TypedEvent } from "../../events/schemas/catalogue.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { generateList, updateList } from "./generate_list.ts";
import { lockHousehold } from "./list_store.ts";
import { readRecipeLines } from "./recipe_lines.ts";
import { LIST_COLUMNS, type StoredList } from "./stored_list.ts";

// All of these look at how things are now, not at what an event says was changed: so they may come late, twice or in any
// order, and the list comes out the same.

/**
 * A plan that the household follows has a shopping list, and its meals are on the lists of its days. One that was
 * cancelled again meanwhile needs none.
 */
export async function onMealPlanActivated(tx: Tx, event: TypedEvent<"MealPlanActivated">): Promise<void> {
  const { plan_id, household_id } = event.detail;
  if ((await planState(tx, household_id, plan_id)) !== "active") return;
  const made = await generateList(tx, { planId: plan_id, householdId: household_id, cause: event });
  const household = await resolveHousehold(tx, household_id);
  for (const list of await openLists(tx, household, { planId: plan_id })) {
    if (list.list_id !== made.list_id) await updateList(tx, household, list, event);
  }
}

/**
 * Lists of a changed plan are brought up to date. Where its list is completed already, what is missing now goes on a new
 * one.
 */
export async function onMealPlanUpdated(tx: Tx, event: TypedEvent<"MealPlanUpdated">): Promise<void> {
  const { plan_id, household_id } = event.detail;
  const household = await resolveHousehold(tx, household_id);
  await lockHousehold(tx, household);
  const open = await openLists(tx, household, { planId: plan_id });
  for (const list of open) await updateList(tx, household, list, event);
  if (open.some((list) => list.plan_id === plan_id)) return;
  if ((await planState(tx, household_id, plan_id)) !== "active") return;
  const { rows } = await tx.query(
    `select 1 from meal_planner.shopping_lists
     where plan_id = $1::uuid and household_id = $2::uuid and from_date is null limit 1`,
    [plan_id, household_id],
  );
  if (rows[0]) await generateList(tx, { planId: plan_id, householdId: household_id, cause: event });
}

/**
 * Lists that a changed recipe is on are brought up to date: by RecipeUpdated where its lines are known already, else by
 * the NutritionCalculated that follows, so that no line is shown unmatched for a moment.
 */
export async function onRecipeChanged(
  tx: Tx,
  event: TypedEvent<"RecipeUpdated" | "RecipeDeleted" | "NutritionCalculated">,
): Promise<void> {
  const { recipe_id, household_id } = event.detail;
  if (event["detail-type"] === "RecipeUpdated") {
    const recipe = (await readRecipeLines(tx, [recipe_id])).get(recipe_id);
    if (recipe && !recipe.workedOut) return;
  }
  const household = await resolveHousehold(tx, household_id);
  // Looked at first without a lock: most recipes are on no list, and those that import them shouldn't wait.
  if ((await openLists(tx, household, { recipeId: recipe_id }, { lock: false })).length === 0) return;
  await lockHousehold(tx, household);
  for (const list of await openLists(tx, household, { recipeId: recipe_id })) {
    await updateList(tx, household, list, event);
  }
}

async function planState(tx: Tx, householdId: string, planId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ state: string }>(
    "select state from meal_planner.meal_plans where plan_id = $1::uuid and household_id = $2::uuid",
    [planId, householdId],
  );
  return rows[0]?.state;
}

/** Open lists with a meal of a plan or of a recipe on them, or a line of it from before. */
async function openLists(
  tx: Tx,
  household: Household,
  of: { planId?: string; recipeId?: string },
  { lock }: { lock: boolean } = { lock: true },
): Promise<StoredList[]> {
  const { rows } = await tx.query<StoredList>(
    `select ${LIST_COLUMNS} from meal_planner.shopping_lists list
     where household_id = $1::uuid and state = 'open' and (plan_id is not null or from_date is not null)
       and (plan_id = $2::uuid
         or exists (
           select 1 from meal_planner.plan_meals meal join meal_planner.meal_plans plan using (plan_id)
           where plan.household_id = $1::uuid
             and (list.plan_id is null or list.plan_id = meal.plan_id)
             and (list.from_date is null or meal.date >= list.from_date)
             and (list.to_date is null or meal.date <= list.to_date)
             and (meal.recipe_id = $3::uuid or meal.plan_id = $2::uuid))
         or exists (
           select 1 from meal_planner.shopping_items item
           where item.list_id = list.list_id and item.needed
             and (item.sources @> jsonb_build_array(jsonb_build_object('recipe_id', $3::text))
               or item.sources @> jsonb_build_array(jsonb_build_object('plan_id', $2::text)))))
     order by created_at ${lock ? "for update" : ""}`,
    [household.household_id, of.planId ?? null, of.recipeId ?? null],
  );
  return rows;
}
