import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput } from "../../database/errors.ts";
import { datesFrom, daysApart } from "./calendar.ts";
import { type OpenPlan, openPlan, planTarget, saveChange } from "./change_plan.ts";
import { bestServing, restOfDay } from "./day_points.ts";
import { guestsOf, withGuests } from "./guests.ts";
import { type EffectOnPerson, effectOn } from "./meal_effect.ts";
import type { PlannedMeal } from "./plan.ts";
import { cellOf, changeableMeal, isSettled, placeInput, requireCandidate } from "./plan_place.ts";
import { type Place, plannedRecipe, readWeek, servingsOf, usualSlots, type Week } from "./week.ts";

export const cookTwiceInput = z
  .strictObject({
    ...planTarget,
    ...placeInput,
    version: planTarget.version.optional(),
    to_date: z.iso.date({ message: "A date such as 2026-03-02." }).optional(),
    to_position: z.int().min(0).optional().describe("The place in that day; left out, the meal's own."),
  })
  .refine(({ to_date, version }) => to_date === undefined || version !== undefined, {
    path: ["version"],
    message: "Needed to change the plan: the version of it that you saw.",
  })
  .refine(({ to_date, to_position }) => to_date !== undefined || to_position === undefined, {
    path: ["to_date"],
    message: "Needed with to_position.",
  });

/** A place where leftovers could be eaten. */
export type LeftoverPlace = {
  date: string;
  position: number;
  slot: string;
  /** What would be given up for it; null where the place is empty. */
  meal: string | null;
  /** Why they can't be eaten there, in words, or null. */
  objection: string | null;
};

export type CookTwice =
  | { kind: "places"; plan_id: string; version: number; keeps_days: number; places: LeftoverPlace[] }
  | {
      kind: "planned";
      plan_id: string;
      version: number;
      meal: PlannedMeal & { name: string };
      people: EffectOnPerson[];
    };

/**
 * Without a day, answers where a meal's leftovers could be eaten later: in slots that it suits, as long as it keeps. With
 * one, the meal is cooked for that place, too: what is there makes room, everyone gets the best portion of it beside the
 * rest of that day, and both meals are locked, so that planning again keeps them together.
 *
 * @throws InvalidInput for a day that isn't the plan's, has passed or isn't among those answered; NotFound where no meal
 *   is there; Conflict where the plan has changed since `version`, the meal is settled or leftovers itself, or a rule
 *   forbids the place.
 */
export async function cookTwice(tx: Tx, input: z.output<typeof cookTwiceInput>): Promise<CookTwice> {
  const open = await openPlan(tx, input, { kind: "edit" });
  const { plan_id, version } = open.plan;
  const meal = changeableMeal(open, { date: input.date, position: input.position });
  if (meal.leftover_of) {
    throw new Conflict(
      `This meal is leftovers of ${meal.leftover_of.date} itself. Choose where to eat them on that day's meal.`,
      { meal },
    );
  }
  const week = await readWeek(tx, open.household, open.plan, open.meals, input.to_date ?? meal.date, {
    ...{ slot: meal.slot, recipe_id: meal.recipe_id },
  });
  requireCandidate(week, meal.recipe_id);
  const places = leftoverPlaces(open, week, meal);
  if (input.to_date === undefined) {
    return { kind: "places", plan_id, version, keeps_days: keepsDays(week, meal), places };
  }
  const to = { date: input.to_date, position: input.to_position ?? input.position };
  return eatAgain(tx, open, { week, meal, to: requirePlace(places, week, meal, to) });
}

function leftoverPlaces({ plan, meals, today }: OpenPlan, week: Week, cooked: PlannedMeal): LeftoverPlace[] {
  const { suits } = plannedRecipe(week, cooked.recipe_id);
  const slots = usualSlots(plan, meals);
  return datesFrom(plan.start_date, plan.days)
    .filter((date) => date > cooked.date && date >= today)
    .filter((date) => daysApart(date, cooked.date) <= keepsDays(week, cooked))
    .flatMap((date) =>
      slots.flatMap((usual, position) => {
        const there = meals.find((meal) => meal.date === date && meal.position === position);
        const slot = there?.slot ?? usual;
        if (!suits.includes(slot)) return [];
        const name = there ? (week.names.get(there.recipe_id) ?? "") : null;
        return [
          {
            date,
            position,
            slot,
            meal: name,
            objection: objectionTo(week, cooked, { date, position }, there),
          },
        ];
      }),
    );
}

