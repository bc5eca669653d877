import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { openPlan, planTarget } from "./change_plan.ts";
import { placeInput, requireDay, requireNotPast } from "./plan_place.ts";
import { type Ranking, rankReplacements } from "./replacements.ts";
import { type Choice, describeChoice } from "./swap_meal.ts";
import { readWeek } from "./week.ts";

const CHOICES = 10;

export const suggestMealsInput = z.strictObject({
  plan_id: planTarget.plan_id,
  ...placeInput,
  household_id: planTarget.household_id,
});

export type SuggestedMeals = {
  plan_id: string;
  version: number;
  slot: string;
  choices: Choice[];
  searched: Omit<Ranking, "best">;
};

/**
 * The ten best recipes for a place of a plan, empty or not, by the plan's objective, with what each does to everyone's day.
 * Changes nothing: add_meal or swap_meal puts one there.
 *
 * @throws InvalidInput for a day or place that isn't the plan's, or a day that has passed; NotFound for an unknown plan;
 *   Conflict where the plan is over.
 */
export async function suggestMeals(
  tx: Tx,
  input: z.output<typeof suggestMealsInput>,
): Promise<SuggestedMeals> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { plan, meals } = open;
  const place = { date: input.date, position: input.position };
  requireDay(plan, place.date);
  requireNotPast(place.date, open.today);
  const meal = meals.find(({ date, position }) => date === place.date && position === place.position);
  const slot = meal?.slot ?? plan.slots[place.position];
  if (slot === undefined) {
    throw new InvalidInput([
      { path: "position", message: `A day of this plan has the places 0 to ${plan.slots.length - 1}.` },
    ]);
  }
  const week = await readWeek(tx, open.household, plan, meals, place.date, { slot });
  const options = meal ? { count: CHOICES, except: meal.recipe_id } : { count: CHOICES };
  const { best, ...searched } = rankReplacements(week, { ...place, slot }, options);
  const choices = best.map((choice) => describeChoice(week, place, choice));
  return { plan_id: plan.plan_id, version: plan.version, slot, choices, searched };
}
