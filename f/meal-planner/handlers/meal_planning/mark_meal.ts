import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput } from "../../database/errors.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import type { MealMark } from "./plan.ts";
import { cellOf, mealAt, placeInput, requireNotPast } from "./plan_place.ts";

export const markMealInput = z.strictObject({
  ...planTarget,
  ...placeInput,
  mark: z.enum(["eaten", "skipped", "eaten_out", "none"]),
});

export type MarkedMeal = { plan_id: string; version: number; date: string; position: number; mark: MealMark };

/**
 * Says what became of a meal of a plan that is followed: eaten, skipped (nobody eats it; it counts for nobody's day and
 * may be planned again), or neither after all. A meal to come can be skipped, not eaten. That they eat elsewhere can be said
 * of any plan's meal to come: it is skipped too, stays so when the rest is planned again, and tells nothing of tastes.
 *
 * @throws InvalidInput for a day that isn't the plan's, or a meal to come as eaten; NotFound where no meal is there;
 *   Conflict where the plan has changed since `version`, isn't followed, or the meal was cooked and can't be skipped.
 */
export async function markMeal(tx: Tx, input: z.output<typeof markMealInput>): Promise<MarkedMeal> {
  const { date, position } = input;
  const elsewhere = input.mark === "eaten_out";
  // To go out is a plan, and nothing that became of one.
  const open = await openPlan(tx, input, {
    kind: elsewhere ? "edit" : input.mark === "none" ? "unmark" : "mark",
  });
  const meal = mealAt(open, { date, position });
  const mark = markOf(input.mark);
  if (elsewhere) requireNotPast(date, open.today);
  if (mark === "eaten" && date > open.today) {
    throw new InvalidInput([{ path: "mark", message: `${date} is yet to come; today is ${open.today}.` }]);
  }
  if (mark === "skipped" && meal.cooked) {
    throw new Conflict(`The ${meal.slot} on ${date} is cooked already, so it can't be skipped.`, { meal });
  }
  const version = await saveChange(tx, open, {
    reason: `${meal.slot} on ${date}: ${elsewhere ? "eating out" : (mark ?? "mark taken off")}`,
    cells: [{ date, position, before: cellOf(meal), after: cellOf({ ...meal, mark, eaten_out: elsewhere }) }],
  });
  return { plan_id: open.plan.plan_id, version, date, position, mark };
}

function markOf(told: z.output<typeof markMealInput>["mark"]): MealMark {
  switch (told) {
    case "none":
      return null;
    case "eaten_out":
      return "skipped";
    case "eaten":
    case "skipped":
      return told;
  }
}
