import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { keptAnswer } from "../../http/answer_cache.ts";
import { type CatalogueFood, searchCatalogueFoods } from "./catalogue_calls.ts";
import { catalogueFoods, KEPT_SECONDS } from "./catalogue_food.ts";
import { fatsecretApplication, fatsecretResource } from "./fatsecret_account.ts";
import { withFatsecretCatalogue } from "./fatsecret_client.ts";
import { FATSECRET } from "./fatsecret_system.ts";
import { pairsOfTheirs } from "./food_store.ts";
import { ATTRIBUTION } from "./sync_foods.ts";

export const searchFatsecretInput = z.strictObject({
  query: plainText(200).describe("What to look for."),
  page: z.int().min(1).max(1000).default(1).describe("Which page, from 1."),
  limit: z.int().min(1).max(50).default(20).describe("How many foods a page has."),
  servings: z.boolean().default(false).describe("Whether to fetch each food's servings, a call for each."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
  fatsecret: fatsecretResource.optional().describe("The application; left out, the workspace's own."),
});

/** `food_id` is the food of ours that it is, where that is known. The names and figures aren't to be kept for over a day. */
export type FatsecretSearch = {
  foods: {
    fatsecret_food_id: string;
    name: string;
    brand: string | null;
    description: string | null;
    url: string | null;
    food_id: string | null;
    servings?: {
      serving_id: string;
      description: string | null;
      grams: number | null;
      energy_kcal: number | null;
    }[];
  }[];
  total: number | null;
  page: number;
  attribution: string;
};

/**
 * Searches FatSecret's foods. The same question within a day is answered from what was kept.
 *
 * @throws Unauthorized where the application's keys are wrong; RateLimited, CircuitOpen, TimedOut or Upstream.
 */
export async function searchFatsecret(
  database: Database,
  input: z.output<typeof searchFatsecretInput>,
): Promise<FatsecretSearch> {
  const application = await fatsecretApplication(input.fatsecret);
  const { query, page, limit } = input;
  const question = `v1 search ${application.addresses.api} ${JSON.stringify([query.toLowerCase(), page, limit])}`;
  const about = { system: FATSECRET, question, keepSeconds: KEPT_SECONDS };
  const found = await keptAnswer(database, about, () =>
    withFatsecretCatalogue(database, application, (client) =>
      searchCatalogueFoods(client, { query, page: page - 1, limit }),
    ),
  );
  const ids = found.foods.map(({ food_id }) => food_id);
  const known = await database.transaction(async (tx) =>
    pairsOfTheirs(tx, await resolveHousehold(tx, input.household_id), ids),
  );
  const details = input.servings
    ? await catalogueFoods(database, application, ids)
    : new Map<string, CatalogueFood>();
  const foods = found.foods.map(({ food_id, food_name, brand_name, food_description, food_url }) => ({
    ...{ fatsecret_food_id: food_id, name: food_name, brand: brand_name || null },
    ...{
      description: food_description || null,
      url: food_url || null,
      food_id: known.get(food_id)?.food_id ?? null,
    },
    ...(input.servings ? { servings: servingsOf(details.get(food_id)) } : {}),
  }));
  return { foods, total: found.total, page, attribution: ATTRIBUTION };
}

function servingsOf(food: CatalogueFood | undefined) {
  return (food?.servings ?? []).map((serving) => ({
    serving_id: serving.serving_id,
    description: serving.serving_description || null,
    grams: /^g$/i.test(serving.metric_serving_unit ?? "") ? (serving.metric_serving_amount ?? null) : null,
    energy_kcal: serving.calories ?? null,
  }));
}
