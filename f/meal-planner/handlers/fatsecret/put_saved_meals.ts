import type { Database } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { tellingEffect } from "../../http/partly_done.ts";
import type { PutCounts } from "../meal_planning/publishing_place.ts";
import { isGone } from "./answer_error.ts";
import { type TargetItem, targetItems } from "./entry_targets.ts";
import { type PersonAccount, withPersonAccount } from "./person_account.ts";
import { createSavedMeal, deleteSavedMeal, getSavedMeals, type SavedMeal } from "./saved_meal_calls.ts";
import { alignItems, savedMealMark, savedMealName } from "./saved_meal_of_portion.ts";
import type { WantedSavedMeal } from "./saved_meals_of_plan.ts";

/** What a person is to have, and what goes (by its mark) unless it is wanted. */
export type PersonsSavedMeals = {
  person_id: string;
  wanted: WantedSavedMeal[];
  leaving: ReadonlySet<string>;
};

export type SavedMealsPut = {
  counts: PutCounts;
  /** Portions without a saved meal, because foods of theirs aren't known over there. */
  left_out: string[];
};

type Input = { household_id: string; fatsecret?: Parameters<typeof withPersonAccount>[1]["fatsecret"] };

/**
 * Makes people's saved meals what is wanted, each person's in their own account. All accounts are looked into before the
 * first write: one that isn't let in any more fails while nothing is done yet. What is there already isn't made twice, and
 * saved meals of people's own stay.
 *
 * @throws As FatSecret fails; `details.effect` is `unknown` where something was written before.
 */
export async function putSavedMeals(
  database: Database,
  input: Input,
  people: readonly PersonsSavedMeals[],
  signal: AbortSignal,
): Promise<SavedMealsPut> {
  const plans: { of: PersonsSavedMeals; foods: Foods }[] = [];
  for (const of of people) {
    signal.throwIfAborted();
    plans.push({
      of,
      foods: await inAccount(database, input, of, async (account) => {
        await getSavedMeals(account.client);
        return foodsOf(account, of.wanted, signal);
      }),
    });
  }
  const put: SavedMealsPut = { counts: { created: 0, updated: 0, removed: 0, unchanged: 0 }, left_out: [] };
  await tellingEffect(async (wrote) => {
    for (const { of, foods } of plans) {
      await inAccount(database, input, of, (account) =>
        putPersons(account, of, foods, put, { wrote, signal }),
      );
    }
  });
  return put;
}

function inAccount<T>(
  database: Database,
  { household_id, fatsecret }: Input,
  { person_id: person }: PersonsSavedMeals,
  work: (account: PersonAccount) => Promise<T>,
): Promise<T> {
  return withPersonAccount(database, { person, household_id, fatsecret }, work);
}

/** By mark, the foods of each wanted portion; null where they aren't known over there. */
type Foods = Map<string, TargetItem[] | null>;

async function foodsOf(
  { database, application, household }: PersonAccount,
  wanted: readonly WantedSavedMeal[],
  signal: AbortSignal,
): Promise<Foods> {
  const foods: Foods = new Map();
  for (const { recipe_id, recipe: name, portion } of wanted) {
    signal.throwIfAborted();
    const meant = {
      kind: "recipe" as const,
      name,
      recipe_id,
      portion,
      food_id: null,
      grams: null,
      nutrients: null,
    };
    const items = await targetItems(database, application, household, meant).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    foods.set(savedMealMark(recipe_id, portion), items);
  }
  return foods;
}

async function putPersons(
  { client, lease, person }: PersonAccount,
  { wanted, leaving }: PersonsSavedMeals,
  foods: Foods,
  put: SavedMealsPut,
  { wrote, signal }: { wrote: () => void; signal: AbortSignal },
): Promise<void> {
  const there = byMark(await getSavedMeals(client));
  const kept = new Set<string>();
  for (const meal of wanted) {
    signal.throwIfAborted();
    const mark = savedMealMark(meal.recipe_id, meal.portion);
    const items = foods.get(mark);
    if (!items) {
      put.left_out.push(`${person.name}: ${savedMealName(meal.recipe, meal.portion)}`);
      continue;
    }
    kept.add(mark);
    await lease.renew();
    const [known] = there.get(mark) ?? [];
    let id = known?.saved_meal_id;
    if (id === undefined) {
      const name = savedMealName(meal.recipe, meal.portion);
      id = await createSavedMeal(client, { name, description: mark, meals: meal.meals });
      wrote();
    }
    const isChanged = await alignItems(client, id, items, wrote);
    put.counts[known ? (isChanged ? "updated" : "unchanged") : "created"] += 1;
  }
  for (const [mark, meals] of there) {
    // Of one that was made twice, as an answer was lost, the first stays.
    const surplus = kept.has(mark) ? meals.slice(1) : leaving.has(mark) ? meals : [];
    for (const { saved_meal_id } of surplus) {
      signal.throwIfAborted();
      await lease.renew();
      await deleteSavedMeal(client, saved_meal_id).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
      wrote();
      put.counts.removed += 1;
    }
  }
}

function byMark(meals: readonly SavedMeal[]): Map<string, SavedMeal[]> {
  const found = new Map<string, SavedMeal[]>();
  for (const meal of meals) {
    const mark = meal.saved_meal_description;
    found.set(mark, [...(found.get(mark) ?? []), meal]);
  }
  return found;
}
