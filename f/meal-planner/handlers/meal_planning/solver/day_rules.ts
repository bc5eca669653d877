import type { DayKind, Model } from "./model.ts";

/** Which recipes may be on one day of a kind together. */
export class DayRules {
  /** Bit s is set where the recipe may fill slot s. */
  private readonly slotsOf: Int32Array;

  constructor(
    private readonly model: Model,
    kind: DayKind,
  ) {
    this.slotsOf = new Int32Array(model.recipeCount);
    kind.candidates.forEach((candidates, s) => {
      for (const r of candidates) this.slotsOf[r]! |= 1 << s;
    });
  }

  /**
   * Whether `first` in slotA goes with `second` in slotB. Where two recipes could change places the day costs the same both
   * ways, and only the order with the lower number in the earlier slot is let through.
   */
  together(slotA: number, first: number, slotB: number, second: number): boolean {
    const { model, slotsOf } = this;
    const { cookedOf } = model.leftovers;
    if (cookedOf[first] === cookedOf[second]) return false;
    const main = model.main[first]!;
    if (main >= 0 && main === model.main[second]!) return false;
    if (first < second === slotA < slotB) return true;
    return ((slotsOf[second]! >> slotA) & (slotsOf[first]! >> slotB) & 1) === 0;
  }

  /** Whether every recipe may fill the slot that it is in. */
  allSuit(recipes: Int32Array): boolean {
    for (let s = 0; s < recipes.length; s++) if (((this.slotsOf[recipes[s]!]! >> s) & 1) === 0) return false;
    return true;
  }

  allTogether(recipes: Int32Array): boolean {
    for (let s = 1; s < recipes.length; s++) {
      for (let t = 0; t < s; t++) if (!this.together(t, recipes[t]!, s, recipes[s]!)) return false;
    }
    return true;
  }
}
