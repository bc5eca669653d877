import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { requireVersion } from "./change_plan.ts";
import { type MovedPlan, movePlan } from "./move_plan.ts";
import type { Plan } from "./plan.ts";
import { decide } from "./plan_life.ts";
import { findPlan } from "./plan_store.ts";

export const activatePlanInput = z.strictObject({
  plan_id: z.uuid(),
  replace: z.boolean().default(false),
  version: z.int().min(1).optional(),
  household_id: z.uuid().optional(),
});

/**
 * Makes a plan the one that the household follows. MealPlanActivated commits with it, and the shopping list
 * follows by event. Activating it again changes nothing.
 *
 * With a `version`, it is the plan as the caller saw it or none.
 *
 * @throws Conflict where another active plan has days in common and `replace` is false, the plan is over, or it is
 *   at another version than the one given.
 */
export async function activatePlan(tx: Tx, input: z.output<typeof activatePlanInput>): Promise<MovedPlan> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockHousehold(tx, household);
  const plan = await findPlan(tx, household, input.plan_id, { lock: true });
  await requireVersion(tx, plan, input.version);
  const command = { kind: "activate" } as const;
  if (decide(plan, command).kind === "allowed") await makeRoom(tx, household, plan, input.replace);
  return movePlan(tx, plan, command, "activated");
}

/** Of two activations at once the second waits, and then sees the first. */
async function lockHousehold(tx: Tx, household: Household): Promise<void> {
  await tx.query("select 1 from meal_planner.households where household_id = $1::uuid for update", [
    household.household_id,
  ]);
}

async function makeRoom(tx: Tx, household: Household, plan: Plan, replace: boolean): Promise<void> {
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
  const reason = "replaced by another plan";
  for (const { plan_id } of rows) {
    const other = await findPlan(tx, household, plan_id);
    await movePlan(tx, other, { kind: "cancel", reason }, reason);
  }
}
