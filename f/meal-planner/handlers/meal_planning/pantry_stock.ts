import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import { dateAfter } from "./calendar.ts";
import type { Candidate } from "./candidates.ts";

/** What is at home and will keep until a week begins; what is always there (salt, oil) isn't counted. */
export type PantryStock = {
  /** Grams by food id, and how many of them won't outlast the week. */
  foods: ReadonlyMap<string, { grams: number; soonGrams: number }>;
  /** Cooked portions by recipe id. */
  leftovers: ReadonlyMap<string, number>;
};

/** The wish to eat what is at home: what there is, and the most that any recipe could take of itself from it. */
export type PantryWish = { stock: PantryStock; mostShare: number };

/** Recipes are held against the one that uses the pantry best, so that none has less than no penalty. */
export function pantryWish(candidates: readonly Candidate[], stock: PantryStock, people: number): PantryWish {
  const shares = candidates.map((recipe) => pantryShare(recipe, stock, people));
  return { stock, mostShare: shares.reduce((most, share) => Math.max(most, share), 0) };
}

const LEFTOVER_KEY = /^recipe:/;

export async function readPantryStock(
  tx: Tx,
  household: Household,
  start: string,
  days: number,
): Promise<PantryStock> {
  const { rows } = await tx.query<{ key: string; food_id: string | null; amount: number; soon: number }>(
    `select food.key, food.food_id, sum(lot.amount) as amount,
       coalesce(sum(lot.amount) filter (where lot.best_before < $3::date), 0) as soon
     from meal_planner.pantry_lots lot join meal_planner.pantry_foods food using (household_id, key)
     where lot.household_id = $1::uuid and lot.amount > 0 and not food.always_have
       and (lot.best_before is null or lot.best_before >= $2::date)
     group by food.key, food.food_id`,
    [household.household_id, start, dateAfter(start, days)],
  );
  return {
    foods: new Map(
      rows.flatMap(({ food_id, amount, soon }) =>
        food_id === null ? [] : [[food_id, { grams: amount, soonGrams: soon }] as const],
      ),
    ),
    leftovers: new Map(
      rows
        .filter(({ key }) => LEFTOVER_KEY.test(key))
        .map(({ key, amount }) => [key.replace(LEFTOVER_KEY, ""), amount]),
    ),
  };
}

/**
 * How much of a recipe for so many people could come from the pantry, 0 to 1 by mass; what doesn't outlast the week counts
 * twice what keeps. Each recipe is judged as if the pantry were its alone.
 */
export function pantryShare(recipe: Candidate, stock: PantryStock, people: number): number {
  if ((stock.leftovers.get(recipe.recipe_id) ?? 0) >= people) return 1;
  if (stock.foods.size === 0) return 0;
  const part = people / recipe.nutrition.servings;
  const left = new Map([...stock.foods].map(([food, { grams }]) => [food, grams]));
  const soon = new Map([...stock.foods].map(([food, { soonGrams }]) => [food, soonGrams]));
  let needed = 0;
  let used = 0;
  const foods = recipe.nutrition.lines.flatMap((line) => line.parts ?? [line]);
  for (const { food_id, grams } of foods) {
    const wanted = (grams ?? 0) * part;
    needed += wanted;
    if (food_id === null) continue;
    const taken = Math.min(wanted, left.get(food_id) ?? 0);
    const takenSoon = Math.min(taken, soon.get(food_id) ?? 0);
    left.set(food_id, (left.get(food_id) ?? 0) - taken);
    soon.set(food_id, (soon.get(food_id) ?? 0) - takenSoon);
    used += (taken + takenSoon) / 2;
  }
  return needed > 0 ? used / needed : 0;
}
