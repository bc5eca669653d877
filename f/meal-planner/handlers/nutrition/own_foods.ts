import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { deleteOwnFood, keyOf, lockOwnFoods, readOwnFoods } from "../../foods/own_foods.ts";
import { resolveHousehold } from "../../households/household.ts";
import { outdateRecipes } from "./own_food_news.ts";
import { type OwnFoodView, viewOf } from "./set_food.ts";

export const listOwnFoodsInput = z.strictObject({ household_id: z.uuid().optional() });

/** The foods that a household has added itself, by name. */
export async function listOwnFoods(
  tx: Tx,
  input: z.output<typeof listOwnFoodsInput>,
): Promise<{ foods: OwnFoodView[] }> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  return { foods: (await readOwnFoods(tx, household_id)).map(viewOf) };
}

export const removeFoodInput = z.strictObject({ food: plainText(120), household_id: z.uuid().optional() });

/**
 * Takes one of the household's own foods away, by its name or id; `removed` is false where there is none, so that it can
 * be repeated. The diary keeps what was eaten of it; recipes are worked out again without it by events that commit with it.
 */
export async function removeFood(
  tx: Tx,
  input: z.output<typeof removeFoodInput>,
): Promise<{ food_id: string | null; removed: boolean }> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  await lockOwnFoods(tx, household_id);
  const own = await readOwnFoods(tx, household_id);
  const food = own.find(
    ({ foodId, name }) => foodId === input.food || keyOf(name ?? "") === keyOf(input.food),
  );
  if (!food) return { food_id: null, removed: false };
  const former = await deleteOwnFood(tx, household_id, food);
  await outdateRecipes(tx, household_id, food.foodId, { names: new Map(), former });
  return { food_id: food.foodId, removed: true };
}
