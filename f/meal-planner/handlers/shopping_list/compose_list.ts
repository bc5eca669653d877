import type { Aisle } from "../../foods/food.ts";
import { amountText } from "./amount_text.ts";
import { cookCount, displayCheck, displayOf, displayPlain, needText } from "./line_display.ts";
import { inCanonicalOrder, type Need } from "./need.ts";
import { type PantryLot, type RemainingShare, subtractPantry } from "./pantry_lot.ts";
import { leastSold, roundToSold, roundUnknown } from "./round_to_sold.ts";
import { type Share, shareOf } from "./shares.ts";
import type { ShopFood } from "./shop_food.ts";
import { foodKey, shopperName } from "./shopper_name.ts";
import { CHECK_REASONS, type ShoppingLine, type Source } from "./shopping_line.ts";

export type AtHome = {
  lots: readonly PantryLot[];
  /** Keys of what is always at home: it is looked at, not bought. */
  always: ReadonlySet<string>;
};

/**
 * The lines of a shopping list, from what the meals need and what is at home. A pure function: the same needs in any
 * order give the same lines. For every line, what its meals ask for = exact amount + taken from the pantry, and the
 * amount to buy is the exact amount rounded up to what is sold.
 */
export function composeList(needs: readonly Need[], atHome: AtHome): ShoppingLine[] {
  const keys = keysOf(needs);
  const shares = withOneFoodAKey(inCanonicalOrder(needs), keys).flatMap(
    (need) => shareOf(need, (need.food && keys.get(recordOf(need.food))) ?? null) ?? [],
  );
  const byKey = new Map<string, RemainingShare[]>();
  for (const remaining of subtractPantry(shares, atHome.lots)) {
    const { key } = remaining.share;
    const line = byKey.get(key) ?? [];
    byKey.set(key, line);
    line.push(remaining);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => composeLine(key, line, atHome.always.has(key)));
}

// A tin of tomatoes has the id of the tomatoes in it.
const recordOf = (food: ShopFood) => `${food.foodId} ${food.state}`;

/** The line's key for each food. */
function keysOf(needs: readonly Need[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { food } of needs) {
    if (food && !keys.has(recordOf(food))) keys.set(recordOf(food), foodKey(food.name, food.state));
  }
  return keys;
}

/** Where two records are one food to a shopper, the one that says how it is sold stands for both. */
function withOneFoodAKey(needs: readonly Need[], keys: ReadonlyMap<string, string>): Need[] {
  const keyOf = (food: ShopFood) => keys.get(recordOf(food)) as string;
  const best = new Map<string, ShopFood>();
  for (const { food } of needs) {
    if (!food) continue;
    const known = best.get(keyOf(food));
    if (!known || standsBefore(food, known)) best.set(keyOf(food), food);
  }
  return needs.map((need) => {
    const food = need.food && best.get(keyOf(need.food));
    return !food || food === need.food ? need : { ...need, food };
  });
}

function standsBefore(a: ShopFood, b: ShopFood): boolean {
  if ((a.soldAs === null) !== (b.soldAs === null)) return a.soldAs !== null;
  if (a.name.length !== b.name.length) return a.name.length < b.name.length;
  return a.foodId < b.foodId;
}

function composeLine(key: string, remaining: readonly RemainingShare[], always: boolean): ShoppingLine {
  const shares = remaining.map((one) => one.share);
  const first = shares[0] as Share;
  const food = first.need.food;
  const exact = sumKnown(remaining.map((one) => one.amount));
  const covered =
    remaining.every((one) => one.covered || one.amount === 0) && remaining.some((one) => one.covered);
  const check = checkOf(shares, always);
  const amount = covered ? 0 : buyAmount(exact, first);
  return {
    key,
    food_id: food?.foodId ?? null,
    name: food ? nameOf(food) : first.need.text || first.need.original,
    aisle: food?.aisle ?? ("other" satisfies Aisle),
    unit: first.unit,
    amount,
    exact_amount: exact,
    grams: sumKnown(remaining.map((one) => one.grams)),
    grams_each: first.sold?.gramsEach ?? null,
    pantry_amount: sum(remaining.map((one) => one.takenAmount)),
    pantry_grams: sum(remaining.map((one) => one.takenGrams)),
    ...textsOf(first, remaining, amount, exact, check),
    check,
    sources: shares.map(sourceOf),
  };
}

function nameOf(food: ShopFood): string {
  return food.soldAs ? food.name : shopperName(food.name);
}

function buyAmount(exact: number | null, { sold, unit }: Share): number | null {
  if (exact === null) return sold ? leastSold(sold) : null;
  return sold ? roundToSold(exact, sold) : roundUnknown(exact, unit);
}

function textsOf(
  { need, sold, unit }: Share,
  remaining: readonly RemainingShare[],
  amount: number | null,
  exact: number | null,
  check: ShoppingLine["check"],
): { display: string; need: string } {
  const food = need.food;
  if (!food || !sold) {
    const name = need.text || need.original;
    const exactText = exact === null ? "" : amountText(exact, unit);
    return { display: displayPlain(name, unit, amount), need: exactText };
  }
  const untouched = remaining.every((one) => one.takenAmount === 0);
  const note = untouched ? cookCount(remaining.map((one) => one.share)) : null;
  const name = nameOf(food);
  return {
    display: check ? displayCheck(name, exact, sold) : displayOf({ name, sold, amount, note }),
    need: exact === null ? "" : (note ?? needText(exact, sold)),
  };
}

/** Bought as soon as one meal can't do without it. */
function checkOf(shares: readonly Share[], always: boolean): ShoppingLine["check"] {
  if (always) return "at_home";
  const reasons = shares.map((share) => share.check);
  if (reasons.includes(null)) return null;
  return CHECK_REASONS.find((reason) => reasons.some((given) => given === reason)) ?? null;
}

function sourceOf(share: Share): Source {
  return { ...share.meal, amount: share.wrote, grams: share.grams, original: share.need.original };
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
