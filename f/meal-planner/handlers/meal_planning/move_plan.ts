import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { dateAfter } from "./calendar.ts";
import { planTarget, requireVersion } from "./change_plan.ts";
import type { Plan } from "./plan.ts";
import { recordChange } from "./plan_history.ts";
import { decide, type PlanCommand, type PlanState } from "./plan_life.ts";
import { carryProposal } from "./plan_proposal.ts";
import { advancePlan, findPlan } from "./plan_store.ts";

export const approvePlanInput = z.strictObject({ ...planTarget, note: plainText(500).optional() });
export const cancelPlanInput = z.strictObject({
  ...planTarget,
  reason: plainText(500).default("cancelled by hand"),
});
export const completePlanInput = z.strictObject(planTarget);

export type MovedPlan = { plan_id: string; state: PlanState; version: number };

/**
 * Moves a locked plan on, with its event. Where it is in that state already, nothing is written.
 *
 * @throws Conflict where its state doesn't allow it.
 */
export async function movePlan(tx: Tx, plan: Plan, command: PlanCommand, reason: string): Promise<MovedPlan> {
  const { plan_id, household_id, start_date, days } = plan;
  const decision = decide(plan, command);
  switch (decision.kind) {
    case "refused":
      throw new Conflict(decision.why, { state: plan.state, version: plan.version });
    case "nothing_to_do":
      return { plan_id, state: plan.state, version: plan.version };
    case "allowed": {
      const version = await advancePlan(tx, plan_id, decision.life);
      await recordChange(tx, plan_id, { version, reason, cells: [] });
      await carryProposal(tx, plan_id, version, decision.life);
      const { state } = decision.life;
      await emit(tx, [
        state === "active"
          ? { type: "MealPlanActivated", detail: { household_id, plan_id, version, start_date, days } }
          : { type: "MealPlanUpdated", detail: { household_id, plan_id, version, reason, meals: [] } },
      ]);
      return { plan_id, state, version };
    }
  }
}

/** Says yes to a plan as it is. Approving it again changes nothing. @throws Conflict where it changed meanwhile or is over. */
export async function approvePlan(tx: Tx, input: z.output<typeof approvePlanInput>): Promise<MovedPlan> {
  const { plan } = await lockPlan(tx, input);
  return movePlan(tx, plan, { kind: "approve", note: input.note ?? null }, "approved");
}

/** Ends a plan that isn't to be followed. Cancelling it again changes nothing. @throws Conflict where it is done. */
export async function cancelPlan(tx: Tx, input: z.output<typeof cancelPlanInput>): Promise<MovedPlan> {
  const { plan } = await lockPlan(tx, input);
  return movePlan(tx, plan, { kind: "cancel", reason: input.reason }, input.reason);
}

/**
 * Closes a plan that was followed, on its last day or later. Closing it again changes nothing.
 *
 * @throws Conflict where days of it are still to come, or nobody follows it.
 */
export async function completePlan(tx: Tx, input: z.output<typeof completePlanInput>): Promise<MovedPlan> {
  const { plan, today } = await lockPlan(tx, input);
  const last = dateAfter(plan.start_date, plan.days - 1);
  if (plan.state === "active" && today < last) {
    throw new Conflict(`This plan goes on until ${last}. Cancel it to end it sooner.`, { last_date: last });
  }
  return movePlan(tx, plan, { kind: "complete" }, "done");
}

async function lockPlan(
  tx: Tx,
  target: { plan_id: string; version: number; household_id?: string | undefined },
): Promise<{ plan: Plan; today: string }> {
  const household = await resolveHousehold(tx, target.household_id);
  const plan = await findPlan(tx, household, target.plan_id, { lock: true });
  await requireVersion(tx, plan, target.version);
  return { plan, today: await householdToday(tx, household) };
}
