import { gramsOfUnit, millilitresOfUnit, unitNamed } from "../../foods/units.ts";
import { cookAmountText } from "./amount_text.ts";
import type { Meal, Need } from "./need.ts";
import { bought, type ShopFood, type SoldUnit, soldUnit } from "./shop_food.ts";
import { foodKey } from "./shopper_name.ts";

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
  check: "staple" | "to_taste" | "optional" | null;
};

/** How far off its usual weight a counted piece may be and still be one piece: a small onion is an onion. */
const PIECE_WEIGHTS = { least: 0.4, most: 1.7 };

const COUNTED_AS: Readonly<Record<SoldUnit["unit"], readonly string[]>> = {
  gram: [],
  millilitre: [],
  piece: ["head", "bulb", "loaf", "ball", "ear", "fillet", "piece"],
  can: ["can"],
  bunch: ["bunch"],
  jar: ["jar", "bottle"],
  pack: ["package", "box", "bag", "carton", "tub", "block", "loaf", "packet"],
};

/** The share of a need in its line; null for what nobody buys, such as water. */
export function shareOf(need: Need): Share | null {
  const wrote = wroteText(need);
  const common = { need, meal: need.meal, wrote };
  if (!need.food) {
    const check = need.toTaste ? ("to_taste" as const) : need.optional ? ("optional" as const) : null;
    return { ...common, ...unknownShare(need), sold: null, check };
  }
  if (need.food.shopping === "never") return null;
  const sold = soldUnit(need.food);
  const grams = need.grams === null ? null : gramsAsBought(need.food, need.unit, need.grams);
  return {
    ...common,
    key: foodKey(need.food.name, need.food.state),
    sold,
    unit: sold.unit,
    ...(need.toTaste ? { amount: null, grams: null } : amountOf(need, sold, grams)),
    check: checkOf(need),
  };
}

function checkOf(need: Need): Share["check"] {
  if (need.food?.shopping === "check") return "staple";
  if (need.toTaste) return "to_taste";
  return need.optional ? "optional" : null;
}

/**
 * Grams as bought of an amount's edible grams. A weight that somebody writes is what the scale showed, so what was
 * bought; a counted or measured amount is the edible part, and has peel and bone to it.
 */
export function gramsAsBought(food: ShopFood, unit: string | null, grams: number): number {
  const weighed = unit !== null && gramsOfUnit(unit) !== null;
  return weighed ? grams : bought(food, grams);
}

function amountOf(
  need: Need,
  sold: SoldUnit,
  grams: number | null,
): { amount: number | null; grams: number | null } {
  const { quantity, unit } = need;
  const bareCount = unit === null && sold.unit === "piece" && sold.noun !== "bulb";
  const counted = bareCount || (unit !== null && COUNTED_AS[sold.unit].includes(unit));
  if (quantity !== null && counted) {
    const one = grams === null || quantity === 0 ? 1 : grams / quantity / sold.gramsEach;
    if (grams === null) return { amount: quantity, grams: quantity * sold.gramsEach };
    if (one >= PIECE_WEIGHTS.least && one <= PIECE_WEIGHTS.most) return { amount: quantity, grams };
  }
  return grams === null ? { amount: null, grams: null } : { amount: grams / sold.gramsEach, grams };
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
