import type { Tx } from "../database/connection.ts";
import { emit, type NewEvent } from "../events/producers/emit.ts";

/**
 * The number of the way in which lines are read, matched and weighed. Raise it with every change of that which changes
 * what a line gives or how it is stored: an installation then works its recipes out again. (Staples tell by themselves.)
 */
export const CALCULATION_VERSION = 2;

/** A recipe takes a few milliseconds; the delivery of so many ends well within its lease. */
export const RECIPES_A_DELIVERY = 20;

/**
 * Tells, once for each number of `CALCULATION_VERSION`, the recipes whose figures are by an older one, in small events that
 * the dispatcher works off. Told and noted in one transaction: two at once, a crash or another start tell nothing twice.
 *
 * @returns How many recipes were told; null where this number was told before.
 */
export async function tellOlderCalculations(tx: Tx, version = CALCULATION_VERSION): Promise<number | null> {
  const { rowCount } = await tx.query(
    "insert into meal_planner.calculation_versions (version) values ($1::integer) on conflict do nothing",
    [version],
  );
  if (rowCount === 0) return null;
  const { rows } = await tx.query<{ household_id: string; recipe_ids: string[] }>(
    `select household_id, array_agg(recipe_id order by recipe_id)::text[] as recipe_ids from (
       select r.household_id, r.recipe_id,
         (row_number() over (partition by r.household_id order by r.recipe_id) - 1) / $2::integer as batch
       from meal_planner.recipe_nutrition n join meal_planner.recipes r using (recipe_id)
       where n.calculation_version < $1::integer
     ) older group by household_id, batch order by household_id, batch`,
    [version, RECIPES_A_DELIVERY],
  );
  const events = rows.map((detail): NewEvent => ({ type: "NutritionOutdated", detail }));
  if (events.length > 0) await emit(tx, events);
  return rows.reduce((sum, { recipe_ids }) => sum + recipe_ids.length, 0);
}
