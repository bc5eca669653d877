import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import { placeObjection } from "./place_rules.ts";
import type { PlannedMeal } from "./plan.ts";
import type { CellChange } from "./plan_history.ts";
import { cellOf, changeableMeal, requireCandidate } from "./plan_place.ts";
import { type ProposedSwap, readProposal } from "./plan_proposal.ts";
import { planMeals } from "./plan_store.ts";
import { goalDateOf, readWeek, type Week } from "./week.ts";

export const applyProposalInput = z.strictObject(planTarget);

export type RepairedPlan = { plan_id: string; version: number; swaps: ProposedSwap[]; meals: PlannedMeal[] };

/**
 * Makes the swaps that are proposed for a plan, all of them or none. undo_change takes them back.
 *
 * @throws Conflict where nothing is proposed, the plan has changed since `version`, or a rule has come to forbid a swap.
 */
export async function applyProposal(
  tx: Tx,
  input: z.output<typeof applyProposalInput>,
): Promise<RepairedPlan> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { plan, meals, today } = open;
  const proposal = await readProposal(tx, plan.plan_id);
  if (!proposal || proposal.swaps.length === 0) throw new Conflict("No swap is proposed for this plan.");
  let week = await readWeek(tx, open.household, plan, meals, goalDateOf(plan, today));
  const cells: CellChange[] = [];
  for (const swap of proposal.swaps) {
    const meal = changeableMeal(open, swap);
    requireAllowed(week, swap);
    const after = { ...meal, recipe_id: swap.recipe_id, portions: swap.portions };
    week = { ...week, meals: week.meals.map((other) => (other === meal ? after : other)) };
    cells.push({
      ...{ date: meal.date, position: meal.position },
      ...{ before: cellOf(meal), after: cellOf(after) },
    });
  }
  const reason = `repaired as proposed: ${proposal.swaps.map(({ was, name }) => `${name} instead of ${was.name}`).join("; ")}`;
  const version = await saveChange(tx, open, { reason, cells });
  return {
    plan_id: plan.plan_id,
    version,
    swaps: proposal.swaps,
    meals: await planMeals(tx, plan.plan_id),
  };
}

function requireAllowed(week: Week, swap: ProposedSwap): void {
  requireCandidate(week, swap.recipe_id);
  const objection = placeObjection(week, swap.recipe_id, swap);
  if (!objection) return;
  throw new Conflict(
    `${swap.name} can't be the ${swap.slot} on ${swap.date} any more: ${objection}. Choose another with swap_meal.`,
    { swap },
  );
}
