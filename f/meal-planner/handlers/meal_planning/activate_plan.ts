import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import type { Plan } from "./plan.ts";
import { findPlan, setPlanState } from "./plan_store.ts";

export const activatePlanInput = z.strictObject({
  plan_id: z.uuid(),
  replace: z.boolean().default(false),
  household_id: z.uuid().optional(),
});

/**
 * Makes a plan the one that the household follows. MealPlanActivated commits with it, and the shopping list
 * follows by event. Activating it again changes nothing.
 *
 * @throws Conflict where another active plan has days in common and `replace` is false, or the plan is over.
 */
export async function activatePlan(
  tx: Tx,
  input: z.output<typeof activatePlanInput>,
): Promise<{ plan_id: string; state: "active"; version: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockHousehold(tx, household);
  const plan = await findPlan(tx, household, input.plan_id, { lock: true });
  const { plan_id, household_id, start_date, days } = plan;
  if (plan.state === "active") return { plan_id, state: "active", version: plan.version };
  if (plan.state === "done" || plan.state === "cancelled") {
    throw new Conflict(`This plan is ${plan.state}. Generate a new one.`);
  }
  await makeRoom(tx, plan, input.replace);
  const version = await setPlanState(tx, plan_id, "active");
  await emit(tx, [
    { type: "MealPlanActivated", detail: { household_id, plan_id, version, start_date, days } },
  ]);
  return { plan_id, state: "active", version };
}

/** Of two activations at once the second waits, and then sees the first. */
async function lockHousehold(tx: Tx, household: Household): Promise<void> {
  await tx.query("select 1 from meal_planner.households where household_id = $1::uuid for update", [
    household.household_id,
  ]);
}

async function makeRoom(tx: Tx, plan: Plan, replace: boolean): Promise<void> {
  const { rows } = await tx.query<{ plan_id: string; start_date: string }>(
    `select plan_id, start_date from meal_planner.meal_plans
     where household_id = $1::uuid and state = 'active'
       and start_date < $2::date + $3::integer and start_date + days > $2::date
     for update`,
    [plan.household_id, plan.start_date, plan.days],
  );
  const first = rows[0];
  if (first && !replace) {
    throw new Conflict(
      `The plan from ${first.start_date} is active on some of these days. Pass replace: true to put this one in its place.`,
      { active_plan_ids: rows.map((row) => row.plan_id) },
    );
  }
  for (const { plan_id } of rows) {
    const version = await setPlanState(tx, plan_id, "cancelled");
    const { household_id } = plan;
    await emit(tx, [
      {
        type: "MealPlanUpdated",
        detail: { household_id, plan_id, version, reason: "replaced by another plan", meals: [] },
      },
    ]);
  }
}
