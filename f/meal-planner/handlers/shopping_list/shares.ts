import { gramsOfUnit, millilitresOfUnit, unitNamed } from "../../foods/units.ts";
import { cookAmountText } from "./amount_text.ts";
import type { Meal, Need } from "./need.ts";
import { bought, HEAVIEST_DRAINED_CAN_GRAMS, type ShopFood, type SoldUnit, soldUnit } from "./shop_food.ts";

/** What one need asks of one line of the list. Amounts are in the unit that the food is bought in. */
export type Share = {
  need: Need;
  meal: Meal;
  /** Lines are merged by it. */
  key: string;
  /** Null where no food is known: `unit` then counts the cook's own unit. */
  sold: SoldUnit | null;
  unit: string | null;
  /** Null where the line asks for some, without saying how much. */
  amount: number | null;
  /** Grams as bought; null where nobody can weigh it. */
  grams: number | null;
  /** "2 cloves", "75 g", "to taste". */
  wrote: string;
  /** A reason to look in the cupboard rather than buy. */
  check: "staple" | "to_taste" | "optional" | "unclear" | null;
};

/** How far off its usual weight a counted piece may be and still be one piece: a small onion is an onion. */
const ONE_PIECE = { least: 0.4, most: 1.7 };

const COUNTED_AS: Readonly<Record<SoldUnit["unit"], readonly string[]>> = {
  gram: [],
  millilitre: [],
  piece: ["head", "bulb", "loaf", "ball", "ear", "fillet", "piece"],
  can: ["can"],
  bunch: ["bunch"],
  jar: ["jar", "bottle"],
  pack: ["package", "box", "bag", "carton", "tub", "block", "loaf", "packet"],
};

/** The share of a need in its line; null for what nobody buys, such as water. `key` is its food's, where it has one. */
export function shareOf(need: Need, key: string | null): Share | null {
  const wrote = wroteText(need);
  const common = { need, meal: need.meal, wrote };
  if (!need.food || key === null)
    return { ...common, ...unknownShare(need), sold: null, check: checkOf(need) };
  if (need.food.shopping === "never") return null;
  const sold = soldUnit(need.food);
  const grams = need.grams === null ? null : gramsAsBought(need.food, need, need.grams);
  return {
    ...common,
    key,
    sold,
    unit: sold.unit,
    ...(need.toTaste ? { amount: null, grams: null } : amountOf(need, sold, grams)),
    check: checkOf(need),
  };
}

function checkOf(need: Need): Share["check"] {
  if (need.food?.shopping === "check") return "staple";
  if (need.toTaste) return "to_taste";
  if (need.optional) return "optional";
  return need.food === null && isUnclear(need) ? "unclear" : null;
}

const KITCHENWARE =
  /\b(?:foil|(?:baking|parchment|wax) paper|cheese ?cloth|thermom\w+|thermos|baking dish|casserole dish|glass jar|sieve|strainer|skewers?|toothpicks?|twine|kitchen string|wood chips|marbles)\b/i;
/** Without an amount and longer than this it is a remark, not a thing to buy. */
const MOST_WORDS_OF_A_FOOD = 5;

/** A tool, or a remark among the ingredients: somebody should look, but it is nothing to put in a basket. */
function isUnclear({ text, original, quantity }: Need): boolean {
  const name = text || original;
  return KITCHENWARE.test(name) || (quantity === null && name.split(/\s+/).length > MOST_WORDS_OF_A_FOOD);
}

type Measured = Pick<Need, "quantity" | "unit" | "containers">;

/**
 * Grams as bought of an amount's edible grams. What a cook weighs is what was bought; what is counted or measured is
 * the edible part, and has peel and bone to it.
 */
export function gramsAsBought(
  food: ShopFood,
  { quantity, unit, containers }: Measured,
  grams: number,
): number {
  const gramsOfOne = unit === null ? null : gramsOfUnit(unit);
  if (gramsOfOne === null || quantity === null) return bought(food, grams);
  // Less than was weighed: the peel is taken off already, and is put back. A tin's weight has no peel in it.
  const reduced = grams < quantity * gramsOfOne * 0.999;
  return reduced && containers === null ? Math.max(bought(food, grams), quantity * gramsOfOne) : grams;
}

type Amount = { amount: number | null; grams: number | null };

function amountOf(need: Need, sold: SoldUnit, grams: number | null): Amount {
  const { quantity, unit, containers } = need;
  const names = COUNTED_AS[sold.unit];
  if (containers && names.includes(containers.unit)) return containerAmount(containers, sold, grams);
  const bareCount = unit === null && sold.unit === "piece" && sold.noun !== "bulb";
  const counted = bareCount || (unit !== null && names.includes(unit));
  if (grams === null) {
    return quantity !== null && counted
      ? { amount: quantity, grams: quantity * sold.gramsEach }
      : { amount: null, grams: null };
  }
  const one = quantity !== null && quantity > 0 && counted ? grams / quantity / sold.gramsEach : null;
  return { amount: one !== null && isOne(one) ? quantity : grams / sold.gramsEach, grams };
}

const isOne = (share: number) => share >= ONE_PIECE.least && share <= ONE_PIECE.most;

const DRAINED_SHARE = 0.6;

/** A 400 g tin is one tin; a 28 oz one is two of those that are sold. */
function containerAmount(
  { count, grams: label }: NonNullable<Need["containers"]>,
  sold: SoldUnit,
  grams: number | null,
): Amount {
  const labelled = label ?? (grams !== null && count > 0 ? grams / count : sold.gramsEach);
  const drained = sold.unit === "can" && sold.gramsEach <= HEAVIEST_DRAINED_CAN_GRAMS;
  const weights = drained ? [sold.gramsEach, sold.gramsEach / DRAINED_SHARE] : [sold.gramsEach];
  const amount = weights.some((weight) => isOne(labelled / weight))
    ? count
    : (count * labelled) / (weights.at(-1) as number);
  return { amount, grams: grams ?? amount * sold.gramsEach };
}

type UnknownShare = Pick<Share, "key" | "unit" | "amount" | "grams">;

/** A food that nobody knows: measured amounts in metric, counted ones as they are; equal texts are one line. */
function unknownShare({ text, original, quantity, unit }: Need): UnknownShare {
  const name = (text || original).toLowerCase().replace(/\s+/g, " ").trim();
  const line = (measured: string | null) => `text:${name}|${measured ?? ""}`;
  if (quantity === null) return { key: line(null), unit: null, amount: null, grams: null };
  const grams = unit === null ? null : gramsOfUnit(unit);
  if (grams !== null)
    return { key: line("gram"), unit: "gram", amount: quantity * grams, grams: quantity * grams };
  const millilitres = unit !== null && unitNamed(unit)?.kind === "volume" ? millilitresOfUnit(unit) : null;
  if (millilitres !== null) {
    return { key: line("millilitre"), unit: "millilitre", amount: quantity * millilitres, grams: null };
  }
  return { key: line(unit), unit, amount: quantity, grams: null };
}

function wroteText({ quantity, unit, size, toTaste }: Need): string {
  if (toTaste) return "to taste";
  return quantity === null ? "some" : cookAmountText(quantity, unit, size);
}
