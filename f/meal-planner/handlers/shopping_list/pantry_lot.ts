import type { Share } from "./shares.ts";

/** One thing at home. `amount` is grams of a known food, or the text's own unit of an unknown one. */
export type PantryLot = {
  lotId: string;
  key: string;
  amount: number;
  /** `YYYY-MM-DD`; it is no use to a later meal. Null keeps. */
  bestBefore: string | null;
};

/** A share and what is left of it to buy; amounts are null where the share's are. */
export type RemainingShare = {
  share: Share;
  amount: number | null;
  grams: number | null;
  takenAmount: number;
  takenGrams: number;
  /** True where the pantry covers it, also for "some" of what is there. */
  covered: boolean;
};

/**
 * Takes what is at home from the needs: the earliest meal first, and for each the lot that spoils first and is still
 * good on its day. Never takes more than there is; for every share, remaining + taken = what it asked for.
 *
 * @param shares in canonical order (by date)
 */
export function subtractPantry(shares: readonly Share[], lots: readonly PantryLot[]): RemainingShare[] {
  const left = new Map<string, { amount: number; bestBefore: string | null }[]>();
  for (const lot of [...lots].sort(bySpoiling)) {
    const same = left.get(lot.key) ?? [];
    left.set(lot.key, same);
    same.push({ amount: lot.amount, bestBefore: lot.bestBefore });
  }
  return shares.map((share) => takeFor(share, left.get(share.key) ?? []));
}

function takeFor(share: Share, lots: { amount: number; bestBefore: string | null }[]): RemainingShare {
  const good = lots.filter((lot) => lot.amount > 0 && (lot.bestBefore ?? "9999") >= share.meal.date);
  const wanted = share.grams ?? share.amount;
  const none = { share, amount: share.amount, grams: share.grams, takenAmount: 0, takenGrams: 0 };
  if (wanted === null) return { ...none, covered: good.length > 0 };
  if (wanted <= 0) return { ...none, covered: false };
  let taken = 0;
  for (const lot of good) {
    const take = Math.min(lot.amount, wanted - taken);
    lot.amount -= take;
    taken += take;
  }
  if (taken === 0) return { ...none, covered: false };
  const part = taken >= wanted ? 1 : taken / wanted;
  const takenAmount = share.amount === null ? 0 : share.amount * part;
  const takenGrams = share.grams === null ? 0 : share.grams * part;
  return {
    share,
    amount: share.amount === null ? null : share.amount - takenAmount,
    grams: share.grams === null ? null : share.grams - takenGrams,
    takenAmount,
    takenGrams,
    covered: part === 1,
  };
}

function bySpoiling(a: PantryLot, b: PantryLot): number {
  const [first, second] = [a.bestBefore ?? "9999", b.bestBefore ?? "9999"];
  if (first !== second) return first < second ? -1 : 1;
  return a.lotId < b.lotId ? -1 : 1;
}
