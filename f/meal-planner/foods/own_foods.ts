import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../database/connection.ts";
import type { Aisle, Allergen, Origin } from "./food.ts";
import { type FoodRecord, foodIdOf } from "./food_record.ts";
import { RECORD_COLUMNS, writeFoods } from "./food_store.ts";
import type { Nutrients } from "./nutrients.ts";
import { nameKey } from "./word_forms.ts";

/** Foods that a household has added itself, such as packaged products by their labels, stand under this source. */
export const OWN = "own";

export type OwnFood = {
  name: string;
  aliases: readonly string[];
  per100g: Nutrients;
  densityGramsPerMl: number | null;
  portions: readonly { unit: string; grams: number }[];
  allergens: readonly Allergen[] | null;
  origins: readonly Origin[] | null;
  aisle: Aisle | null;
};

/** A household's own food as a record. Its id is made of its name: the same food in other letters or plural is the same. */
export function recordOfOwnFood(householdId: string, food: OwnFood): FoodRecord {
  const sourceId = `${householdId}/${keyOf(food.name)}`;
  return {
    foodId: foodIdOf(OWN, sourceId),
    ...{ source: OWN, sourceId, ndb: null, fdcId: null, description: food.name },
    ...{ category: null, refusePercent: null, state: null, main: null, soldAs: null, shopping: null },
    ...food,
  };
}

/** By which lines are compared with a name; of letters that the matcher doesn't know, the name itself. */
export function keyOf(name: string): string {
  return nameKey(name) || name.toLowerCase();
}

/** All names by which a household's own food is known in lines. */
export function namesOf(food: Pick<FoodRecord, "name" | "aliases">): Map<string, string> {
  return new Map(
    [...(food.name === null ? [] : [food.name]), ...food.aliases].map((name) => [keyOf(name), name]),
  );
}

/** Serialises changes to a household's own foods. */
export async function lockOwnFoods(tx: Tx, householdId: string): Promise<void> {
  await tx.query("select from meal_planner.households where household_id = $1::uuid for no key update", [
    householdId,
  ]);
}

/** A household's own foods by name. */
export async function readOwnFoods(tx: Tx, householdId: string): Promise<FoodRecord[]> {
  const { rows } = await tx.query<FoodRecord>(
    `select ${RECORD_COLUMNS} from meal_planner.foods where household_id = $1::uuid order by lower(name), food_id`,
    [householdId],
  );
  return rows;
}

/** Stores a household's own food, new or again; false where it is stored just so. The own foods must be locked. */
export async function writeOwnFood(
  tx: Tx,
  householdId: string,
  record: FoodRecord,
  before: FoodRecord | undefined,
): Promise<boolean> {
  if (before && isDeepStrictEqual(before, record)) return false;
  await writeFoods(tx, [record]);
  await tx.query(
    "update meal_planner.foods set household_id = $1::uuid where food_id = $2::uuid and household_id is null",
    [householdId, record.foodId],
  );
  return true;
}

/** Takes a household's own food away, with what was confirmed to mean it; the names that no longer mean it, by key. */
export async function deleteOwnFood(
  tx: Tx,
  householdId: string,
  record: FoodRecord,
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ name_key: string; name: string }>(
    "select name_key, name from meal_planner.food_mappings where household_id = $1::uuid and food_id = $2::uuid",
    [householdId, record.foodId],
  );
  await tx.query("delete from meal_planner.foods where food_id = $1::uuid and household_id = $2::uuid", [
    record.foodId,
    householdId,
  ]);
  return new Map([...namesOf(record), ...rows.map((row) => [row.name_key, row.name] as const)]);
}
