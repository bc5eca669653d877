import type { Model } from "./model.ts";

/** Steps that a person's own prices are improved by before their sizes are searched. */
const PRICE_STEPS = 12;

/**
 * Everybody's best sizes for given recipes of one day. Exact: once the recipes are known each person's sizes are a small
 * problem of their own, solved by depth-first search below a Lagrangian bound.
 */
export class Servings {
  /** Index of the best size of person p in slot s at [p * slots + s], after `cost` returned a finite number. */
  readonly best: Int32Array;
  private readonly incumbent: Int32Array;
  private readonly trail: Int32Array;
  private readonly lambda: Float64Array;
  private readonly sum: Float64Array;
  private readonly priced: Float64Array;
  private readonly rest: Float64Array;
  private readonly partial: Float64Array;
  private slots = 0;
  private person = 0;
  private width = 0;
  private bestCost = 0;
  private recipes: ArrayLike<number> = [];
  private readonly hasBonus: boolean;

  constructor(
    private readonly model: Model,
    maxSlots: number,
  ) {
    this.hasBonus = model.sizePenalty.some((points) => points.some((value) => value < 0));
    const widest = Math.max(1, ...model.problem.people.map((person) => person.goals.length));
    this.best = new Int32Array(model.peopleCount * maxSlots);
    this.incumbent = new Int32Array(maxSlots);
    this.trail = new Int32Array(maxSlots);
    this.lambda = new Float64Array(widest);
    this.sum = new Float64Array(widest);
    this.priced = new Float64Array(maxSlots);
    this.rest = new Float64Array(maxSlots + 1);
    this.partial = new Float64Array((maxSlots + 1) * widest);
  }

  /** Cost of the day in points, or Infinity as soon as it is known to be above `cutoff`. */
  cost(recipes: ArrayLike<number>, slots: number, cutoff = Number.POSITIVE_INFINITY): number {
    this.recipes = recipes;
    this.slots = slots;
    let total = 0;
    for (let s = 0; s < slots; s++) total += this.model.penalty[recipes[s]!]!;
    for (let p = 0; p < this.model.peopleCount; p++) {
      total += this.serve(p);
      for (let s = 0; s < slots; s++) this.best[p * slots + s] = this.incumbent[s]!;
      // Later people may have a bonus on their portions, so nothing ends early unless nobody can have one.
      if (total > cutoff && !this.hasBonus) return Number.POSITIVE_INFINITY;
    }
    return total > cutoff ? Number.POSITIVE_INFINITY : total;
  }

  private serve(p: number): number {
    const { model } = this;
    this.person = p;
    this.width = model.personStart[p + 1]! - model.personStart[p]!;
    this.bestCost = Number.POSITIVE_INFINITY;
    this.lambda.fill(0);
    const single = model.sizes[p]!.length === 1;
    let bound = this.price();
    if (!single) {
      let scale = 1;
      for (let step = 0; step < PRICE_STEPS && bound < this.bestCost - 1e-12; step++) {
        if (!this.stepPrices((this.bestCost - bound) * scale)) break;
        bound = this.price();
        scale *= 0.85;
      }
      this.partial.fill(0, 0, this.width);
      this.search(0, 0, bound - this.rest[0]!);
    }
    return this.bestCost;
  }

  /** Bound under the current prices; its choice of sizes, evaluated truly, becomes the incumbent where it is better. */
  private price(): number {
    const { model, recipes, slots, lambda, width, rest, priced } = this;
    const first = model.personStart[this.person]!;
    const sizes = model.sizes[this.person]!;
    const points = model.sizePenalty[this.person]!;
    let bound = 0;
    for (let k = 0; k < width; k++)
      bound -= lambda[k]! * (lambda[k]! > 0 ? model.high[first + k]! : model.low[first + k]!);
    this.sum.fill(0);
    let penalty = 0;
    rest[slots] = 0;
    for (let s = slots - 1; s >= 0; s--) {
      const base = recipes[s]! * model.dimensions + first;
      let value = 0;
      for (let k = 0; k < width; k++) value += lambda[k]! * model.vectors[base + k]!;
      priced[s] = value;
      let choice = 0;
      for (let q = 1; q < sizes.length; q++) {
        if (points[q]! + sizes[q]! * value < points[choice]! + sizes[choice]! * value) choice = q;
      }
      this.trail[s] = choice;
      rest[s] = rest[s + 1]! + points[choice]! + sizes[choice]! * value;
      penalty += points[choice]!;
      for (let k = 0; k < width; k++) this.sum[k]! += sizes[choice]! * model.vectors[base + k]!;
    }
    this.offer(penalty + this.deviation(this.sum, 0));
    return bound + rest[0]!;
  }

  private stepPrices(gain: number): boolean {
    const { model, lambda, sum, width } = this;
    const first = model.personStart[this.person]!;
    let square = 0;
    for (let k = 0; k < width; k++) {
      const low = model.low[first + k]!;
      const high = model.high[first + k]!;
      const to = lambda[k]! > 0 ? high : lambda[k]! < 0 ? low : Math.min(high, Math.max(low, sum[k]!));
      let slope = sum[k]! - to;
      if (lambda[k]! >= model.weightOver[first + k]! && slope > 0) slope = 0;
      if (lambda[k]! <= -model.weightUnder[first + k]! && slope < 0) slope = 0;
      sum[k] = slope;
      square += slope * slope * this.scaleOf(first + k);
    }
    if (square < 1e-18) return false;
    for (let k = 0; k < width; k++) {
      const moved = lambda[k]! + (gain / square) * this.scaleOf(first + k) * sum[k]!;
      lambda[k] = Math.min(model.weightOver[first + k]!, Math.max(-model.weightUnder[first + k]!, moved));
    }
    return true;
  }

  private scaleOf(k: number): number {
    return (this.model.weightUnder[k]! + this.model.weightOver[k]!) ** 2;
  }

  private deviation(sums: Float64Array, offset: number): number {
    const { model, width } = this;
    const first = model.personStart[this.person]!;
    let cost = 0;
    for (let k = 0; k < width; k++) {
      const x = sums[offset + k]!;
      if (x > model.high[first + k]!) cost += model.weightOver[first + k]! * (x - model.high[first + k]!);
      if (x < model.low[first + k]!) cost += model.weightUnder[first + k]! * (model.low[first + k]! - x);
    }
    return cost;
  }

  private offer(cost: number): void {
    if (cost >= this.bestCost) return;
    this.bestCost = cost;
    for (let s = 0; s < this.slots; s++) this.incumbent[s] = this.trail[s]!;
  }

  /** `bound` is the Lagrangian constant plus the priced cost of the slots before `s`; `penalty` their points. */
  private search(s: number, penalty: number, bound: number): void {
    const { model, width, partial } = this;
    if (s === this.slots) {
      this.offer(penalty + this.deviation(partial, s * width));
      return;
    }
    const sizes = model.sizes[this.person]!;
    const points = model.sizePenalty[this.person]!;
    const base = this.recipes[s]! * model.dimensions + model.personStart[this.person]!;
    const here = s * width;
    const next = here + width;
    for (let q = 0; q < sizes.length; q++) {
      const reached = bound + points[q]! + sizes[q]! * this.priced[s]!;
      if (reached + this.rest[s + 1]! >= this.bestCost - 1e-12) continue;
      for (let k = 0; k < width; k++)
        partial[next + k] = partial[here + k]! + sizes[q]! * model.vectors[base + k]!;
      this.trail[s] = q;
      this.search(s + 1, penalty + points[q]!, reached);
    }
  }
}
