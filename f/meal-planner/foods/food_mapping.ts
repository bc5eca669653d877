import type { Tx } from "../database/connection.ts";
import { NotFound } from "../database/errors.ts";
import type { FoodRecord } from "./food_record.ts";
import { readFoods } from "./food_store.ts";
import { parseIngredientLine } from "./ingredient_line.ts";
import { nameKey } from "./word_forms.ts";

export type ConfirmedFood = {
  /** The name as it is kept, and the key by which lines are compared with it. */
  name: string;
  nameKey: string;
  food: FoodRecord;
  /** The food that the name meant before, where the household had confirmed another. */
  replaced: string | null;
};

/**
 * Remembers that a name, or the food of a line as written, means a food for this household. From then on it wins over
 * everything else. Confirming again replaces; the last one wins where two do it at once.
 *
 * @throws NotFound where there is no such food.
 */
export async function confirmFood(
  tx: Tx,
  householdId: string,
  nameOrLine: string,
  foodId: string,
): Promise<ConfirmedFood> {
  const [food] = await readFoods(tx, [foodId], householdId);
  if (!food) {
    throw new NotFound(
      "food",
      foodId,
      "Find one with f/meal-planner/handlers/nutrition/search_foods/script.",
    );
  }
  const name = mappedName(nameOrLine);
  const key = nameKey(name);
  const { rows } = await tx.query<{ replaced: string | null }>(
    `with before as (
       select food_id from meal_planner.food_mappings where household_id = $1::uuid and name_key = $2::text
     )
     insert into meal_planner.food_mappings as m (household_id, name_key, name, food_id)
     values ($1::uuid, $2::text, $3::text, $4::uuid)
     on conflict (household_id, name_key)
       do update set name = excluded.name, food_id = excluded.food_id, confirmed_at = now()
     returning (select food_id from before) as replaced`,
    [householdId, key, name, foodId],
  );
  const replaced = rows[0]?.replaced ?? null;
  return { name, nameKey: key, food, replaced: replaced === foodId ? null : replaced };
}

/** Forgets a confirmed name; false where there was none. */
export async function forgetFood(tx: Tx, householdId: string, nameOrLine: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "delete from meal_planner.food_mappings where household_id = $1::uuid and name_key = $2::text",
    [householdId, nameKey(mappedName(nameOrLine))],
  );
  return rowCount > 0;
}

/** The food's name in what a person points at: "passata" of "200 g passata, sieved". */
export function mappedName(nameOrLine: string): string {
  const parsed = parseIngredientLine(nameOrLine);
  return parsed.alternatives[0] ?? parsed.food ?? nameOrLine.trim();
}
