import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { keepList } from "./list_store.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { getSavedMeals } from "./saved_meal_calls.ts";
import { ATTRIBUTION, type ListedFoodView, takeFoodList, viewFoods } from "./sync_foods.ts";
import { takeFavorites } from "./sync_recipes.ts";
import { type PartCounts, runParts, type SyncPart, type SyncReport } from "./sync_run.ts";

export const syncFavoritesInput = z.strictObject(accountFields);

export type FavoritesReport = SyncReport & { foods: ListedFoodView[]; attribution: string };

/** Learns a person's favourite foods and recipes and their saved meals, by ids. A second run writes nothing. */
export async function syncFavorites(
  database: Database,
  input: z.output<typeof syncFavoritesInput>,
): Promise<FavoritesReport> {
  return withPersonAccount(database, input, async (account) => {
    const report = await runParts(account, { scope: ["favorites"] }, favoriteParts(account));
    return { ...report, foods: await viewFoods(account, ["favorite_foods"]), attribution: ATTRIBUTION };
  });
}

export function favoriteParts(account: PersonAccount): SyncPart[] {
  return [
    { name: "favorite_foods", work: () => takeFoodList(account, "favorite_foods") },
    { name: "favorite_recipes", work: () => takeFavorites(account) },
    { name: "saved_meals", work: () => takeSavedMeals(account) },
  ];
}

async function takeSavedMeals(account: PersonAccount): Promise<PartCounts> {
  const ids = (await getSavedMeals(account.client)).map(({ saved_meal_id }) => saved_meal_id);
  return account.database.transaction((tx) => keepList(tx, account.person.person_id, "saved_meals", ids));
}
