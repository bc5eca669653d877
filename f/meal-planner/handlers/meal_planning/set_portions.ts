import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { LARGEST_PORTION } from "../../households/person.ts";
import { openPlan, planTarget, saveChange } from "./change_plan.ts";
import { guestsOf, withGuests } from "./guests.ts";
import { type EffectOnPerson, effectOn } from "./meal_effect.ts";
import { cellOf, changeableMeal, placeInput } from "./plan_place.ts";
import { readWeek } from "./week.ts";

/** A household's kitchen, not a restaurant's. */
const MOST_GUESTS = 40;

export const setPortionsInput = z.strictObject({
  ...planTarget,
  ...placeInput,
  portions: z
    .array(
      z.strictObject({
        person_id: z.uuid(),
        portion: z.number().min(0).max(LARGEST_PORTION).describe("Servings; 0 for who doesn't eat it."),
      }),
    )
    .max(50, { message: "At most 50 people." })
    .default([]),
  guests: z
    .number()
    .min(0)
    .max(MOST_GUESTS)
    .optional()
    .describe("Servings for guests, all together; left out, as it was."),
  lock: z.boolean().default(true),
});

export type SetPortions = {
  plan_id: string;
  version: number;
  date: string;
  position: number;
  portions: Record<string, number>;
  /** What everyone's day comes to. */
  people: EffectOnPerson[];
};

/**
 * Sets how much of a meal people and their guests get; who isn't named keeps their portion. Chosen by hand, it is locked, unless `lock` is
 * false.
 *
 * @throws InvalidInput for a day that isn't the plan's or has passed, somebody of another household, or where nobody would
 *   eat the meal; NotFound where no meal is there; Conflict where the plan has changed since `version` or the meal is settled.
 */
export async function setPortions(tx: Tx, input: z.output<typeof setPortionsInput>): Promise<SetPortions> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { date, position, lock } = input;
  const place = { date, position };
  const meal = changeableMeal(open, place);
  const week = await readWeek(tx, open.household, open.plan, open.meals, date, { slot: meal.slot });
  const strangers = input.portions.flatMap(({ person_id }, index) =>
    week.eaters.some((eater) => eater.person_id === person_id)
      ? []
      : [{ path: `portions[${index}].person_id`, message: "Isn't one of this household" }],
  );
  if (strangers.length > 0) throw new InvalidInput(strangers);
  const chosen = Object.fromEntries(input.portions.map(({ person_id, portion }) => [person_id, portion]));
  const portions = withGuests({ ...meal.portions, ...chosen }, input.guests ?? guestsOf(meal));
  if (Object.values(portions).every((portion) => portion === 0)) {
    throw new InvalidInput([
      { path: "portions", message: "Nobody would eat it. Take the meal out with remove_meal instead." },
    ]);
  }
  const name = week.names.get(meal.recipe_id) ?? "";
  const version = await saveChange(tx, open, {
    reason: `${meal.slot} on ${date}: other portions of ${name}`,
    cells: [{ ...place, before: cellOf(meal), after: { ...cellOf(meal), portions, locked: lock } }],
  });
  const people = effectOn(week, place, { recipe_id: meal.recipe_id, portions });
  return { plan_id: open.plan.plan_id, version, ...place, portions, people };
}
