import type { Tx } from "../../database/connection.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { readAisleMoves } from "./aisle_moves.ts";
import { readItems } from "./item_store.ts";
import { readPrices } from "./known_prices.ts";
import { findList } from "./list_store.ts";
import { type ListContext, type ListView, viewList } from "./list_view.ts";

/**
 * A list by aisle, as people see it.
 *
 * @throws NotFound where there is no such list, or it is another household's than the given one.
 */
export async function getList(tx: Tx, input: { listId: string; householdId?: string }): Promise<ListView> {
  const household = await resolveHousehold(tx, input.householdId);
  const list = await findList(tx, household, input.listId);
  const items = await readItems(tx, list.list_id);
  return viewList(list, items, await readContext(tx, household, list.shop_id));
}

async function readContext(tx: Tx, household: Household, shopId: string | null): Promise<ListContext> {
  const { rows: shops } = await tx.query<{ aisle_order: string[] }>(
    "select aisle_order from meal_planner.shops where shop_id = $1::uuid",
    [shopId],
  );
  return {
    shopOrder: shops[0]?.aisle_order ?? [],
    moves: await readAisleMoves(tx, household),
    prices: await readPrices(tx, household),
  };
}
