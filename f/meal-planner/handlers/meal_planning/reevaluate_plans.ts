import type { Tx } from "../../database/connection.ts";
import type { TypedEvent } from "../../events/schemas/catalogue.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { assessWeek } from "./assess_week.ts";
import { readProposal, writeProposal } from "./plan_proposal.ts";
import { findPlan, planMeals } from "./plan_store.ts";
import { goalDateOf, readWeek } from "./week.ts";

type Cause = TypedEvent<
  | "NutritionCalculated"
  | "RecipeUpdated"
  | "RecipeDeleted"
  | "NutritionGoalSet"
  | "PersonChanged"
  | "HouseholdChanged"
>;

/** What of a person or a household plans are made by; a name or a birth year moves no meal. */
const PLANNED_BY = new Set([
  ...["diet", "allergens", "excluded_foods", "disliked_foods", "portion_sizes"],
  "time_zone",
]);

/**
 * Judges the plans that a changed recipe, goal or person touches anew, and keeps for each what would repair it. No meal is
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

/** Plans that aren't over and that the change concerns on a day to come. */
async function touchedPlans(tx: Tx, household: Household, today: string, event: Cause): Promise<string[]> {
  switch (event["detail-type"]) {
    case "NutritionGoalSet":
      return plansToCome(tx, household, today, { until: event.detail.valid_from });
    case "PersonChanged":
    case "HouseholdChanged":
      return event.detail.changed.some((field) => PLANNED_BY.has(field))
        ? plansToCome(tx, household, today, {})
        : [];
    default:
      return plansToCome(tx, household, today, { recipe: event.detail.recipe_id });
  }
}

/** With `until`, those that go on to that day at least; with `recipe`, those that have it on a day to come. */
async function plansToCome(
  tx: Tx,
  household: Household,
  today: string,
  { until, recipe }: { until?: string; recipe?: string },
): Promise<string[]> {
  const { rows } = await tx.query<{ plan_id: string }>(
    `select plan_id from meal_planner.meal_plans plan
     where household_id = $1::uuid and state in ('draft', 'generated', 'approved', 'active')
       and start_date + days > $2::date
       and ($3::date is null or start_date + days > $3::date)
       and ($4::uuid is null or exists (
         select 1 from meal_planner.plan_meals meal
         where meal.plan_id = plan.plan_id and meal.recipe_id = $4::uuid and meal.date >= $2::date))
     order by plan_id`,
    [household.household_id, today, until ?? null, recipe ?? null],
  );
  return rows.map((row) => row.plan_id);
}
