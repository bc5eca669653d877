import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { logFood, logFoodInput } from "../log_food.ts";

/**
 * Log what a person ate: a recipe by portions, a food by grams or portions, a free line of text, or what the plan has for them.
 *
 * @param person The person's name or id.
 * @param recipe_id A recipe of the household.
 * @param portion How many servings of the recipe, 1 if not given; with from_plan, the planned portion if not given; with
 *   food_id, how many of its unit.
 * @param food_id A food, as search_foods names it; needs grams, or portion.
 * @param grams Grams of the food, as eaten.
 * @param unit Which of the food's portions, such as slice; left out, a piece of it, or the only one it has.
 * @param line Free text such as "2 slices wholemeal bread"; what isn't understood is kept with its figures unknown.
 * @param from_plan Log what the active plan has for the person on that day, all of it or one slot. Never twice.
 * @param slot The meal, for example breakfast.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param eaten_at The moment in place of the date, with its offset: 2026-01-05T23:30:00+01:00.
 * @param idempotency_key Repeated with the same key, the call logs nothing more and answers as the first did.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  recipe_id?: string,
  portion?: number,
  food_id?: string,
  grams?: number,
  unit?: string,
  line?: string,
  from_plan: boolean = false,
  slot?: string,
  date?: string,
  eaten_at?: string,
  idempotency_key?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const what = { recipe_id, portion, food_id, grams, unit, line, from_plan };
  const when = { slot, date, eaten_at };
  const input = parseInput(logFoodInput, { person, ...what, ...when, idempotency_key, household_id });
  return inTransaction(db, (tx) => logFood(tx, input));
}