/** Of the recipe itself: the planner's has it only where it may plan leftovers. */
function keepsDays(week: Week, { recipe_id }: PlannedMeal): number {
  return week.candidates.get(recipe_id)?.keeps_days ?? 0;
}

function objectionTo(week: Week, cooked: PlannedMeal, to: Place, there?: PlannedMeal): string | null {
  if (there && isSettled(there)) return `what is there is ${there.mark ?? "cooked"} already`;
  if (week.meals.some(({ leftover_of: of }) => of?.date === to.date && of.position === to.position)) {
    return "what is there is cooked for a later meal, too";
  }
  const others = week.meals.filter((meal) => meal.mark !== "skipped" && meal !== there);
  const same = others.find((meal) => meal.date === to.date && meal.recipe_id === cooked.recipe_id);
  if (same) return `it is eaten that day already, as ${same.slot}`;
  const { main } = plannedRecipe(week, cooked.recipe_id);
  const alike = others.find(
    (meal) =>
      main !== null &&
      meal.recipe_id !== cooked.recipe_id &&
      plannedRecipe(week, meal.recipe_id).main === main &&
      daysApart(meal.date, to.date) <= 1,
  );
  return alike ? `${main} is the main ingredient of the ${alike.slot} on ${alike.date} too` : null;
}

/** @throws InvalidInput where it is none of the places, Conflict where a rule forbids it. */
function requirePlace(
  places: readonly LeftoverPlace[],
  week: Week,
  cooked: PlannedMeal,
  to: Place,
): LeftoverPlace {
  const place = places.find(({ date, position }) => date === to.date && position === to.position);
  const name = week.names.get(cooked.recipe_id) ?? "";
  if (!place) {
    const days = keepsDays(week, cooked);
    const message = days
      ? `${name} keeps ${days} days and can be eaten again only on a later day of the plan within them, in a slot it suits.`
      : `${name} isn't known to keep. Say how many days it does with update_recipe.`;
    throw new InvalidInput([{ path: "to_date", message }]);
  }
  if (place.objection === null) return place;
  throw new Conflict(
    `${name} can't be eaten again on ${to.date}: ${place.objection}. Choose another place.`,
    place,
  );
}

async function eatAgain(
  tx: Tx,
  open: OpenPlan,
  { week, meal, to }: { week: Week; meal: PlannedMeal; to: LeftoverPlace },
): Promise<CookTwice> {
  const { date, position, slot } = to;
  const there = open.meals.find((other) => other.date === date && other.position === position);
  const others = servingsOf(week, date, to);
  const best = bestServing(
    restOfDay(week.problem.people, others),
    plannedRecipe(week, meal.recipe_id),
  ).portions;
  const portions = withGuests(best, there ? guestsOf(there) : 0);
  const leftovers: PlannedMeal = {
    ...{ date, position, slot, recipe_id: meal.recipe_id, portions },
    ...{ locked: true, mark: null, cooked: false },
    leftover_of: { date: meal.date, position: meal.position },
  };
  const name = week.names.get(meal.recipe_id) ?? "";
  const instead = to.meal === null ? "" : `, instead of ${to.meal}`;
  // No cause: what made room may be as well liked.
  const version = await saveChange(tx, open, {
    reason: `${name} cooked on ${meal.date} for ${slot} on ${date}, too${instead}`,
    cells: [
      {
        ...{ date: meal.date, position: meal.position },
        before: cellOf(meal),
        after: cellOf({ ...meal, locked: true }),
      },
      { date, position, before: there ? cellOf(there) : null, after: cellOf(leftovers) },
    ],
  });
  const people = effectOn(week, to, { recipe_id: meal.recipe_id, portions });
  return { kind: "planned", plan_id: open.plan.plan_id, version, meal: { ...leftovers, name }, people };
}
