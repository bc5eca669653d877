import type { ShoppingLine, Source } from "./shopping_line.ts";

/** A list as it is stored. */
export type StoredList = {
  list_id: string;
  household_id: string;
  name: string;
  state: "open" | "completed";
  version: number;
  plan_id: string | null;
  from_date: string | null;
  to_date: string | null;
  needs_digest: string | null;
  shop_id: string | null;
  assigned_to: string | null;
  field_versions: Record<string, number>;
  created_at: Date;
  completed_at: Date | null;
};

export const LIST_COLUMNS = `list_id, household_id, name, state, version, plan_id, from_date, to_date, needs_digest,
  shop_id, assigned_to, field_versions, created_at, completed_at`;

/** A line as it is stored: what was composed or written, and what people did with it. */
export type StoredItem = Omit<ShoppingLine, "check" | "aisle"> & {
  item_id: string;
  origin: "plan" | "hand" | "recurring";
  aisle: string;
  check_reason: ShoppingLine["check"];
  sources: Source[];
  /** False once no meal asks for it any more. */
  needed: boolean;
  baseline_amount: number | null;
  /** What was to be bought before the list's version `until`, the oldest first. */
  earlier_amounts: { until: number; amount: number | null }[];
  ticked: boolean;
  ticked_amount: number | null;
  removed: boolean;
  removed_amount: number | null;
  own_amount: number | null;
  substitute: string | null;
  note: string | null;
  price: number | null;
  assigned_to: string | null;
  shop_id: string | null;
  field_versions: Record<string, number>;
};

export const ITEM_COLUMNS = `item_id, key, origin, name, food_id, aisle, unit, amount, exact_amount, grams, grams_each,
  pantry_amount, pantry_grams, display, need, check_reason, sources, needed, baseline_amount, earlier_amounts, ticked, ticked_amount,
  removed, removed_amount, own_amount, substitute, note, price, assigned_to, shop_id, field_versions`;

// Amounts are sums of floating-point numbers: less than this is the same amount.
const SAME_AMOUNT = 1e-6;

/** What is to be bought: what somebody set by hand, else what was worked out. Null where it is "some". */
export function amountToBuy(item: StoredItem): number | null {
  if (item.own_amount !== null) return item.own_amount;
  return item.needed ? item.amount : 0;
}

/** What was to be bought on version `seen` of the list: what somebody saw who acts on it. */
export function amountSeen(item: StoredItem, seen: number): number | null {
  if (item.own_amount !== null) return item.own_amount;
  const later = item.earlier_amounts.find(({ until }) => until > seen);
  return later ? later.amount : amountToBuy(item);
}

/** A tick holds as long as no more is needed than when it was made. */
export function isTicked(item: StoredItem): boolean {
  return item.ticked && covers(item.ticked_amount, amountToBuy(item));
}

/** So does taking a line off the list. */
export function isRemoved(item: StoredItem): boolean {
  return item.removed && covers(item.removed_amount, amountToBuy(item));
}

function covers(had: number | null, wanted: number | null): boolean {
  return wanted === null || wanted <= (had ?? 0) + SAME_AMOUNT;
}

/** Whether it stands on the list: something is to be bought of it, or was. What is all at home doesn't. */
export function isOnList(item: StoredItem): boolean {
  if (isRemoved(item)) return false;
  return item.ticked || amountToBuy(item) !== 0;
}
