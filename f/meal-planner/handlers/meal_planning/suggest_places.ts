import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { datesFrom } from "./calendar.ts";
import { openPlan, planTarget } from "./change_plan.ts";
import { exchange, type Moved, weekAfter } from "./move_meal.ts";
import { placeObjection } from "./place_rules.ts";
import type { PlannedMeal } from "./plan.ts";
import { changeableMeal, isSettled, placeInput } from "./plan_place.ts";
import { readWeek, usualSlots, type Week } from "./week.ts";

export const suggestPlacesInput = z.strictObject({
  plan_id: planTarget.plan_id,
  ...placeInput,
  household_id: planTarget.household_id,
});

export type SuggestedPlaces = {
  plan_id: string;
  version: number;
  /** The meal's place on each other day that is left. */
  places: {
    date: string;
    position: number;
    slot: string;
    /** What is there and would come to where the meal is now; null where it is empty. */
    meal: string | null;
    /** Why it can't be moved there, in words, or null. */
    objection: string | null;
  }[];
};

/**
 * Where a meal may be moved: its place on every other day that hasn't passed, with what is there, and why not where a rule
 * of the table or of the plan forbids it, for either of the two meals. Changes nothing: `moveMeal` does.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed; NotFound where no meal is there; Conflict where it is
 *   settled or the plan is over.
 */
export async function suggestPlaces(
  tx: Tx,
  input: z.output<typeof suggestPlacesInput>,
): Promise<SuggestedPlaces> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { plan, meals, today } = open;
  const { date, position } = input;
  const meal = changeableMeal(open, { date, position });
  const week = await readWeek(tx, open.household, plan, meals, date, { slot: meal.slot });
  const slot = usualSlots(plan, meals)[position] ?? meal.slot;
  const places = datesFrom(plan.start_date, plan.days)
    .filter((day) => day >= today && day !== date)
    .map((day) => {
      const there = meals.find((other) => other.date === day && other.position === position);
      const to = { date: day, position, slot: there?.slot ?? slot };
      return {
        ...to,
        meal: there ? (week.names.get(there.recipe_id) ?? "") : null,
        objection: objectionTo(week, exchange(meal, to, there)),
      };
    });
  return { plan_id: plan.plan_id, version: plan.version, places };
}

function objectionTo(week: Week, moved: readonly Moved[]): string | null {
  const settled = moved.find(({ was }) => isSettled(was));
  if (settled) return `is ${settled.was.mark ?? "cooked"} already`;
  const after = weekAfter(week, moved);
  for (const { now } of moved) {
    const objection = ruleAgainst(after, now);
    if (objection !== undefined) return objection;
  }
  return null;
}

function ruleAgainst(week: Week, meal: PlannedMeal): string | undefined {
  const out = week.leftOut.find((recipe) => recipe.recipe_id === meal.recipe_id);
  return out ? out.reason : placeObjection(week, meal.recipe_id, meal);
}
