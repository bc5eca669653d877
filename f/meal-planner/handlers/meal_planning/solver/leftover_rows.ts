import type { Model } from "./model.ts";

/**
 * The week's rules about leftovers as rows of the dual, each "at most": a leftover on a day no more often than its recipe was
 * cooked on the days before on which it still keeps; all leftovers of a recipe no more often than its cookings are for; and
 * no more leftovers in all than are welcome. The price of a leftover pays for its cooking.
 */
export class LeftoverRows {
  readonly mostRow: number;
  readonly end: number;
  private readonly days: number;

  constructor(
    private readonly model: Model,
    /** The first row. */
    private readonly start: number,
  ) {
    this.days = model.kindOfDay.length;
    const { recipeCount, leftovers } = model;
    this.mostRow = start + (recipeCount - leftovers.first) * (this.days + 1);
    this.end = this.mostRow + 1;
  }

  fillLimits(limit: Float64Array): void {
    limit.fill(0, this.start, this.mostRow);
    limit[this.mostRow] = this.model.leftovers.most;
  }

  rowsOf(leftover: number): number[] {
    const first = this.firstRow(leftover);
    return Array.from({ length: this.days + 1 }, (_, n) => first + n);
  }

  priceOfLeftover(rows: Float64Array, leftover: number, day: number): number {
    const first = this.firstRow(leftover);
    return rows[first + day]! + rows[first + this.days]! + rows[this.mostRow]!;
  }

  /** What the leftovers of the days after pay for a recipe that is cooked on a day. */
  subsidy(rows: Float64Array, cooked: number, day: number): number {
    const { leftoverOf, keepsDays, cooksAhead, mostACooking } = this.model.leftovers;
    const leftover = leftoverOf[cooked]!;
    if (leftover < 0 || cooksAhead[day] === 0) return 0;
    const first = this.firstRow(leftover);
    let sum = mostACooking * rows[first + this.days]!;
    const last = Math.min(this.days - 1, day + keepsDays[cooked]!);
    for (let d = day + 1; d <= last; d++) sum += rows[first + d]!;
    return sum;
  }

  eat(gradient: Float64Array, leftover: number, day: number): void {
    const first = this.firstRow(leftover);
    gradient[first + day]!++;
    gradient[first + this.days]!++;
    gradient[this.mostRow]!++;
  }

  cook(gradient: Float64Array, cooked: number, day: number): void {
    const { leftoverOf, keepsDays, cooksAhead, mostACooking } = this.model.leftovers;
    const leftover = leftoverOf[cooked]!;
    if (leftover < 0 || cooksAhead[day] === 0) return;
    const first = this.firstRow(leftover);
    gradient[first + this.days]! -= mostACooking;
    const last = Math.min(this.days - 1, day + keepsDays[cooked]!);
    for (let d = day + 1; d <= last; d++) gradient[first + d]!--;
  }

  private firstRow(leftover: number): number {
    return this.start + (leftover - this.model.leftovers.first) * (this.days + 1);
  }
}
