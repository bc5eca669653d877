import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { keepList, listedIds } from "./list_store.ts";
import { ownFoods } from "./own_food.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { FOOD_LISTS, type FoodList, getFoodList } from "./profile_calls.ts";
import { type PartCounts, runParts, type SyncPart, type SyncReport } from "./sync_run.ts";

export const syncFoodsInput = z.strictObject(accountFields);

/** To be shown wherever FatSecret's content is, by its terms. */
export const ATTRIBUTION = "Powered by fatsecret (https://platform.fatsecret.com)";

/** `name` is FatSecret's, and not to be kept for over a day; `food_id` and `our_name` are the food of ours that it is. */
export type ListedFoodView = {
  list: FoodList;
  fatsecret_food_id: string;
  name: string | null;
  food_id: string | null;
  our_name: string | null;
};

export type FoodsReport = SyncReport & { foods: ListedFoodView[]; attribution: string };

const LISTS = Object.keys(FOOD_LISTS) as FoodList[];

/**
 * Learns the foods that a person has among their favourites, eats lately and eats most: by ids, each with the food of ours
 * that it is. A second run writes nothing.
 */
export async function syncFoods(
  database: Database,
  input: z.output<typeof syncFoodsInput>,
): Promise<FoodsReport> {
  return withPersonAccount(database, input, async (account) => {
    const report = await runParts(account, { scope: ["foods"] }, foodParts(account));
    return { ...report, foods: await viewFoods(account, LISTS), attribution: ATTRIBUTION };
  });
}

export function foodParts(account: PersonAccount): SyncPart[] {
  return LISTS.map((list) => ({ name: list, work: () => takeFoodList(account, list) }));
}

/** One list: its ids, and which foods of ours they are. */
export async function takeFoodList(account: PersonAccount, list: FoodList): Promise<PartCounts> {
  const { database, application, household, person } = account;
  const ids = (await getFoodList(account.client, list)).map(({ food_id }) => food_id);
  const found = await ownFoods(database, application, household, ids);
  const kept = await database.transaction((tx) => keepList(tx, person.person_id, list, ids));
  return { ...kept, updated: kept.updated + found.updated };
}

export async function viewFoods(
  account: PersonAccount,
  lists: readonly FoodList[],
): Promise<ListedFoodView[]> {
  const { database, application, household, person } = account;
  const listed = await database.transaction(async (tx) => {
    const all: { list: FoodList; id: string }[] = [];
    for (const list of lists) {
      all.push(...(await listedIds(tx, person.person_id, list)).map((id) => ({ list, id })));
    }
    return all;
  });
  const { foods } = await ownFoods(
    database,
    application,
    household,
    listed.map(({ id }) => id),
  );
  return listed.map(({ list, id }) => {
    const { theirs, ours } = foods.get(id) ?? { theirs: undefined, ours: null };
    return {
      ...{ list, fatsecret_food_id: id, name: theirs?.food_name ?? null },
      ...{ food_id: ours?.foodId ?? null, our_name: ours ? (ours.name ?? ours.description) : null },
    };
  });
}
