import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import type { Person } from "../../households/person.ts";
import type { MealPlace } from "./diary_entry.ts";

export type MealOfPerson = { place: MealPlace; slot: string; recipe_id: string; portion: number };

/**
 * What the active plan has for a person on a day, or in one slot of it. Of two active plans that meet on a day, the
 * later one holds.
 *
 * @throws InvalidInput where it has nothing for them.
 */
export async function plannedMealsOf(
  tx: Tx,
  household: Household,
  person: Person,
  date: string,
  slot: string | undefined,
): Promise<MealOfPerson[]> {
  const meals = await activeMealsOf(tx, household, person.person_id, date);
  const wanted = meals.filter((meal) => slot === undefined || meal.slot.toLowerCase() === slot);
  if (wanted.length > 0) return wanted;
  const known = meals.map((meal) => meal.slot).join(", ");
  const message =
    known === ""
      ? `No active plan has a meal for ${person.name} on ${date}. Activate one, or say what was eaten.`
      : `The plan has no ${slot} for ${person.name} on ${date}; it has ${known}.`;
  throw new InvalidInput([{ path: known === "" ? "from_plan" : "slot", message }]);
}

export async function activeMealsOf(
  tx: Tx,
  household: Household,
  personId: string,
  date: string,
): Promise<MealOfPerson[]> {
  const { rows } = await tx.query<MealPlace & { slot: string; recipe_id: string; portion: number }>(
    `select m.plan_id, m.date as plan_date, m.position as plan_position, m.slot, m.recipe_id,
       (m.portions ->> $2::text)::double precision as portion
     from meal_planner.plan_meals m
     where m.date = $3::date and (m.portions ->> $2::text)::double precision > 0
       and m.plan_id = (
         select plan_id from meal_planner.meal_plans
         where household_id = $1::uuid and state = 'active'
           and $3::date >= start_date and $3::date < start_date + days
         order by start_date desc limit 1)
     order by m.position`,
    [household.household_id, personId, date],
  );
  return rows.map(({ slot, recipe_id, portion, ...place }) => ({ place, slot, recipe_id, portion }));
}
