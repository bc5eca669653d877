import type { BestMenus } from "./best_menus.ts";
import type { Ranked } from "./day_menus.ts";
import type { DayRules } from "./day_rules.ts";
import type { Items } from "./items.ts";
import type { DayKind, Model } from "./model.ts";
import { Servings } from "./servings.ts";

/** True costs at the leaves of a day's search: what is good enough is offered to the best menus. */
export class MenuCosts {
  /** Items looked at so far. */
  evaluated = 0;
  private readonly sums: Float64Array;
  private readonly chosen: Int32Array;
  private readonly servings: Servings;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    private readonly kind: DayKind,
    private readonly rules: DayRules,
    private readonly prices: Float64Array,
    private readonly found: BestMenus,
  ) {
    this.sums = new Float64Array(model.dimensions);
    this.chosen = new Int32Array(kind.candidates.length);
    this.servings = new Servings(model, kind.candidates.length);
  }

  /** Every slot has one item. */
  complete(lists: Int32Array[]): void {
    const { items, model } = this;
    const recipes = Int32Array.from(lists, (list) => items.recipe[list[0]!]!);
    if (!this.rules.allTogether(recipes)) return;
    let minutes = 0;
    let price = 0;
    for (const r of recipes) {
      minutes += model.minutes[r]!;
      price += this.prices[r]!;
    }
    if (minutes > this.kind.maxMinutes + 1e-9) return;
    this.evaluated += 20;
    const cost = this.servings.cost(recipes, recipes.length, this.found.cutoff - price);
    if (cost + price <= this.found.cutoff) this.found.offer({ recipes, cost }, cost + price);
  }

  /** One slot is filled with `item`, `last` with each of its items in turn, every other slot has one item. */
  scan(lists: Int32Array[], slot: number, item: number, last: Ranked, value: number): void {
    const { items, model, found, chosen, sums } = this;
    const { dimensions } = model;
    sums.fill(0);
    let cost = 0;
    let price = 0;
    let minutes = 0;
    for (let s = 0; s < lists.length; s++) {
      if (s === last.slot) continue;
      const i = s === slot ? item : lists[s]![0]!;
      const r = items.recipe[i]!;
      chosen[s] = r;
      cost += items.penalty[i]!;
      price += this.prices[r]!;
      minutes += items.minutes[i]!;
      for (let k = 0; k < dimensions; k++) sums[k]! += items.vectors[i * dimensions + k]!;
    }
    const { order, excess } = last;
    const inRank = firstAbove(excess, (n) => n, excess.length, found.cutoff - value + 1e-9);
    const list = lists[last.slot]!;
    const [from, to] = this.keyWindow(list, found.cutoff - cost - price - last.leastPoints);
    const byKey = to - from < inRank;
    const end = byKey ? to : inRank;
    for (let n = byKey ? from : 0; n < end; n++) {
      this.evaluated++;
      const i = byKey ? list[n]! : order[n]!;
      const r = items.recipe[i]!;
      const priced = price + this.prices[r]!;
      const total = this.withDeviation(cost + items.penalty[i]!, i * dimensions, found.cutoff - priced);
      if (total + priced > found.cutoff || minutes + items.minutes[i]! > this.kind.maxMinutes + 1e-9)
        continue;
      chosen[last.slot] = r;
      if (this.rules.allTogether(chosen))
        found.offer({ recipes: chosen.slice(), cost: total }, total + priced);
    }
  }

  /** The part of a list, sorted by the key dimension, whose sum in that dimension alone costs at most `most`. */
  private keyWindow(list: Int32Array, most: number): [number, number] {
    const { model, items, sums } = this;
    const k = items.keyDimension;
    if (k < 0) return [0, list.length];
    const key = (i: number) => items.vectors[i * model.dimensions + k]!;
    const room = Math.max(0, most) + 1e-9;
    const least =
      model.weightUnder[k]! > 0
        ? model.low[k]! - room / model.weightUnder[k]! - sums[k]!
        : Number.NEGATIVE_INFINITY;
    const highest =
      model.weightOver[k]! > 0
        ? model.high[k]! + room / model.weightOver[k]! - sums[k]!
        : Number.POSITIVE_INFINITY;
    return [firstAbove(list, key, list.length, least - 1e-9), firstAbove(list, key, list.length, highest)];
  }

  /** `cost` plus the points of the goals, or more than `most` as soon as it is above. */
  private withDeviation(cost: number, base: number, most: number): number {
    const { dimensions, low, high, weightOver, weightUnder } = this.model;
    const { vectors } = this.items;
    const { sums } = this;
    let total = cost;
    for (let k = 0; k < dimensions && total <= most; k++) {
      const x = sums[k]! + vectors[base + k]!;
      if (x > high[k]!) total += weightOver[k]! * (x - high[k]!);
      else if (x < low[k]!) total += weightUnder[k]! * (low[k]! - x);
    }
    return total;
  }
}

/** Index of the first entry of an ascending list whose value is above the limit. */
function firstAbove(
  list: ArrayLike<number>,
  value: (entry: number) => number,
  length: number,
  limit: number,
): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value(list[middle]!) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
