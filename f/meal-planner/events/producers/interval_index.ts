/** Closed intervals of numbers, for finding those that hold a point without looking at the others. */
export class IntervalIndex<Item> {
  private readonly low: readonly number[];
  private readonly high: readonly number[];
  private readonly items: readonly Item[];
  /** For the middle of each range of a binary search: the greatest upper end in that range. */
  private readonly greatest: Float64Array;

  constructor(intervals: readonly { low: number; high: number; item: Item }[]) {
    const sorted = [...intervals].sort((a, b) => a.low - b.low);
    this.low = sorted.map((interval) => interval.low);
    this.high = sorted.map((interval) => interval.high);
    this.items = sorted.map((interval) => interval.item);
    this.greatest = new Float64Array(sorted.length);
    this.fill(0, sorted.length);
  }

  private fill(from: number, to: number): number {
    if (from >= to) return Number.NEGATIVE_INFINITY;
    const middle = (from + to) >> 1;
    const greatest = Math.max(this.high[middle]!, this.fill(from, middle), this.fill(middle + 1, to));
    this.greatest[middle] = greatest;
    return greatest;
  }

  forEachAt(point: number, visit: (item: Item) => void, from = 0, to: number = this.items.length): void {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    if (this.greatest[middle]! < point) return;
    this.forEachAt(point, visit, from, middle);
    if (this.low[middle]! > point) return;
    if (this.high[middle]! >= point) visit(this.items[middle]!);
    this.forEachAt(point, visit, middle + 1, to);
  }
}
