import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput } from "../../database/errors.ts";
import { listPeople, type Person } from "../../households/person.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import type { PlannedMeal } from "./plan.ts";
import { cellOf, isSettled, requireDay, requireNotPast } from "./plan_place.ts";

export const setEatersInput = z.strictObject({
  ...planTarget,
  date: z.iso.date({ message: "A date such as 2026-03-02." }),
  person_ids: z
    .array(z.uuid())
    .min(1, { message: "Name at least one person; where nobody eats, mark the meals as eaten_out." })
    .max(50)
    .describe("Who eats that day; all others are away."),
});

export type SetEaters = { plan_id: string; version: number; date: string; meals: PlannedMeal[] };

/**
 * Says who eats on a day: who is away gets nothing of its meals, and who is back their usual portion. What changes by it is
 * locked, for planning again would serve everyone. Meals that are settled stay.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed, or somebody of another household; Conflict where the
 *   plan has changed since `version`, or no meal of the day is open.
 */
export async function setEaters(tx: Tx, input: z.output<typeof setEatersInput>): Promise<SetEaters> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, person_ids } = input;
  requireDay(open.plan, date);
  requireNotPast(date, open.today);
  const people = await listPeople(tx, open.household);
  const strangers = person_ids.flatMap((id, index) =>
    people.some(({ person_id }) => person_id === id)
      ? []
      : [{ path: `person_ids[${index}]`, message: "Isn't one of this household." }],
  );
  if (strangers.length > 0) throw new InvalidInput(strangers);
  const meals = open.meals.filter((meal) => meal.date === date && !isSettled(meal));
  if (meals.length === 0) {
    throw new Conflict(`No meal of ${date} is open: plan some first, or take their marks off.`);
  }
  const changed = meals.map((meal) => withEaters(meal, people, person_ids));
  const version = await saveChange(tx, open, {
    reason: `${date}: ${reasonOf(people, person_ids)}`,
    cells: meals.map((meal, index) => ({
      ...{ date, position: meal.position },
      before: cellOf(meal),
      after: cellOf(changed[index] ?? meal),
    })),
  });
  return { plan_id: open.plan.plan_id, version, date, meals: changed };
}

function withEaters(meal: PlannedMeal, people: readonly Person[], eating: readonly string[]): PlannedMeal {
  const portions = { ...meal.portions };
  let differs = false;
  for (const { person_id, portion_sizes } of people) {
    const had = portions[person_id] ?? 0;
    if (eating.includes(person_id) === had > 0) continue;
    differs = true;
    portions[person_id] = had > 0 ? 0 : usualSize(portion_sizes);
  }
  return differs ? { ...meal, portions, locked: true } : meal;
}

/** The size nearest to one serving. */
export function usualSize(sizes: readonly number[]): number {
  return sizes.reduce(
    (nearest, size) => (Math.abs(size - 1) < Math.abs(nearest - 1) ? size : nearest),
    sizes[0] ?? 1,
  );
}

function reasonOf(people: readonly Person[], eating: readonly string[]): string {
  const away = people.filter(({ person_id }) => !eating.includes(person_id)).map(({ name }) => name);
  return away.length === 0 ? "everyone eats" : `${away.join(" and ")} away`;
}
