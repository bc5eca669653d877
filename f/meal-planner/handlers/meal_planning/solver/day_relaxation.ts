import type { Items } from "./items.ts";
import type { Model } from "./model.ts";

/** Where so many steps bring less than this share of what is wanted, the goals are tight and prices tell menus apart no more. */
const HOPELESS_AFTER = 4;
const HOPELESS = 0.02;

/** Arrays as long as all items, which one search after the other may use. */
export type Scratch = { reduced: Float64Array; stamp: Int32Array; round: number };

export function makeScratch(items: Items): Scratch {
  return { reduced: new Float64Array(items.count), stamp: new Int32Array(items.count), round: 0 };
}

/**
 * The Lagrangian relaxation of one day. Each goal's points are a convex function of the day's sum, so for any price
 * `lambda` of a dimension, points(x) >= lambda·x − conjugate(lambda): with the sums gone each slot picks its cheapest item on
 * its own, and the total never exceeds the true cost of any menu. The day's minutes are one more dimension whose price is
 * never negative. Prices are improved by Polyak's subgradient steps.
 */
export class DayRelaxation {
  readonly width: number;
  /** Reduced cost of each item under the prices of the last `optimise` or `score`; shared with other relaxations. */
  readonly reduced: Float64Array;
  /** Least reduced cost of each slot, likewise. */
  readonly slotLeast: Float64Array;
  /** Items whose reduced cost was computed so far. */
  evaluated = 0;
  private readonly gradient: Float64Array;
  private readonly direction: Float64Array;
  private readonly trial: Float64Array;
  private readonly scale: Float64Array;
  private readonly chosen: Int32Array;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    slots: number,
    private readonly maxMinutes: number,
    /** Points that the week's prices add to each recipe. */
    private readonly recipePrice: Float64Array,
    private readonly scratch: Scratch,
  ) {
    const { dimensions } = model;
    this.width = dimensions + 1;
    this.reduced = scratch.reduced;
    this.slotLeast = new Float64Array(slots);
    this.gradient = new Float64Array(this.width);
    this.direction = new Float64Array(this.width);
    this.trial = new Float64Array(this.width);
    this.chosen = new Int32Array(slots);
    this.scale = new Float64Array(this.width);
    for (let k = 0; k < dimensions; k++) this.scale[k] = (model.weightUnder[k]! + model.weightOver[k]!) ** 2;
    // A day that is over its time by a tenth is about as wrong as ten points.
    if (maxMinutes < Number.POSITIVE_INFINITY) this.scale[dimensions] = (100 / Math.max(1, maxMinutes)) ** 2;
  }

  /** Reduced costs, slots' minima and the bound at the given prices. */
  score(lists: Int32Array[], lambda: Float64Array): number {
    const { dimensions, low, high } = this.model;
    this.scratch.round++;
    let bound = 0;
    for (let k = 0; k < dimensions; k++) bound -= lambda[k]! * (lambda[k]! > 0 ? high[k]! : low[k]!);
    if (lambda[dimensions]! > 0) bound -= lambda[dimensions]! * this.maxMinutes;
    for (let s = 0; s < lists.length; s++) {
      const least = this.scoreSlot(lists[s]!, lambda, s);
      this.slotLeast[s] = least;
      bound += least;
    }
    return bound;
  }

  private scoreSlot(list: Int32Array, lambda: Float64Array, slot: number): number {
    const { stamp, reduced, round } = this.scratch;
    let least = Number.POSITIVE_INFINITY;
    let chosen = -1;
    this.evaluated += list.length;
    for (let n = 0; n < list.length; n++) {
      const i = list[n]!;
      if (stamp[i] !== round) {
        stamp[i] = round;
        reduced[i] = this.reducedCost(i, lambda);
      }
      const cost = reduced[i]!;
      if (cost < least) {
        least = cost;
        chosen = i;
      }
    }
    this.chosen[slot] = chosen;
    return least;
  }

  private reducedCost(i: number, lambda: Float64Array): number {
    const { items, model } = this;
    const { dimensions } = model;
    const { vectors } = items;
    let cost =
      items.penalty[i]! + this.recipePrice[items.recipe[i]!]! + lambda[dimensions]! * items.minutes[i]!;
    const base = i * dimensions;
    if (items.sizing === "fixed") {
      for (let k = 0; k < dimensions; k++) cost += lambda[k]! * vectors[base + k]!;
      return cost;
    }
    for (let p = 0; p < model.peopleCount; p++) {
      let priced = 0;
      for (let k = model.personStart[p]!; k < model.personStart[p + 1]!; k++)
        priced += lambda[k]! * vectors[base + k]!;
      const sizes = model.sizes[p]!;
      const points = model.sizePenalty[p]!;
      let least = Number.POSITIVE_INFINITY;
      for (let q = 0; q < sizes.length; q++) {
        const value = points[q]! + sizes[q]! * priced;
        if (value < least) least = value;
      }
      cost += least;
    }
    return cost;
  }

  /**
   * Improves `lambda` in place and returns its bound; stops early at `target`. The step is
   * halved after `patience` steps without a better bound. Afterwards `reduced` and `slotLeast` belong
   * to the returned prices. Every slot's list must have an item.
   */
  optimise(
    lists: Int32Array[],
    lambda: Float64Array,
    steps: number,
    target: number,
    patience = 4,
    expired: () => boolean = () => false,
  ): number {
    const { trial, direction, width } = this;
    trial.set(lambda);
    direction.fill(0);
    let best = this.score(lists, trial);
    let current = best;
    let pace = 1;
    let stalled = 0;
    let atBest = true;
    const start = best;
    for (let step = 0; step < steps && best < target && !expired(); step++) {
      if (
        this.items.sizing === "fixed" &&
        step === HOPELESS_AFTER &&
        best - start < HOPELESS * (target - start)
      )
        break;
      if (!this.move(Math.max(target - current, 1e-9) * pace)) break;
      current = this.score(lists, trial);
      atBest = false;
      if (current > best) {
        if (current > best + 0.01 * Math.abs(target - best)) stalled = 0;
        best = current;
        lambda.set(trial);
        atBest = true;
      } else if (++stalled >= patience) {
        stalled = 0;
        pace *= 0.5;
        for (let k = 0; k < width; k++) trial[k] = lambda[k]!;
        direction.fill(0);
        current = this.score(lists, trial);
      }
    }
    if (!atBest) this.score(lists, lambda);
    return best;
  }

  /** One deflected subgradient step of `trial`; false where the choice already meets every goal. */
  private move(gain: number): boolean {
    const { model, gradient, direction, trial, scale } = this;
    const { dimensions } = model;
    this.fillGradient();
    let dot = 0;
    let square = 0;
    let norm = 0;
    for (let k = 0; k <= dimensions; k++) {
      dot += direction[k]! * gradient[k]! * scale[k]!;
      square += direction[k]! ** 2 * scale[k]!;
      norm += gradient[k]! ** 2 * scale[k]!;
    }
    if (norm < 1e-18) return false;
    // Deflection (Camerini, Fratta, Maffioli 1975): a step that turns back keeps part of the old direction.
    const keep = dot < 0 && square > 0 ? Math.min(1.5, (-1.5 * dot) / square) : 0;
    square = 0;
    for (let k = 0; k <= dimensions; k++) {
      direction[k] = gradient[k]! + keep * direction[k]!;
      square += direction[k]! ** 2 * scale[k]!;
    }
    if (square < 1e-18) return false;
    const length = gain / square;
    for (let k = 0; k < dimensions; k++) {
      const moved = trial[k]! + length * scale[k]! * direction[k]!;
      trial[k] = Math.min(model.weightOver[k]!, Math.max(-model.weightUnder[k]!, moved));
    }
    trial[dimensions] = Math.max(
      0,
      trial[dimensions]! + length * scale[dimensions]! * direction[dimensions]!,
    );
    return true;
  }

  private fillGradient(): void {
    const { model, items, gradient, trial, chosen } = this;
    const { dimensions, personStart } = model;
    gradient.fill(0);
    for (let s = 0; s < chosen.length; s++) {
      const i = chosen[s]!;
      const base = i * dimensions;
      gradient[dimensions]! += items.minutes[i]!;
      for (let p = 0; p < model.peopleCount; p++) {
        const size = items.sizing === "fixed" ? 1 : this.chosenSize(p, base);
        for (let k = personStart[p]!; k < personStart[p + 1]!; k++)
          gradient[k]! += size * items.vectors[base + k]!;
      }
    }
    for (let k = 0; k < dimensions; k++) {
      const sum = gradient[k]!;
      const price = trial[k]!;
      const inBand = Math.min(model.high[k]!, Math.max(model.low[k]!, sum));
      gradient[k] = sum - (price > 0 ? model.high[k]! : price < 0 ? model.low[k]! : inBand);
      // At an end of its range a price can't follow.
      if (price >= model.weightOver[k]! && gradient[k]! > 0) gradient[k] = 0;
      if (price <= -model.weightUnder[k]! && gradient[k]! < 0) gradient[k] = 0;
    }
    if (this.maxMinutes === Number.POSITIVE_INFINITY) gradient[dimensions] = 0;
    else gradient[dimensions]! -= this.maxMinutes;
    if (trial[dimensions]! <= 0 && gradient[dimensions]! < 0) gradient[dimensions] = 0;
  }

  private chosenSize(p: number, base: number): number {
    const { model, items, trial } = this;
    let priced = 0;
    for (let k = model.personStart[p]!; k < model.personStart[p + 1]!; k++)
      priced += trial[k]! * items.vectors[base + k]!;
    const sizes = model.sizes[p]!;
    const points = model.sizePenalty[p]!;
    let best = 0;
    for (let q = 1; q < sizes.length; q++) {
      if (points[q]! + sizes[q]! * priced < points[best]! + sizes[best]! * priced) best = q;
    }
    return sizes[best]!;
  }
}
