import { DayRelaxation } from "./day_relaxation.ts";
import type { Items } from "./items.ts";
import type { DayKind, Model } from "./model.ts";
import { Servings } from "./servings.ts";

/** A full menu of one kind of day: the recipe of each slot and the day's cost without the week's prices. */
export type Menu = { recipes: Int32Array; cost: number };

/** A part of the tree that is still to be searched; nothing in it costs less than `bound`. */
type Open =
  | { step: "node"; bound: number; lists: Int32Array[]; lambda: Float64Array }
  | { step: "children"; bound: number; parent: Branching; next: number }
  | { step: "menu"; bound: number; menu: Menu };

type Branching = {
  bound: number;
  /** The bound that `excess` is on top of. */
  value: number;
  lists: Int32Array[];
  lambda: Float64Array;
  slot: number;
  /** The slot's items and their reduced costs, cheapest first. */
  order: Int32Array;
  excess: Float64Array;
};

const ROOT_STEPS = 150;
const NODE_STEPS = 12;

/**
 * All menus of one kind of day in the order of their cost plus the week's prices, best first. Branch and bound over the
 * slots' items with the day's Lagrangian bound; `bound` is at any time a proven lower bound of every menu not yet
 * returned, so the search can be stopped or resumed anywhere.
 */
export class DayMenus {
  /** Subproblems looked at so far: the caller's measure of work, the same on every machine. */
  work = 0;
  /** Prices of the goals at the root, a good start for a next search of the same kind of day. */
  rootLambda: Float64Array = new Float64Array(0);
  rootBound = Number.POSITIVE_INFINITY;
  private readonly relaxation: DayRelaxation;
  private readonly servings: Servings;
  private readonly heap: Open[] = [];
  private readonly slots: number;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    private readonly kind: DayKind,
    /** Points that the week's prices add to each recipe, never negative. */
    private readonly prices: Float64Array,
    /** Menus above this are left out for good; `bound` never exceeds it. */
    readonly cutoff: number,
    start?: { lambda?: Float64Array; expired?: () => boolean },
  ) {
    this.slots = kind.candidates.length;
    this.relaxation = new DayRelaxation(model, items, this.slots, kind.maxMinutes);
    this.relaxation.recipePrice.set(prices);
    this.servings = new Servings(model, this.slots);
    this.openRoot(start?.lambda, start?.expired);
  }

  get bound(): number {
    return Math.min(this.cutoff, this.heap[0]?.bound ?? Number.POSITIVE_INFINITY);
  }

  /** True when every menu up to the cutoff has been returned. */
  get exhausted(): boolean {
    return this.heap.length === 0;
  }

  /** Does one step of the search; returns a menu when the step has settled that it is the next one. */
  advance(): Menu | null {
    const open = this.pop();
    if (!open) return null;
    this.work++;
    if (open.step === "menu") return open.menu;
    if (open.step === "node") this.branch(open);
    else this.takeChild(open);
    return null;
  }

  private openRoot(startLambda?: Float64Array, expired?: () => boolean): void {
    const { kind, items, relaxation } = this;
    const lists = kind.candidates.map((recipes) => {
      const list: number[] = [];
      for (const r of recipes) for (let i = items.firstOf[r]!; i < items.firstOf[r + 1]!; i++) list.push(i);
      return Int32Array.from(list);
    });
    if (lists.some((list) => list.length === 0)) return;
    const lambda = startLambda ? startLambda.slice() : new Float64Array(relaxation.width);
    const bound = relaxation.optimise(lists, lambda, ROOT_STEPS, this.cutoff, expired);
    this.rootLambda = lambda;
    this.rootBound = bound;
    if (bound > this.cutoff) return;
    this.push({ step: "node", bound, lists: this.withinCutoff(lists, bound), lambda });
  }

  /** Drops the items that can't be part of any menu up to the cutoff; `value` and the reduced costs are those just computed. */
  private withinCutoff(lists: Int32Array[], value: number): Int32Array[] {
    const { reduced, slotLeast } = this.relaxation;
    return lists.map((list, s) => {
      const most = this.cutoff - value + slotLeast[s]! + 1e-9;
      return list.length === 1 ? list : list.filter((i) => reduced[i]! <= most);
    });
  }

  private branch(node: { bound: number; lists: Int32Array[]; lambda: Float64Array }): void {
    const { relaxation } = this;
    const { reduced, slotLeast } = relaxation;
    // The reduced costs belong to this value, which may be below what the node's bound has inherited.
    const value = relaxation.score(node.lists, node.lambda);
    let slot = -1;
    node.lists.forEach((list, s) => {
      if (list.length > 1 && (slot < 0 || list.length < node.lists[slot]!.length)) slot = s;
    });
    if (slot < 0) {
      this.complete(node.lists);
      return;
    }
    const order = node.lists[slot]!.slice().sort((a, b) => reduced[a]! - reduced[b]! || a - b);
    const least = slotLeast[slot]!;
    const excess = Float64Array.from(order, (i) => reduced[i]! - least);
    this.pushChildren({ ...node, value, slot, order, excess }, 0);
  }

  private pushChildren(parent: Branching, next: number): void {
    if (next >= parent.order.length) return;
    const bound = Math.max(parent.bound, parent.value + parent.excess[next]!);
    if (bound <= this.cutoff) this.push({ step: "children", bound, parent, next });
  }

  private takeChild(open: { bound: number; parent: Branching; next: number }): void {
    const { parent, next } = open;
    this.pushChildren(parent, next + 1);
    const lists = this.withItem(parent, parent.order[next]!);
    if (!lists) return;
    const free = lists.filter((list) => list.length > 1).length;
    if (free === 0) {
      this.complete(lists);
      return;
    }
    if (free === 1 && this.items.sizing === "fixed") {
      this.scanLast(lists);
      return;
    }
    const lambda = parent.lambda.slice();
    const value = this.relaxation.optimise(lists, lambda, NODE_STEPS, this.cutoff);
    if (value > this.cutoff) return;
    const bound = Math.max(open.bound, value);
    this.push({ step: "node", bound, lists: this.withinCutoff(lists, value), lambda });
  }

  /** The parent's lists with `item` in its slot and without what can't go with it; null where a slot has nothing left. */
  private withItem(parent: Branching, item: number): Int32Array[] | null {
    const recipe = this.items.recipe[item]!;
    const lists: Int32Array[] = [];
    for (let s = 0; s < parent.lists.length; s++) {
      const list =
        s === parent.slot
          ? Int32Array.of(item)
          : parent.lists[s]!.filter((other) =>
              this.goTogether(parent.slot, recipe, s, this.items.recipe[other]!),
            );
      if (list.length === 0) return null;
      lists.push(list);
    }
    return lists;
  }

  private allGoTogether(recipes: Int32Array): boolean {
    for (let s = 0; s < recipes.length; s++) {
      for (let t = 0; t < s; t++) if (!this.goTogether(t, recipes[t]!, s, recipes[s]!)) return false;
    }
    return true;
  }

  private goTogether(slotA: number, first: number, slotB: number, second: number): boolean {
    const { model, kind } = this;
    if (first === second) return false;
    if (model.main[first]! >= 0 && model.main[first] === model.main[second]) return false;
    // Where two recipes could change places the day costs the same both ways: keep one of the two.
    if (first < second === slotA < slotB) return true;
    return !(contains(kind.candidates[slotA]!, second) && contains(kind.candidates[slotB]!, first));
  }

  /** All but one slot are settled: every item of that one makes a menu whose cost is computed outright. */
  private scanLast(lists: Int32Array[]): void {
    const { items, model } = this;
    const { dimensions } = model;
    const sums = new Float64Array(dimensions);
    const chosen = new Int32Array(lists.length);
    let last = 0;
    let cost = 0;
    let priced = 0;
    let minutes = 0;
    lists.forEach((list, s) => {
      if (list.length > 1) {
        last = s;
        return;
      }
      const i = list[0]!;
      chosen[s] = items.recipe[i]!;
      cost += items.penalty[i]!;
      priced += this.prices[items.recipe[i]!]!;
      minutes += items.minutes[i]!;
      for (let k = 0; k < dimensions; k++) sums[k]! += items.vectors[i * dimensions + k]!;
    });
    for (const i of lists[last]!) {
      const recipe = items.recipe[i]!;
      if (minutes + items.minutes[i]! > this.kind.maxMinutes + 1e-9) continue;
      const price = priced + this.prices[recipe]!;
      const total = this.addDeviation(cost + items.penalty[i]!, sums, i * dimensions, this.cutoff - price);
      if (total + price > this.cutoff) continue;
      chosen[last] = recipe;
      if (!this.allGoTogether(chosen)) continue;
      this.push({ step: "menu", bound: total + price, menu: { recipes: chosen.slice(), cost: total } });
    }
  }

  /** `cost` plus the points of the goals, or more than `most` as soon as it is above. */
  private addDeviation(cost: number, sums: Float64Array, base: number, most: number): number {
    const { dimensions, low, high, weightOver, weightUnder } = this.model;
    const { vectors } = this.items;
    let total = cost;
    for (let k = 0; k < dimensions && total <= most; k++) {
      const x = sums[k]! + vectors[base + k]!;
      if (x > high[k]!) total += weightOver[k]! * (x - high[k]!);
      else if (x < low[k]!) total += weightUnder[k]! * (low[k]! - x);
    }
    return total;
  }

  private complete(lists: Int32Array[]): void {
    const { items, model } = this;
    let minutes = 0;
    let price = 0;
    const recipes = Int32Array.from(lists, (list) => {
      const recipe = items.recipe[list[0]!]!;
      minutes += model.minutes[recipe]!;
      price += this.prices[recipe]!;
      return recipe;
    });
    if (!this.allGoTogether(recipes)) return;
    if (minutes > this.kind.maxMinutes + 1e-9) return;
    const cost =
      items.sizing === "fixed" && lists.length > 0
        ? this.fixedCost(lists)
        : this.servings.cost(recipes, lists.length, this.cutoff - price);
    if (cost + price <= this.cutoff)
      this.push({ step: "menu", bound: cost + price, menu: { recipes, cost } });
  }

  private fixedCost(lists: Int32Array[]): number {
    const { items, model } = this;
    const { dimensions } = model;
    const sums = new Float64Array(dimensions);
    let cost = 0;
    for (const list of lists.slice(1)) {
      cost += items.penalty[list[0]!]!;
      for (let k = 0; k < dimensions; k++) sums[k]! += items.vectors[list[0]! * dimensions + k]!;
    }
    const first = lists[0]![0]!;
    return this.addDeviation(
      cost + items.penalty[first]!,
      sums,
      first * dimensions,
      Number.POSITIVE_INFINITY,
    );
  }

  private push(open: Open): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(open);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (heap[up]!.bound <= open.bound) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = open;
  }

  private pop(): Open | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && heap[down + 1]!.bound < heap[down]!.bound) down++;
      if (heap[down]!.bound >= last.bound) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
    return top;
  }
}

function contains(sorted: Int32Array, value: number): boolean {
  let from = 0;
  let to = sorted.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const found = sorted[middle]!;
    if (found === value) return true;
    if (found < value) from = middle + 1;
    else to = middle - 1;
  }
  return false;
}
