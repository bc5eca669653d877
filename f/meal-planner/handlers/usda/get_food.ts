import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { fdcFood } from "../../foods/fdc_food.ts";
import { foodIdsByFdcId, storeFetchedFoods } from "../../foods/fetched_foods.ts";
import type { FoodPortion, FoodRecord } from "../../foods/food_record.ts";
import { keptAnswers } from "../../http/answer_cache.ts";
import { type FetchedFood, readFetchedFood } from "./fetched_food.ts";
import { type UsdaAccount, usdaAccount, usdaFdc } from "./usda_account.ts";
import { USDA, withUsda } from "./usda_system.ts";

export const getUsdaFoodInput = z.strictObject({
  fdc_ids: z.array(z.int().min(1).max(2_147_483_647)).min(1).max(200).describe("Which foods, by FDC id."),
  store: z.boolean().default(true).describe("Whether recipes may use them from now on."),
  usda: usdaFdc.optional().describe("The key; left out, the workspace's own."),
});

/** `food_id` is what confirm_food takes; null where the food isn't stored. `missing` are ids that USDA doesn't have. */
export type UsdaFoods = {
  foods: (FetchedFood & { food_id: string | null; portions: readonly FoodPortion[] })[];
  missing: number[];
};

const KEPT_SECONDS = 30 * 86_400;
/** USDA's own limit for one call. */
const FOODS_A_CALL = 20;

type Kept = { record: FoodRecord; told: FetchedFood };

/**
 * Fetches foods from FoodData Central with their portions, twenty a call, and stores them among the foods. What was
 * fetched within the last month isn't fetched again.
 *
 * @throws Unauthorized without a good key, RateLimited where its calls are used up, CircuitOpen, TimedOut or Upstream
 *   where USDA is away; nothing is stored then.
 */
export async function getUsdaFoods(
  database: Database,
  input: z.output<typeof getUsdaFoodInput>,
): Promise<UsdaFoods> {
  const fdcIds = [...new Set(input.fdc_ids)];
  const account = await usdaAccount(input.usda);
  const prefix = `v1 food ${account.address} `;
  const kept = await keptAnswers<Kept>(
    database,
    { system: USDA, keepSeconds: KEPT_SECONDS },
    fdcIds.map((id) => `${prefix}${id}`),
    async (questions) => {
      const fetched = await fetchFoods(
        database,
        account,
        questions.map((question) => Number(question.slice(prefix.length))),
      );
      return new Map(fetched.map((food) => [`${prefix}${food.told.fdc_id}`, food]));
    },
  );
  const found = fdcIds.flatMap((id) => kept.get(`${prefix}${id}`) ?? []);
  const foodIds = await database.transaction((tx) =>
    input.store
      ? storeFetchedFoods(
          tx,
          found.map((food) => food.record),
        )
      : foodIdsByFdcId(tx, fdcIds),
  );
  return {
    foods: found.map(({ told, record }) => ({
      food_id: foodIds.get(told.fdc_id) ?? null,
      ...told,
      portions: record.portions,
    })),
    missing: fdcIds.filter((id) => !kept.has(`${prefix}${id}`)),
  };
}

async function fetchFoods(
  database: Database,
  account: UsdaAccount,
  fdcIds: readonly number[],
): Promise<Kept[]> {
  return withUsda(database, account, async (client) => {
    const foods: Kept[] = [];
    for (let at = 0; at < fdcIds.length; at += FOODS_A_CALL) {
      const json = { fdcIds: fdcIds.slice(at, at + FOODS_A_CALL), format: "full" };
      const request = { method: "POST", path: "/v1/foods", json, repeatable: true } as const;
      const answer = await client.call(request, z.array(fdcFood));
      foods.push(...answer.flatMap((food) => readFetchedFood(food) ?? []));
    }
    return foods;
  });
}
