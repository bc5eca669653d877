import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import type { Plan, PlannedMeal } from "./plan.ts";
import { type CellChange, type ChangeCause, changesSince, recordChange } from "./plan_history.ts";
import { decide, type PlanCommand } from "./plan_life.ts";
import { advancePlan, deleteMeals, findPlan, planMeals, writeMeals } from "./plan_store.ts";
import { refreshProposal } from "./reevaluate_plans.ts";

/** What every change of a plan is told: which one, and the version of it that the caller saw. */
export const planTarget = {
  plan_id: z.uuid(),
  version: z.int().min(1),
  household_id: z.uuid().optional(),
};
export type PlanTarget = { plan_id: string; version?: number; household_id?: string };

/** A plan that nobody else can change before this transaction ends. */
export type OpenPlan = { household: Household; today: string; plan: Plan; meals: PlannedMeal[] };

/**
 * Opens a plan for a change of its meals. Of two editors who saw the same version the second is refused, and told what
 * is stored: nothing is overwritten.
 *
 * @throws NotFound; Conflict where `version` isn't the stored one or the plan's state doesn't allow the command.
 */
export async function openPlan(tx: Tx, target: PlanTarget, command: PlanCommand): Promise<OpenPlan> {
  const household = await resolveHousehold(tx, target.household_id);
  const plan = await findPlan(tx, household, target.plan_id, { lock: true });
  await requireVersion(tx, plan, target.version);
  const decision = decide(plan, command);
  if (decision.kind === "refused") throw new Conflict(decision.why, { state: plan.state });
  return {
    household,
    plan,
    today: await householdToday(tx, household),
    meals: await planMeals(tx, plan.plan_id),
  };
}

/** @throws Conflict with the stored plan and what changed since, where the caller saw another version. */
export async function requireVersion(tx: Tx, plan: Plan, seen: number | undefined): Promise<void> {
  if (seen === undefined || seen === plan.version) return;
  const changes = await changesSince(tx, plan.plan_id, seen);
  const between = changes.length > 0 ? ` Meanwhile: ${changes.map(({ reason }) => reason).join("; ")}.` : "";
  throw new Conflict(
    `This plan is at version ${plan.version}, not ${seen}.${between} Read it again with get_plan and repeat the change.`,
    {
      plan_id: plan.plan_id,
      version: plan.version,
      state: plan.state,
      changes,
      meals: await planMeals(tx, plan.plan_id),
    },
  );
}

/**
 * Stores a change of an open plan's meals: the meals, the next version, the history and MealPlanUpdated commit together.
 * Where nothing differs, nothing is written and the version stays.
 */
export async function saveChange(
  tx: Tx,
  { household, plan, today }: OpenPlan,
  change: { reason: string; cells: readonly CellChange[]; cause?: ChangeCause; undid_from?: number },
): Promise<number> {
  const { plan_id, household_id } = plan;
  const cells = change.cells.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  if (cells.length === 0) return plan.version;
  const kept = cells.flatMap(({ date, position, after }) => (after ? [{ date, position, ...after }] : []));
  await deleteMeals(
    tx,
    plan_id,
    cells.filter((cell) => cell.after === null),
  );
  await writeMeals(tx, plan_id, kept);
  const version = await advancePlan(tx, plan_id, plan);
  await recordChange(tx, plan_id, { ...change, cells, version });
  const meals = cells.map((cell) => ({
    date: cell.date,
    slot: cell.after?.slot ?? cell.before?.slot ?? "meal",
  }));
  const { reason } = change;
  await emit(tx, [{ type: "MealPlanUpdated", detail: { household_id, plan_id, version, reason, meals } }]);
  await refreshProposal(tx, household, plan_id, today);
  return version;
}
