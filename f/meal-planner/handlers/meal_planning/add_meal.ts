import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import type { Plan, PlannedMeal } from "./plan.ts";
import { cellOf, requireDay, requireNotPast } from "./plan_place.ts";
import { type Choice, chooseRecipe } from "./swap_meal.ts";
import { readWeek } from "./week.ts";

// As many as a day of generate_plan and the planner take, and some by hand.
const MOST_MEALS_A_DAY = 12;

export const addMealInput = z.strictObject({
  ...planTarget,
  date: z.iso.date({ message: "A date such as 2026-03-02." }),
  slot: plainText(40),
  recipe_id: z.uuid(),
  lock: z.boolean().default(true),
});

export type AddedMeal = {
  plan_id: string;
  version: number;
  meal: PlannedMeal & { name: string };
  effect: Choice;
};

/**
 * Adds a meal to a day, with the best portions beside the day's others: in the slot's empty place, or after the others
 * where it has none. The rules of the table and of the plan are kept.
 *
 * @throws InvalidInput for a day that isn't the plan's, has passed or is full; NotFound for an unknown recipe; Conflict
 *   where the plan has changed since `version` or a rule forbids the recipe.
 */
export async function addMeal(tx: Tx, input: z.output<typeof addMealInput>): Promise<AddedMeal> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, slot, recipe_id, lock } = input;
  requireDay(open.plan, date);
  requireNotPast(date, open.today);
  const position = freePosition(open.plan, open.meals, date, slot);
  const week = await readWeek(tx, open.household, open.plan, open.meals, date, { slot, recipe_id });
  const choice = chooseRecipe(week, { date, position, slot }, recipe_id);
  const { portions, name } = choice;
  const meal: PlannedMeal = {
    ...{ date, position, slot, recipe_id, portions },
    ...{ locked: lock, mark: null, cooked: false },
  };
  const version = await saveChange(tx, open, {
    reason: `${slot} on ${date}: ${name} added`,
    cause: "add",
    cells: [{ date, position, before: null, after: cellOf(meal) }],
  });
  return { plan_id: open.plan.plan_id, version, meal: { ...meal, name }, effect: choice };
}

function freePosition(plan: Plan, meals: readonly PlannedMeal[], date: string, slot: string): number {
  const taken = new Set(meals.filter((meal) => meal.date === date).map((meal) => meal.position));
  const empty = plan.slots.findIndex((name, position) => name === slot && !taken.has(position));
  if (empty >= 0) return empty;
  const position = Math.max(plan.slots.length, ...[...taken].map((place) => place + 1));
  if (taken.size < MOST_MEALS_A_DAY) return position;
  throw new InvalidInput([
    { path: "date", message: `${date} has ${taken.size} meals already, the most it can.` },
  ]);
}
