import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { type OpenPlan, openPlan, planTarget, saveChange } from "./change_plan.ts";
import { guestsOf, withGuests } from "./guests.ts";
import { type EffectOnPerson, effectOn } from "./meal_effect.ts";
import type { PlannedMeal } from "./plan.ts";
import type { CellChange } from "./plan_history.ts";
import { cellOf, changeableMeal, placeInput, requireDay, requireNotPast } from "./plan_place.ts";
import { chooseRecipe } from "./swap_meal.ts";
import { type Place, readWeek, type Week } from "./week.ts";

export const moveMealInput = z.strictObject({
  ...planTarget,
  ...placeInput,
  to_date: z.iso.date({ message: "A date such as 2026-03-02." }),
  to_position: z.int().min(0).optional().describe("The place in that day; left out, the same one."),
  lock: z.boolean().default(true),
});

export type MovedMeal = {
  plan_id: string;
  version: number;
  /** The meal where it is now, and the one that it changed places with. */
  meals: (PlannedMeal & { name: string; people: EffectOnPerson[] })[];
};

/**
 * Moves a meal to another place of its plan; the meal that is there comes to where this one was. On another day, each gets
 * the best portions beside that day's others. The rules of the table and of the plan are kept, and all else stays.
 *
 * @throws InvalidInput for a day or place that isn't the plan's, or a day that has passed; NotFound where no meal is there;
 *   Conflict where the plan has changed since `version`, a meal of the two is settled, or a rule forbids it.
 */
export async function moveMeal(tx: Tx, input: z.output<typeof moveMealInput>): Promise<MovedMeal> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const from = { date: input.date, position: input.position };
  const to = { date: input.to_date, position: input.to_position ?? input.position };
  const meal = changeableMeal(open, from);
  const there = mealThere(open, to);
  const { plan_id, version } = open.plan;
  if (samePlace(from, to)) return { plan_id, version, meals: [] };
  const slot = there?.slot ?? slotOf(open, to);
  const week = await readWeek(tx, open.household, open.plan, open.meals, to.date, { slot });
  const [now, ...rest] = settle(week, exchange(meal, { ...to, slot }, there));
  const exchanged = now ? [{ ...now, locked: input.lock }, ...rest] : [];
  const saved = await saveChange(tx, open, {
    reason: reasonOf(week, meal, to, there),
    cells: cellsOf(from, to, meal, there, exchanged),
  });
  return {
    plan_id,
    version: saved,
    meals: exchanged.map((now) => ({
      ...now,
      name: week.names.get(now.recipe_id) ?? "",
      people: effectOn(week, now, now),
    })),
  };
}

/** @throws as `moveMeal`, for the place to move to. */
function mealThere(open: OpenPlan, to: Place): PlannedMeal | undefined {
  requireDay(open.plan, to.date, "to_date");
  requireNotPast(to.date, open.today, "to_date");
  return open.meals.some((meal) => samePlace(meal, to)) ? changeableMeal(open, to) : undefined;
}

function slotOf({ plan }: OpenPlan, to: Place): string {
  const slot = plan.slots[to.position];
  if (slot !== undefined) return slot;
  throw new InvalidInput([
    { path: "to_position", message: `A day of this plan has the places 0 to ${plan.slots.length - 1}.` },
  ]);
}

/** A meal where it was and where it is to be. */
export type Moved = { was: PlannedMeal; now: PlannedMeal };

/** What changes when a meal goes to a place: it, and the meal there, if there is one, which comes to its own place. */
export function exchange(meal: PlannedMeal, to: Place & { slot: string }, there?: PlannedMeal): Moved[] {
  const { date, position, slot } = to;
  const moved = { was: meal, now: { ...meal, date, position, slot } };
  if (!there) return [moved];
  const from = { date: meal.date, position: meal.position, slot: meal.slot };
  return [moved, { was: there, now: { ...there, ...from } }];
}

/** The week once the meals have moved. */
export function weekAfter(week: Week, moved: readonly Moved[]): Week {
  const others = week.meals.filter((meal) => !moved.some(({ was }) => was === meal));
  return { ...week, meals: [...others, ...moved.map(({ now }) => now)] };
}

/** The meals in their new places, judged beside what is there once both have moved. */
function settle(week: Week, moved: readonly Moved[]): PlannedMeal[] {
  const after = weekAfter(week, moved);
  return moved.map(({ was, now }) => {
    const choice = chooseRecipe(after, now, now.recipe_id);
    // Within a day nobody eats more or less by it.
    return was.date === now.date ? now : { ...now, portions: withGuests(choice.portions, guestsOf(was)) };
  });
}

function cellsOf(
  from: Place,
  to: Place,
  meal: PlannedMeal,
  there: PlannedMeal | undefined,
  [now, exchanged]: readonly PlannedMeal[],
): CellChange[] {
  return [
    { ...from, before: cellOf(meal), after: exchanged ? cellOf(exchanged) : null },
    { ...to, before: there ? cellOf(there) : null, after: now ? cellOf(now) : null },
  ];
}

function reasonOf(week: Week, meal: PlannedMeal, to: Place, there: PlannedMeal | undefined): string {
  const nameOf = (id: string) => week.names.get(id) ?? "";
  const exchanged = there ? `, in exchange for ${nameOf(there.recipe_id)}` : "";
  return `${nameOf(meal.recipe_id)} moved from ${meal.date} to ${to.date}${exchanged}`;
}

function samePlace(a: Place, b: Place): boolean {
  return a.date === b.date && a.position === b.position;
}
