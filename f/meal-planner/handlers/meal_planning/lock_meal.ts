import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import { cellOf, changeableMeal, placeInput } from "./plan_place.ts";

export const lockMealInput = z.strictObject({
  ...planTarget,
  ...placeInput,
  locked: z.boolean().default(true),
});

export type LockedMeal = {
  plan_id: string;
  version: number;
  date: string;
  position: number;
  locked: boolean;
};

/**
 * Locks a meal, so that planning again and repairs keep it, or unlocks it. Where it is so already, nothing is written.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed; NotFound where no meal is there; Conflict where the
 *   plan has changed since `version` or the meal is settled.
 */
export async function lockMeal(tx: Tx, input: z.output<typeof lockMealInput>): Promise<LockedMeal> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, position, locked } = input;
  const meal = changeableMeal(open, { date, position });
  const version = await saveChange(tx, open, {
    reason: `${meal.slot} on ${date}: ${locked ? "locked" : "unlocked"}`,
    cells: [{ date, position, before: cellOf(meal), after: { ...cellOf(meal), locked } }],
  });
  return { plan_id: open.plan.plan_id, version, date, position, locked };
}
