import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import { type EffectOnPerson, effectOn } from "./meal_effect.ts";
import { cellOf, changeableMeal, placeInput } from "./plan_place.ts";
import { readWeek } from "./week.ts";

export const removeMealInput = z.strictObject({ ...planTarget, ...placeInput });

export type RemovedMeal = {
  plan_id: string;
  version: number;
  removed: { date: string; slot: string; name: string };
  people: EffectOnPerson[];
};

/**
 * Takes a meal out of a plan; its place stays empty, and all else as it is.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed; NotFound where no meal is there; Conflict where the
 *   plan has changed since `version` or the meal is settled.
 */
export async function removeMeal(tx: Tx, input: z.output<typeof removeMealInput>): Promise<RemovedMeal> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, position } = input;
  const meal = changeableMeal(open, { date, position });
  const week = await readWeek(tx, open.household, open.plan, open.meals, date, meal);
  const name = week.names.get(meal.recipe_id) ?? "";
  const version = await saveChange(tx, open, {
    reason: `${meal.slot} on ${date}: ${name} removed`,
    cause: "remove",
    cells: [{ date, position, before: cellOf(meal), after: null }],
  });
  return {
    plan_id: open.plan.plan_id,
    version,
    removed: { date, slot: meal.slot, name },
    people: effectOn(week, { date, position }, null),
  };
}
