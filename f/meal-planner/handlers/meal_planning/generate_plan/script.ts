import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { generatePlan, generatePlanInput } from "../generate_plan.ts";

/**
 * Compose the best week for a household: diets, allergens and exclusions are kept, goals met as nearly as can be.
 * The answer says how near to the best possible week it is proven to be, and which recipes were left out and why.
 *
 * @param start_date First day, YYYY-MM-DD; left out, the coming Monday in the household's time zone.
 * @param days How many days, 1 to 28.
 * @param slots The meals of a day, in order; left out: breakfast, lunch, snack, dinner.
 * @param locked Meals that are to be in the plan: their day, slot and recipe.
 * @param pantry_first Whether to plan from what is at home, most of all what does not keep, before tastes; left out, as the household wants it.
 * @param plan_the_rest Where wishes conflict, give up those that can't be met and say so, rather than plan nothing.
 * @param leftovers How many meals may be leftovers of meals cooked before; left out, as many as the household likes.
 * @param max_minutes How long meals may take to make: on some weekdays or all, of one slot or any; the shortest holds. Left out, as the household wants it.
 * @param cook_ahead_on Cook for later on these days only, for up to three more meals each; left out, on any day for one.
 * @param seed The same seed and data give the same plan.
 * @param time_limit_ms How long the planner may search.
 * @param gap_target The search ends when the plan is proven to be within this share of the best possible.
 * @param min_coverage Share of a recipe's mass whose nutrition must be known for it to be planned.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  start_date?: string,
  days: number = 7,
  slots?: string[],
  locked?: { date: string; slot: string; recipe_id: string }[],
  pantry_first?: boolean,
  plan_the_rest: boolean = false,
  seed: number = 1,
  time_limit_ms: number = 5000,
  gap_target: number = 0.005,
  min_coverage: number = 0.9,
  household_id?: string,
  leftovers?: number,
  max_minutes?: {
    minutes: number;
    slot?: string;
    weekdays?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
  }[],
  cook_ahead_on?: ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[],
  db?: Postgresql,
) {
  const search = { seed, time_limit_ms, gap_target, min_coverage };
  const input = parseInput(generatePlanInput, {
    start_date,
    days,
    slots,
    locked,
    pantry_first,
    plan_the_rest,
    leftovers,
    cook_ahead_on,
    max_minutes,
    ...search,
    household_id,
  });
  return withDatabase(db, (database) => generatePlan(database, input));
}
