import type { addItems, addItemsInput } from "../../../handlers/shopping_list/add_items.ts";
import type { completeList, completeListInput } from "../../../handlers/shopping_list/complete_list.ts";
import type { createList, createListInput } from "../../../handlers/shopping_list/create_list.ts";
import type { generateList, generateListInput } from "../../../handlers/shopping_list/generate_list.ts";
import type { getPantry, getPantryInput } from "../../../handlers/shopping_list/get_pantry.ts";
import type { listShops, listShopsInput } from "../../../handlers/shopping_list/list_shops.ts";
import type { ListView } from "../../../handlers/shopping_list/list_view.ts";
import type {
  listRecurring,
  listRecurringInput,
  setRecurring,
  setRecurringInput,
} from "../../../handlers/shopping_list/recurring_items.ts";
import type { setPantry, setPantryInput } from "../../../handlers/shopping_list/set_pantry.ts";
import type { setShop, setShopInput } from "../../../handlers/shopping_list/set_shop.ts";
import type { shareList, shareListInput } from "../../../handlers/shopping_list/share_list.ts";
import type {
  sharedListInput,
  showSharedList,
  tickSharedInput,
  tickSharedList,
} from "../../../handlers/shopping_list/shared_list.ts";
import type { showListInput } from "../../../handlers/shopping_list/show_list.ts";
import type { updateItems, updateItemsInput } from "../../../handlers/shopping_list/update_items.ts";
import type { Call } from "./call.ts";

const HANDLERS = "f/meal-planner/handlers";

export const SHOPPING_PATHS = {
  get_list: `${HANDLERS}/shopping_list/get_list/script`,
  update_items: `${HANDLERS}/shopping_list/update_items/script`,
  add_items: `${HANDLERS}/shopping_list/add_items/script`,
  create_list: `${HANDLERS}/shopping_list/create_list/script`,
  generate_list: `${HANDLERS}/shopping_list/generate_list/script`,
  complete_list: `${HANDLERS}/shopping_list/complete_list/script`,
  share_list: `${HANDLERS}/shopping_list/share_list/script`,
  shared_list: `${HANDLERS}/shopping_list/get_shared_list/script`,
  tick_shared_list: `${HANDLERS}/shopping_list/tick_shared_list/script`,
  get_pantry: `${HANDLERS}/shopping_list/get_pantry/script`,
  set_pantry: `${HANDLERS}/shopping_list/set_pantry/script`,
  list_recurring: `${HANDLERS}/shopping_list/list_recurring/script`,
  set_recurring: `${HANDLERS}/shopping_list/set_recurring/script`,
  list_shops: `${HANDLERS}/shopping_list/list_shops/script`,
  set_shop: `${HANDLERS}/shopping_list/set_shop/script`,
} as const;

export type ShoppingCalls = {
  get_list: Call<typeof showListInput, ListView>;
  update_items: Call<typeof updateItemsInput, typeof updateItems>;
  add_items: Call<typeof addItemsInput, typeof addItems>;
  create_list: Call<typeof createListInput, typeof createList>;
  generate_list: Call<typeof generateListInput, typeof generateList>;
  complete_list: Call<typeof completeListInput, typeof completeList>;
  share_list: Call<typeof shareListInput, typeof shareList>;
  shared_list: Call<typeof sharedListInput, typeof showSharedList>;
  tick_shared_list: Call<typeof tickSharedInput, typeof tickSharedList>;
  get_pantry: Call<typeof getPantryInput, typeof getPantry>;
  set_pantry: Call<typeof setPantryInput, typeof setPantry>;
  list_recurring: Call<typeof listRecurringInput, typeof listRecurring>;
  set_recurring: Call<typeof setRecurringInput, typeof setRecurring>;
  list_shops: Call<typeof listShopsInput, typeof listShops>;
  set_shop: Call<typeof setShopInput, typeof setShop>;
};
