import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setPlanningWishes, setPlanningWishesInput } from "../standing_wishes.ts";

/**
 * Keep what the household wants of every week that is planned from now on. What is left out stays as it was.
 *
 * @param max_minutes How long meals may take to make: on some weekdays or all, of one slot or any; the shortest holds.
 * @param cook_ahead_on Cook for later on these days only, for up to three more meals each.
 * @param any_day_for_leftovers Cook for later on any day again, for one more meal.
 * @param pantry_first Whether to plan from what is at home before tastes.
 * @param leftover_meals How many meals of a week may be leftovers of meals cooked before.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  max_minutes?: {
    minutes: number;
    slot?: string;
    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
  }[],
  cook_ahead_on?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[],
  any_day_for_leftovers: boolean = false,
  pantry_first?: boolean,
  leftover_meals?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const leftovers = { cook_ahead_on, any_day_for_leftovers, leftover_meals };
  const wishes = { max_minutes, pantry_first, ...leftovers, household_id };
  const input = parseInput(setPlanningWishesInput, wishes);
  return inTransaction(db, (tx) => setPlanningWishes(tx, input));
}
