import type { Tx } from "../../database/connection.ts";
import type { TypedEvent } from "../../events/schemas/catalogue.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { assessWeek } from "./assess_week.ts";
import { readProposal, writeProposal } from "./plan_proposal.ts";
import { findPlan, planMeals } from "./plan_store.ts";
import { goalDateOf, readWeek } from "./week.ts";

type Cause = TypedEvent<"NutritionCalculated" | "RecipeUpdated" | "RecipeDeleted" | "NutritionGoalSet">;

/**
 * Judges the plans that a changed recipe or goal touches anew, and keeps for each what would repair it. No meal is
 * changed: the household decides. Days that have passed aren't looked at. It goes by how things are now, so that an event
 * may come late, twice or in any order.
 */
export async function reevaluatePlans(tx: Tx, event: Cause): Promise<{ plans: number }> {
  const household = await resolveHousehold(tx, event.detail.household_id);
  const today = await householdToday(tx, household);
  const planIds = await touchedPlans(tx, household, today, event);
  for (const planId of planIds) await reevaluatePlan(tx, household, planId, today);
  return { plans: planIds.length };
}

/** Brings the proposal of a changed plan up to date, where it has one. */
export async function refreshProposal(
  tx: Tx,
  household: Household,
  planId: string,
  today: string,
): Promise<void> {
  if (await readProposal(tx, planId)) await reevaluatePlan(tx, household, planId, today);
}

async function reevaluatePlan(tx: Tx, household: Household, planId: string, today: string): Promise<void> {
  // Locked, so that the proposal is for the version that it says.
  const plan = await findPlan(tx, household, planId, { lock: true });
  if ((await listPeople(tx, household)).length === 0) return;
  const meals = await planMeals(tx, planId);
  const week = await readWeek(tx, household, plan, meals, goalDateOf(plan, today));
  await writeProposal(tx, planId, plan.version, assessWeek(week, today));
}

/** Plans that aren't over, with that recipe on a day to come or with days on which that goal holds. */
async function touchedPlans(tx: Tx, household: Household, today: string, event: Cause): Promise<string[]> {
  const isGoal = event["detail-type"] === "NutritionGoalSet";
  const { rows } = await tx.query<{ plan_id: string }>(
    `select plan_id from meal_planner.meal_plans plan
     where household_id = $1::uuid and state in ('draft', 'generated', 'approved', 'active')
       and start_date + days > $2::date
       and case when $3::uuid is null then start_date + days > $4::date
           else exists (
             select 1 from meal_planner.plan_meals meal
             where meal.plan_id = plan.plan_id and meal.recipe_id = $3::uuid and meal.date >= $2::date) end
     order by plan_id`,
    [
      household.household_id,
      today,
      isGoal ? null : event.detail.recipe_id,
      isGoal ? event.detail.valid_from : null,
    ],
  );
  return rows.map((row) => row.plan_id);
}
