import { z } from "zod";
import type { TandoorApi } from "./tandoor_api.ts";
import {
  shoppingEntryShape,
  shoppingRecipeShape,
  type TandoorShoppingEntry,
  type TandoorShoppingRecipe,
} from "./tandoor_shapes.ts";

/**
 * Entries that are open or were ticked within the last days, at most 1,000 (Tandoor gives no others): one that isn't in
 * the list may be there still, ask for it by its id.
 */
export function shoppingEntries(
  api: TandoorApi,
  filter: { mealplan?: number; updated_after?: string } = {},
): AsyncGenerator<TandoorShoppingEntry> {
  return api.items("/api/shopping-list-entry/", shoppingEntryShape, filter);
}

export function findShoppingEntry(api: TandoorApi, id: number): Promise<TandoorShoppingEntry | undefined> {
  return api.find(`/api/shopping-list-entry/${id}/`, shoppingEntryShape);
}

/** Foods and units by name are found whatever the case, or made. */
export type ShoppingEntryFields = {
  food: { id?: number; name: string };
  unit: { id?: number; name: string } | null;
  amount: number;
  order?: number;
  checked?: boolean;
  /** The list of a recipe or meal that it belongs to. */
  list_recipe?: number | null;
  /** Instead: the meal, whose list is found or made. Only when creating. */
  mealplan_id?: number;
};

/** Every call makes another entry. */
export function createShoppingEntry(
  api: TandoorApi,
  fields: ShoppingEntryFields,
): Promise<TandoorShoppingEntry> {
  return api.create("/api/shopping-list-entry/", fields, shoppingEntryShape);
}

/** Give `checked` too: left out, Tandoor forgets when the entry was ticked. */
export function patchShoppingEntry(
  api: TandoorApi,
  id: number,
  fields: Partial<ShoppingEntryFields> & { checked: boolean },
): Promise<TandoorShoppingEntry> {
  return api.patch(`/api/shopping-list-entry/${id}/`, fields, shoppingEntryShape);
}

export function deleteShoppingEntry(api: TandoorApi, id: number): Promise<boolean> {
  return api.remove(`/api/shopping-list-entry/${id}/`);
}

export async function tickShoppingEntries(
  api: TandoorApi,
  ids: readonly number[],
  checked: boolean,
): Promise<void> {
  const request = { method: "POST", path: "/api/shopping-list-entry/bulk/", repeatable: true } as const;
  await api.call({ ...request, json: { ids, checked } }, z.looseObject({}));
}

/** The lists of recipes and meals within the shopping list. */
export function shoppingRecipes(
  api: TandoorApi,
  filter: { mealplan?: number } = {},
): AsyncGenerator<TandoorShoppingRecipe> {
  return api.items("/api/shopping-list-recipe/", shoppingRecipeShape, filter);
}

export function findShoppingRecipe(api: TandoorApi, id: number): Promise<TandoorShoppingRecipe | undefined> {
  return api.find(`/api/shopping-list-recipe/${id}/`, shoppingRecipeShape);
}

/** Every call makes another one; the name has at most 32 characters. */
export function createShoppingRecipe(
  api: TandoorApi,
  fields: { name: string; recipe: number | null; mealplan: number | null; servings: number },
): Promise<TandoorShoppingRecipe> {
  return api.create("/api/shopping-list-recipe/", fields, shoppingRecipeShape);
}

/** Its entries go with it. */
export function deleteShoppingRecipe(api: TandoorApi, id: number): Promise<boolean> {
  return api.remove(`/api/shopping-list-recipe/${id}/`);
}

export type BulkEntry = {
  amount: number;
  unit_id: number | null;
  food_id: number | null;
  ingredient_id: number | null;
};

/** Adds entries, each time anew. The answer has no ids: read the list of the meal for them. */
export async function addShoppingEntries(
  api: TandoorApi,
  listRecipe: number,
  entries: readonly BulkEntry[],
  shoppingLists: readonly number[] = [],
): Promise<void> {
  const path = `/api/shopping-list-recipe/${listRecipe}/bulk_create_entries/`;
  await api.create(path, { entries, shopping_lists_ids: shoppingLists }, z.looseObject({}));
}
