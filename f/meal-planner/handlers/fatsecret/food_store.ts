import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";

/** A food of FatSecret and the food of ours that it is. */
export type FoodPair = {
  fatsecret_food_id: string;
  serving_id: string | null;
  food_id: string | null;
  chosen: boolean;
};

const COLUMNS = "fatsecret_food_id, serving_id, food_id, chosen";

export async function pairsOfTheirs(
  tx: Tx,
  household: Household,
  theirIds: readonly string[],
): Promise<Map<string, FoodPair>> {
  const { rows } = await tx.query<FoodPair>(
    `select ${COLUMNS} from meal_planner.fatsecret_foods
     where household_id = $1::uuid and fatsecret_food_id = any ($2::text[])`,
    [household.household_id, theirIds],
  );
  return new Map(rows.map((row) => [row.fatsecret_food_id, row]));
}

/** For each food of ours the one at FatSecret that a person chose for it, else the one that was found first. */
export async function pairsOfOurs(
  tx: Tx,
  household: Household,
  foodIds: readonly string[],
): Promise<Map<string, FoodPair>> {
  const { rows } = await tx.query<FoodPair & { food_id: string }>(
    `select distinct on (food_id) ${COLUMNS} from meal_planner.fatsecret_foods
     where household_id = $1::uuid and food_id = any ($2::uuid[])
     order by food_id, chosen desc, seen_at, fatsecret_food_id`,
    [household.household_id, foodIds],
  );
  return new Map(rows.map((row) => [row.food_id, row]));
}

/** Remembers foods by their ids; which of ours they are is set where it was open. How many weren't known. */
export async function rememberFoods(
  tx: Tx,
  household: Household,
  pairs: readonly { fatsecret_food_id: string; food_id: string | null }[],
): Promise<{ created: number; updated: number }> {
  const { rows } = await tx.query<{ created: boolean }>(
    `insert into meal_planner.fatsecret_foods as f (household_id, fatsecret_food_id, food_id)
     select $1::uuid, p.theirs, p.ours from unnest($2::text[], $3::uuid[]) as p (theirs, ours) order by p.theirs
     on conflict (household_id, fatsecret_food_id) do update set food_id = excluded.food_id
     where f.food_id is null and excluded.food_id is not null and not f.chosen
     returning xmax = 0 as created`,
    [
      household.household_id,
      pairs.map(({ fatsecret_food_id }) => fatsecret_food_id),
      pairs.map(({ food_id }) => food_id),
    ],
  );
  const created = rows.filter((row) => row.created).length;
  return { created, updated: rows.length - created };
}

/** A person's own word on which food is which; it wins from then on. */
export async function choosePair(
  tx: Tx,
  household: Household,
  pair: { fatsecret_food_id: string; serving_id: string | null; food_id: string },
): Promise<void> {
  await tx.query(
    `insert into meal_planner.fatsecret_foods as f (household_id, fatsecret_food_id, serving_id, food_id, chosen)
     values ($1::uuid, $2::text, $3::text, $4::uuid, true)
     on conflict (household_id, fatsecret_food_id) do update set food_id = excluded.food_id,
       serving_id = coalesce(excluded.serving_id, f.serving_id), chosen = true`,
    [household.household_id, pair.fatsecret_food_id, pair.serving_id, pair.food_id],
  );
  // Of several for one food the chosen ones come first, and of those the last.
  await tx.query(
    `update meal_planner.fatsecret_foods set chosen = false
     where household_id = $1::uuid and food_id = $2::uuid and fatsecret_food_id <> $3::text and chosen`,
    [household.household_id, pair.food_id, pair.fatsecret_food_id],
  );
}
