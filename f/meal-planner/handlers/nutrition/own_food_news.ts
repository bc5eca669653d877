import type { Tx } from "../../database/connection.ts";
import { emit, type NewEvent } from "../../events/producers/emit.ts";

// As many as a delivery works out well within its lease.
const RECIPES_AN_EVENT = 20;

/**
 * Has the recipes worked out again that an own food of a household is in, or may be in now: by its names, by those that
 * no longer mean it, and by the lines that had it.
 */
export async function outdateRecipes(
  tx: Tx,
  householdId: string,
  foodId: string,
  { names, former }: { names: ReadonlyMap<string, string>; former: ReadonlyMap<string, string> },
): Promise<void> {
  const household_id = householdId;
  const events: NewEvent[] = [];
  for (const [meant, food_id] of [[names, foodId] as const, [former, null] as const]) {
    for (const [name_key, name] of meant) {
      events.push({ type: "FoodConfirmed", detail: { household_id, name, name_key, food_id } });
    }
  }
  const { rows } = await tx.query<{ recipe_id: string }>(
    `select r.recipe_id from meal_planner.recipes r join meal_planner.recipe_nutrition n using (recipe_id)
     where r.household_id = $1::uuid and n.lines @> jsonb_build_array(jsonb_build_object('food_id', $2::text))
     order by r.recipe_id`,
    [householdId, foodId],
  );
  for (let at = 0; at < rows.length; at += RECIPES_AN_EVENT) {
    const recipe_ids = rows.slice(at, at + RECIPES_AN_EVENT).map((row) => row.recipe_id);
    events.push({ type: "NutritionOutdated", detail: { household_id, recipe_ids } });
  }
  if (events.length > 0) await emit(tx, events);
}
