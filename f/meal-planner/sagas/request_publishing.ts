import type { Tx } from "../database/connection.ts";
import { emit } from "../events/producers/emit.ts";
import type { TypedEvent } from "../events/schemas/catalogue.ts";

type Cause = TypedEvent<
  "MealPlanActivated" | "MealPlanUpdated" | "ShoppingListUpdated" | "ShoppingListCompleted"
>;

/**
 * Asks for a plan's publication, where its household has chosen that plans are published by themselves: as it is activated,
 * as it or its list changes while it is followed, and as it is cancelled after it was published. PlanPublishingRequested
 * commits with it; a job takes it from there, for it calls out.
 */
export async function onPlanOrListChanged(tx: Tx, event: Cause): Promise<void> {
  const { household_id } = event.detail;
  const planId = "plan_id" in event.detail ? event.detail.plan_id : null;
  const listId = "list_id" in event.detail ? event.detail.list_id : null;
  const { rows } = await tx.query<{ plan_id: string; version: number }>(
    `select plan.plan_id, plan.version
     from meal_planner.meal_plans plan
     join meal_planner.publishing_settings chosen using (household_id)
     where plan.household_id = $1::uuid and chosen.automatic
       and case when $2::uuid is null
         then chosen.tandoor_shopping and plan.state = 'active' and plan.plan_id = (
           select list.plan_id from meal_planner.shopping_lists list
           where list.list_id = $3::uuid and list.from_date is null)
         else plan.plan_id = $2::uuid end
       and (plan.state = 'active' and (chosen.tandoor_meal_plan or chosen.tandoor_shopping or chosen.fatsecret_saved_meals)
         or plan.state = 'cancelled' and (
           exists (select from meal_planner.plan_publications done where done.plan_id = plan.plan_id)
           or exists (select from meal_planner.publishing_turns turn where turn.plan_id = plan.plan_id)))`,
    [household_id, planId, listId],
  );
  const plan = rows[0];
  if (!plan) return;
  const detail = { household_id, ...plan, because: event["detail-type"] };
  await emit(tx, [{ type: "PlanPublishingRequested", detail }], event);
}
