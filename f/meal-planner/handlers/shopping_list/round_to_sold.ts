import type { SoldUnit } from "./shop_food.ts";

/** A need this little above a round amount is the round amount: it is the error of adding up, not a wish. */
const ADDING_ERROR = 1e-6;

/**
 * What to buy for an exact need: whole packs where it is packed, whole pieces, else a weight that one asks for at a
 * counter. Never less than the need.
 */
export function roundToSold(exact: number, sold: SoldUnit): number {
  if (exact <= ADDING_ERROR) return 0;
  if (sold.pack) return ceilTo(exact, sold.pack);
  return sold.unit === "gram" || sold.unit === "millilitre"
    ? ceilTo(exact, counterStep(exact))
    : ceilTo(exact, 1);
}

/** The least that is sold; null for what is weighed out, where that says nothing. */
export function leastSold(sold: SoldUnit): number | null {
  return sold.pack ?? (sold.unit === "gram" || sold.unit === "millilitre" ? null : 1);
}

/** An amount of a food that nobody knows: whole counts, and weights in steps that can be read off a packet. */
export function roundUnknown(exact: number, unit: string | null): number {
  if (exact <= ADDING_ERROR) return 0;
  const measured = unit === "gram" || unit === "millilitre";
  return ceilTo(exact, measured ? (exact < 50 ? 5 : counterStep(exact)) : 1);
}

function counterStep(exact: number): number {
  if (exact <= 1000) return 50;
  return exact <= 5000 ? 100 : 500;
}

function ceilTo(exact: number, step: number): number {
  return Math.ceil(exact / step - ADDING_ERROR) * step;
}
