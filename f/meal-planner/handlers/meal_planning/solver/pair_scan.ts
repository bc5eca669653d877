import type { BestMenus } from "./best_menus.ts";
import type { Ranked } from "./day_menus.ts";
import type { DayRules } from "./day_rules.ts";
import type { Items } from "./items.ts";
import type { DayKind, Model } from "./model.ts";

/** The items of a slot side by side in memory, ascending by the key dimension. */
type Column = {
  count: number;
  item: Int32Array;
  key: Float64Array;
  vectors: Float64Array;
  /** Points of the item and the week's price of its recipe. */
  points: Float64Array;
  minutes: Float64Array;
};

/** A day of which all slots but two have one item: what these bring, and what the last slot may bring. */
export type Pair = {
  first: Ranked;
  last: Ranked;
  chosen: Int32Array;
  sums: Float64Array;
  points: number;
  minutes: number;
  column: Column;
  leastPoints: number;
};

/**
 * The leaves of a day's search where sizes are fixed: one item of a slot beside each item of the last one. Most time is
 * spent here where goals are tight, for then no bound tells menus apart before they are nearly complete.
 */
export class PairScan {
  /** Items looked at so far. */
  evaluated = 0;
  private readonly sums: Float64Array;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    private readonly kind: DayKind,
    private readonly rules: DayRules,
    private readonly prices: Float64Array,
    private readonly found: BestMenus,
  ) {
    this.sums = new Float64Array(model.dimensions);
  }

  prepare(lists: Int32Array[], first: Ranked, last: Ranked): Pair {
    const { items, model, prices } = this;
    const { dimensions } = model;
    const chosen = new Int32Array(lists.length);
    const sums = new Float64Array(dimensions);
    let points = 0;
    let minutes = 0;
    for (let s = 0; s < lists.length; s++) {
      if (s === first.slot || s === last.slot) continue;
      const i = lists[s]![0]!;
      const r = items.recipe[i]!;
      chosen[s] = r;
      points += items.penalty[i]! + prices[r]!;
      minutes += items.minutes[i]!;
      for (let k = 0; k < dimensions; k++) sums[k]! += items.vectors[i * dimensions + k]!;
    }
    const column = this.columnOf(lists[last.slot]!);
    const leastPoints = column.points.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY);
    return { first, last, chosen, sums, points, minutes, column, leastPoints };
  }

  private columnOf(list: Int32Array): Column {
    const { items, model, prices } = this;
    const { dimensions } = model;
    const { keyDimension } = items;
    const count = list.length;
    const column: Column = {
      count,
      item: list,
      key: new Float64Array(count),
      vectors: new Float64Array(count * dimensions),
      points: new Float64Array(count),
      minutes: new Float64Array(count),
    };
    for (let n = 0; n < count; n++) {
      const i = list[n]!;
      for (let k = 0; k < dimensions; k++)
        column.vectors[n * dimensions + k] = items.vectors[i * dimensions + k]!;
      if (keyDimension >= 0) column.key[n] = items.vectors[i * dimensions + keyDimension]!;
      column.points[n] = items.penalty[i]! + prices[items.recipe[i]!]!;
      column.minutes[n] = items.minutes[i]!;
    }
    return column;
  }

  /** Offers every menu with the `n`th item of the first slot whose cost and prices aren't above the cutoff. */
  scan(pair: Pair, n: number): void {
    const { items, model, found, sums } = this;
    const { dimensions, low, high, weightUnder, weightOver } = model;
    const { column, chosen } = pair;
    const item = pair.first.order[n]!;
    const recipe = items.recipe[item]!;
    const before = pair.points + items.penalty[item]! + this.prices[recipe]!;
    const maxMinutes = this.kind.maxMinutes - pair.minutes - items.minutes[item]! + 1e-9;
    for (let k = 0; k < dimensions; k++) sums[k] = pair.sums[k]! + items.vectors[item * dimensions + k]!;
    const [from, to] = this.keyWindow(column, found.cutoff - before - pair.leastPoints);
    this.evaluated += to - from;
    let cutoff = found.cutoff;
    for (let m = from; m < to; m++) {
      let total = before + column.points[m]!;
      if (total > cutoff || column.minutes[m]! > maxMinutes) continue;
      const base = m * dimensions;
      for (let k = 0; k < dimensions; k++) {
        const x = sums[k]! + column.vectors[base + k]!;
        if (x > high[k]!) total += weightOver[k]! * (x - high[k]!);
        else if (x < low[k]!) total += weightUnder[k]! * (low[k]! - x);
        if (total > cutoff) break;
      }
      if (total > cutoff) continue;
      chosen[pair.first.slot] = recipe;
      chosen[pair.last.slot] = items.recipe[column.item[m]!]!;
      if (!this.rules.allTogether(chosen)) continue;
      const price = chosen.reduce((sum, r) => sum + this.prices[r]!, 0);
      found.offer({ recipes: chosen.slice(), cost: total - price }, total);
      cutoff = found.cutoff;
    }
  }

  /** The part of the column whose sum in the key dimension alone costs at most `most`. */
  private keyWindow(column: Column, most: number): [number, number] {
    const { model, items, sums } = this;
    const k = items.keyDimension;
    if (k < 0) return most < -1e-9 ? [0, 0] : [0, column.count];
    const room = Math.max(0, most) + 1e-9;
    const under = model.weightUnder[k]!;
    const over = model.weightOver[k]!;
    const least = under > 0 ? model.low[k]! - room / under - sums[k]! - 1e-9 : Number.NEGATIVE_INFINITY;
    const highest = over > 0 ? model.high[k]! + room / over - sums[k]! + 1e-9 : Number.POSITIVE_INFINITY;
    return [firstAbove(column, least), firstAbove(column, highest)];
  }
}

/** Index of the first entry whose key is above the limit. */
function firstAbove({ key, count }: Column, limit: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (key[middle]! > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
