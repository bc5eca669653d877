import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { fdcFood } from "../../foods/fdc_food.ts";
import { foodIdsByFdcId } from "../../foods/fetched_foods.ts";
import { keptAnswer } from "../../http/answer_cache.ts";
import { dataTypes, type FetchedFood, readFetchedFood } from "./fetched_food.ts";
import { usdaAccount, usdaFdc } from "./usda_account.ts";
import { USDA, withUsda } from "./usda_system.ts";

export const searchUsdaInput = z.strictObject({
  query: plainText(200).describe("What to look for."),
  data_types: z.array(dataTypes).min(1).max(4).default(["Foundation", "SR Legacy"]).describe("Which data."),
  brand_owner: plainText(200).optional().describe("Only foods of this brand's owner."),
  page: z.int().min(1).max(1000).default(1).describe("Which page, from 1."),
  limit: z.int().min(1).max(200).default(25).describe("How many foods a page has."),
  usda: usdaFdc.optional().describe("The key; left out, the workspace's own."),
});

/** One that is stored has a `food_id`, for confirm_food. */
export type UsdaSearch = {
  foods: (FetchedFood & { food_id: string | null })[];
  total: number;
  page: number;
  pages: number;
};

const KEPT_SECONDS = 7 * 86_400;

const searchAnswer = z.looseObject({
  totalHits: z.int(),
  totalPages: z.int().nullish(),
  foods: z.array(fdcFood),
});

/**
 * Searches FoodData Central. An answer is kept for a week; the same question doesn't go out again.
 *
 * @throws Unauthorized without a good key, RateLimited where its calls are used up, CircuitOpen, TimedOut or Upstream
 *   where USDA is away.
 */
export async function searchUsda(
  database: Database,
  input: z.output<typeof searchUsdaInput>,
): Promise<UsdaSearch> {
  const account = await usdaAccount(input.usda);
  const body = {
    query: input.query,
    dataType: [...input.data_types].sort(),
    pageSize: input.limit,
    pageNumber: input.page,
    ...(input.brand_owner ? { brandOwner: input.brand_owner } : {}),
  };
  const question = `v1 search ${account.address} ${JSON.stringify({ ...body, query: body.query.toLowerCase() })}`;
  const found = await keptAnswer(database, { system: USDA, question, keepSeconds: KEPT_SECONDS }, () =>
    withUsda(database, account, async (client) => {
      const request = { method: "POST", path: "/v1/foods/search", json: body, repeatable: true } as const;
      const answer = await client.call(request, searchAnswer);
      return {
        foods: answer.foods.flatMap((food) => readFetchedFood(food)?.told ?? []),
        total: answer.totalHits,
        pages: answer.totalPages ?? Math.ceil(answer.totalHits / input.limit),
      };
    }),
  );
  const fdcIds = found.foods.map((food) => food.fdc_id);
  const stored = await database.transaction((tx) => foodIdsByFdcId(tx, fdcIds));
  const foods = found.foods.map((food) => ({ food_id: stored.get(food.fdc_id) ?? null, ...food }));
  return { foods, total: found.total, page: input.page, pages: found.pages };
}
