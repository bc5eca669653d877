import type { Database } from "../../database/connection.ts";
import { keptAnswers } from "../../http/answer_cache.ts";
import { isGone } from "./answer_error.ts";
import { type CatalogueFood, getCatalogueFood } from "./catalogue_calls.ts";
import type { FatsecretApplication } from "./fatsecret_account.ts";
import { withFatsecretCatalogue } from "./fatsecret_client.ts";
import { FATSECRET } from "./fatsecret_system.ts";

/** FatSecret's content may be kept for a day at most; the upkeep takes away what is older. */
export const KEPT_SECONDS = 86_400;

/** Foods of the catalogue by id, each fetched at most once a day. One that isn't there, or is a person's own, is left out. */
export async function catalogueFoods(
  database: Database,
  application: FatsecretApplication,
  foodIds: readonly string[],
): Promise<Map<string, CatalogueFood>> {
  const prefix = `v1 food ${application.addresses.api} `;
  const kept = await keptAnswers<CatalogueFood>(
    database,
    { system: FATSECRET, keepSeconds: KEPT_SECONDS },
    [...new Set(foodIds)].map((id) => `${prefix}${id}`),
    (questions) =>
      withFatsecretCatalogue(database, application, async (client) => {
        const found = new Map<string, CatalogueFood>();
        for (const question of questions) {
          const food = await getCatalogueFood(client, question.slice(prefix.length)).catch(
            (error: unknown) => {
              if (isGone(error)) return undefined;
              throw error;
            },
          );
          if (food) found.set(question, food);
        }
        return found;
      }),
  );
  return new Map([...kept].map(([question, food]) => [question.slice(prefix.length), food]));
}
