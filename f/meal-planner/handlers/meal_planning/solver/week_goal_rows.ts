import type { Model } from "./model.ts";

/**
 * The goals of the week in its dual. Points are a convex function of the week's sum, so for any price between the weights
 * points(x) >= price · x − conjugate(price), and with that price on every recipe the days fall apart. A row is scaled by the
 * recipe that brings most, so that its steps are of the size of other rows'.
 */
export class WeekGoalRows {
  readonly end: number;
  /** Recipes that bring anything to any goal: their price may be negative on every day. */
  readonly bringers: number[] = [];
  private readonly most: Float64Array;

  constructor(
    private readonly model: Model,
    /** The first row. */
    private readonly start: number,
  ) {
    const { count, amounts } = model.week;
    this.end = start + count;
    this.most = new Float64Array(count).fill(1e-9);
    for (let r = 0; r < model.recipeCount && count > 0; r++) {
      let brings = false;
      for (let g = 0; g < count; g++) {
        const amount = amounts[r * count + g]!;
        if (amount > this.most[g]!) this.most[g] = amount;
        if (amount > 0) brings = true;
      }
      if (brings) this.bringers.push(r);
    }
  }

  get rows(): number[] {
    return Array.from({ length: this.end - this.start }, (_, g) => this.start + g);
  }

  fillRanges(floor: Float64Array, ceiling: Float64Array): void {
    const { weightUnder, weightOver } = this.model.week;
    for (let g = 0; g < this.most.length; g++) {
      floor[this.start + g] = -weightUnder[g]! * this.most[g]!;
      ceiling[this.start + g] = weightOver[g]! * this.most[g]!;
    }
  }

  priceOf(rows: Float64Array, r: number): number {
    const { count, amounts } = this.model.week;
    let sum = 0;
    for (let g = 0; g < count; g++) sum += (rows[this.start + g]! / this.most[g]!) * amounts[r * count + g]!;
    return sum;
  }

  use(gradient: Float64Array, r: number): void {
    const { count, amounts } = this.model.week;
    for (let g = 0; g < count; g++) gradient[this.start + g]! += amounts[r * count + g]! / this.most[g]!;
  }

  /** What the prices take from the bound. */
  conjugate(rows: Float64Array): number {
    const { low, high } = this.model.week;
    let sum = 0;
    for (let g = 0; g < this.most.length; g++) {
      const price = rows[this.start + g]! / this.most[g]!;
      sum += price * (price > 0 ? high[g]! : low[g]!);
    }
    return sum;
  }

  /** Turns the sums of what is used into the gradient of the bound. */
  finish(gradient: Float64Array, rows: Float64Array): void {
    const { low, high } = this.model.week;
    for (let g = 0; g < this.most.length; g++) {
      const row = this.start + g;
      const sum = gradient[row]! * this.most[g]!;
      const inBand = Math.min(high[g]!, Math.max(low[g]!, sum));
      const to = rows[row]! > 0 ? high[g]! : rows[row]! < 0 ? low[g]! : inBand;
      gradient[row] = (sum - to) / this.most[g]!;
    }
  }
}
