import { aisleOrder, aislePlace, aisleTitle } from "./aisle_order.ts";
import { amountText } from "./amount_text.ts";
import { displayPlain } from "./line_display.ts";
import type { Source } from "./shopping_line.ts";
import { amountToBuy, isOnList, isTicked, type StoredItem, type StoredList } from "./stored_list.ts";

/** A line as people see it. Amounts are in `unit`. */
export type ItemView = {
  item_id: string;
  name: string;
  /** What to read on the way round the shop: "2 cans tomatoes (400 g each)". */
  display: string;
  amount: number | null;
  unit: string | null;
  /** What the meals need beyond the pantry, before rounding up. */
  exact_amount: number | null;
  need: string;
  grams: number | null;
  ticked: boolean;
  /** Why it is only to be checked, or null. */
  check: StoredItem["check_reason"];
  origin: StoredItem["origin"];
  /** How it differs from when people last settled it, or null. */
  change: { from: number; to: number; text: string } | null;
  substitute: string | null;
  note: string | null;
  price: number | null;
  assigned_to: string | null;
  shop_id: string | null;
  sources: Source[];
};

export type ListView = {
  list_id: string;
  household_id: string;
  name: string;
  state: "open" | "completed";
  version: number;
  plan_id: string | null;
  from_date: string | null;
  to_date: string | null;
  shop_id: string | null;
  assigned_to: string | null;
  /** In the shop's order; empty aisles are left out. */
  aisles: { aisle: string; title: string; items: ItemView[] }[];
  /** What is usually there: look before you go. */
  check: ItemView[];
  /** What the pantry gives, all or in part. */
  from_pantry: { name: string; amount: string }[];
  items: number;
  ticked: number;
  /** What is noted or known of prices; `unpriced` lines aren't in it. */
  cost: { estimate: number; priced: number; unpriced: number };
};

export type ListContext = {
  shopOrder: readonly string[];
  /** Where the household found things: key → aisle. */
  moves: ReadonlyMap<string, string>;
  /** What one unit cost last: `priceKey` → price. */
  prices: ReadonlyMap<string, number>;
};

export const priceKey = (key: string, unit: string | null) => `${key}|${unit ?? ""}`;

/** A list as people see it, from what is stored of it. */
export function viewList(list: StoredList, items: readonly StoredItem[], context: ListContext): ListView {
  const shown = items.filter(isOnList);
  const toBuy = shown.filter((item) => item.check_reason === null);
  const order = aisleOrder(context.shopOrder);
  const byAisle = new Map<string, StoredItem[]>();
  for (const item of toBuy) {
    const aisle = context.moves.get(item.key) ?? item.aisle;
    byAisle.set(aisle, [...(byAisle.get(aisle) ?? []), item]);
  }
  const {
    needs_digest: _digest,
    created_at: _created,
    completed_at: _completed,
    field_versions: _stamps,
    ...head
  } = list;
  return {
    ...head,
    aisles: [...byAisle]
      .sort(([a], [b]) => aislePlace(order, a) - aislePlace(order, b) || (a < b ? -1 : 1))
      .map(([aisle, inAisle]) => ({ aisle, title: aisleTitle(aisle), items: inAisle.map(viewItem) })),
    check: shown.filter((item) => item.check_reason !== null).map(viewItem),
    from_pantry: items
      .filter((item) => item.needed && item.pantry_amount > 0)
      .map((item) => ({ name: item.name, amount: amountText(item.pantry_amount, item.unit) })),
    items: toBuy.length,
    ticked: toBuy.filter(isTicked).length,
    cost: costOf(toBuy, context.prices),
  };
}

function viewItem(item: StoredItem): ItemView {
  const { item_id, name, unit, exact_amount, need, grams, origin, substitute, note, price } = item;
  const amount = amountToBuy(item);
  return {
    item_id,
    name,
    display: item.own_amount === null ? item.display : displayPlain(name, unit, item.own_amount),
    amount,
    unit,
    exact_amount: item.needed ? exact_amount : 0,
    need: item.needed ? need : "",
    grams: item.needed ? grams : 0,
    ticked: isTicked(item),
    check: item.check_reason,
    origin,
    change: changeOf(item, amount),
    substitute,
    note,
    price,
    assigned_to: item.assigned_to,
    shop_id: item.shop_id,
    sources: item.needed ? item.sources : [],
  };
}

/** Against the amount that it was ticked at, where it was; else against the one that people first saw. */
function changeOf(item: StoredItem, amount: number | null): ItemView["change"] {
  const from = item.ticked ? item.ticked_amount : item.baseline_amount;
  if (from === null || amount === null || Math.abs(amount - from) < 1e-6) return null;
  const difference = amountText(Math.abs(amount - from), item.unit);
  return { from, to: amount, text: `${difference} ${amount > from ? "more" : "less"}` };
}

function costOf(items: readonly StoredItem[], prices: ListContext["prices"]): ListView["cost"] {
  let [estimate, priced] = [0, 0];
  for (const item of items) {
    const each = prices.get(priceKey(item.key, item.unit));
    const amount = amountToBuy(item);
    const cost = item.price ?? (each !== undefined && amount !== null ? each * amount : null);
    if (cost === null) continue;
    estimate += cost;
    priced += 1;
  }
  return { estimate: Math.round(estimate * 100) / 100, priced, unpriced: items.length - priced };
}
