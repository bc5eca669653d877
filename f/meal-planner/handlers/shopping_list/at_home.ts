import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import type { AtHome } from "./compose_list.ts";
import type { PantryLot } from "./pantry_lot.ts";
import type { PlannedMeal } from "./planned_meals.ts";

/** Portions of a recipe that are cooked and waiting are kept in the pantry under its id. */
export const leftoverKey = (recipeId: string) => `recipe:${recipeId}`;

/**
 * What the pantry can give to some meals of a list: what is there, and what those of them that are cooked have taken
 * from it already, less what other lists count on for meals to come. So a list stays the same when a meal of it is cooked,
 * and one bag of rice isn't promised to two weeks.
 */
export async function readAtHome(
  tx: Tx,
  household: Household,
  meals: readonly PlannedMeal[],
  ownListId: string | null,
): Promise<AtHome> {
  const ownMeals = [
    meals.map(({ meal }) => meal.plan_id),
    meals.map(({ meal }) => meal.date),
    meals.map(({ meal }) => meal.position),
  ];
  const { rows: lots } = await tx.query<PantryLot & { always: boolean }>(
    `select lot_id::text as "lotId", lot.key, lot.amount, lot.best_before as "bestBefore"
     from meal_planner.pantry_lots lot where lot.household_id = $1::uuid and lot.amount > 0
     union all
     select 'taken', entry.key, -sum(entry.delta), null
     from meal_planner.pantry_ledger entry
     join unnest($2::uuid[], $3::date[], $4::integer[]) as meal (plan_id, date, position)
       on entry.plan_id = meal.plan_id and entry.meal_date = meal.date and entry.meal_position = meal.position
     where entry.household_id = $1::uuid and entry.reason = 'cooked' and entry.delta < 0
     group by entry.key`,
    [household.household_id, ...ownMeals],
  );
  const { rows: always } = await tx.query<{ key: string }>(
    "select key from meal_planner.pantry_foods where household_id = $1::uuid and always_have",
    [household.household_id],
  );
  const { rows: claims } = await tx.query<{ key: string; amount: number }>(
    `select key, sum(claim) as amount from (
       select item.key,
         case when list.state = 'open' then least(item.pantry_grams, sum((source ->> 'grams')::double precision))
              else sum((source ->> 'grams')::double precision) end as claim
       from meal_planner.shopping_lists list
       join meal_planner.shopping_items item using (list_id)
       cross join lateral jsonb_array_elements(item.sources) as source
       where list.household_id = $1::uuid and list.list_id is distinct from $6::uuid and item.needed and item.key like 'food:%'
         and source ->> 'grams' is not null
         and (source ->> 'date')::date >= (now() at time zone $5::text)::date
         and not exists (
           select 1 from unnest($2::uuid[], $3::date[], $4::integer[]) as meal (plan_id, date, position)
           where meal.plan_id = (source ->> 'plan_id')::uuid and meal.date = (source ->> 'date')::date
             and meal.position = (source ->> 'position')::integer)
         and not exists (
           select 1 from meal_planner.cooked_meals cooked
           where cooked.plan_id = (source ->> 'plan_id')::uuid and cooked.date = (source ->> 'date')::date
             and cooked.position = (source ->> 'position')::integer)
       group by list.list_id, list.state, item.item_id
     ) as other_lists group by key`,
    [household.household_id, ...ownMeals, household.time_zone, ownListId],
  );
  return {
    lots: withoutClaims(lots, new Map(claims.map((claim) => [claim.key, claim.amount]))),
    always: new Set(always.map((row) => row.key)),
  };
}

/** Others' claims are met from the lots that keep longest: what spoils first should be eaten first, by whoever cooks. */
export function withoutClaims(lots: readonly PantryLot[], claims: ReadonlyMap<string, number>): PantryLot[] {
  const left = new Map(claims);
  const longestFirst = [...lots].sort((a, b) =>
    (a.bestBefore ?? "9999") > (b.bestBefore ?? "9999") ? -1 : a.lotId < b.lotId ? 1 : -1,
  );
  return longestFirst.map((lot) => {
    const claimed = Math.min(left.get(lot.key) ?? 0, lot.amount);
    left.set(lot.key, (left.get(lot.key) ?? 0) - claimed);
    return { ...lot, amount: lot.amount - claimed };
  });
}

/**
 * Takes the portions that are cooked and waiting off the meals of their recipe, the earliest first. A meal all of
 * leftovers needs nothing.
 */
export function withoutLeftovers(meals: readonly PlannedMeal[], lots: readonly PantryLot[]): PlannedMeal[] {
  const left = lots
    .filter((lot) => lot.key.startsWith("recipe:"))
    .sort((a, b) => ((a.bestBefore ?? "9999") < (b.bestBefore ?? "9999") ? -1 : 1))
    .map((lot) => ({ ...lot }));
  return meals.map((planned) => {
    const { meal } = planned;
    let portions = planned.portions;
    for (const lot of left) {
      if (lot.key !== leftoverKey(meal.recipe_id) || (lot.bestBefore ?? "9999") < meal.date) continue;
      const taken = Math.min(lot.amount, portions);
      lot.amount -= taken;
      portions -= taken;
    }
    return { ...planned, portions };
  });
}
