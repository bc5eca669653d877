import { BestMenus, type Menu } from "./best_menus.ts";
import { BoundHeap } from "./bound_heap.ts";
import { DayRelaxation, type Scratch } from "./day_relaxation.ts";
import { DayRules } from "./day_rules.ts";
import { keepInTime, keepItems } from "./item_lists.ts";
import type { Items } from "./items.ts";
import { MenuCosts } from "./menu_costs.ts";
import type { DayKind, Model } from "./model.ts";
import { type Pair, PairScan } from "./pair_scan.ts";

/** A part of the tree that is still to be searched; nothing in it costs less than `bound`. */
type Open =
  | { step: "node"; bound: number; lists: Int32Array[]; lambda: Float64Array }
  | { step: "children"; bound: number; parent: Branching; next: number };

/** Items of a slot with what each adds to the node's value, cheapest first. */
export type Ranked = { slot: number; order: Int32Array; excess: Float64Array };

type Branching = {
  bound: number;
  /** The bound that the excesses are on top of. */
  value: number;
  lists: Int32Array[];
  lambda: Float64Array;
  by: Ranked;
  /** Where only two slots are free, items cost so little to try that the children aren't nodes. */
  pair: Pair | null;
};

/** Where a search begins: goal prices to start from, steps to improve them by. */
export type Start = {
  lambda?: Float64Array;
  steps: number;
  expired: () => boolean;
  scratch: Scratch;
};

/** So many more steps on the items that the first ones have left. */
const FINER = 3;
const ROOT_PATIENCE = 15;
const NODE_STEPS = 12;
/** So many of the first steps, and some later ones, go straight down to menus: good ones early make the cutoff sharp. */
const DIVES = 40;
const DIVE_EVERY = 10;
/** Items of the first of two free slots that are taken at a time. */
const PAIRS = 16;

/**
 * The best menus of one kind of day by their cost plus the week's prices. Branch and bound, best first, over the slots'
 * items with the day's Lagrangian bound; `bound` is at any time a proven lower bound of every menu that isn't among
 * `menus()`, so the search can be stopped anywhere.
 */
export class DayMenus {
  /** Prices of the goals at the root, a good start for a next search of the same kind of day. */
  rootLambda: Float64Array = new Float64Array(0);
  private readonly relaxation: DayRelaxation;
  private readonly rules: DayRules;
  private readonly costs: MenuCosts;
  private readonly pairs: PairScan;
  private readonly heap = new BoundHeap<Open>();
  private readonly found: BestMenus;
  private readonly maxMinutes: number;
  private dives = 0;

  constructor(
    model: Model,
    private readonly items: Items,
    kind: DayKind,
    /** What may fill each slot, sorted by the items' key dimension. */
    lists: Int32Array[],
    /** Points that the week's prices add to each recipe, never negative. */
    prices: Float64Array,
    /** Only so many of the best are kept, and only up to this cost; `bound` never exceeds what is left out. */
    keep: { menus: number; cutoff: number },
    start: Start,
  ) {
    this.relaxation = new DayRelaxation(model, items, lists.length, kind.maxMinutes, prices, start.scratch);
    this.rules = new DayRules(model, kind);
    this.maxMinutes = kind.maxMinutes;
    this.found = new BestMenus(keep.menus, keep.cutoff);
    this.costs = new MenuCosts(model, items, kind, this.rules, prices, this.found);
    this.pairs = new PairScan(model, items, kind, this.rules, prices, this.found);
    this.openRoot(lists, start);
  }

  get bound(): number {
    return Math.min(this.found.cutoff, this.heap.least);
  }

  /** The most that `bound` can still become. */
  get cutoff(): number {
    return this.found.cutoff;
  }

  /** True when nothing is left to search. */
  get exhausted(): boolean {
    return this.heap.size === 0;
  }

  /** Items looked at so far: the caller's measure of work, the same on every machine. */
  get work(): number {
    return this.relaxation.evaluated + this.costs.evaluated + this.pairs.evaluated;
  }

  /** The best menus found so far. */
  menus(): Menu[] {
    return this.found.list();
  }

  /** Menus above this have become useless. */
  tighten(cutoff: number): void {
    this.found.cutoff = Math.min(this.found.cutoff, cutoff);
  }

  /** Goes on for so much work. */
  run(work: number, expired: () => boolean): void {
    const end = this.work + work;
    while (!this.exhausted && this.work < end && !expired()) this.advance();
  }

  /** One step, the most promising one. */
  private advance(): void {
    let open: Open | null = this.heap.pop() ?? null;
    const dive = this.dives < DIVES || this.dives % DIVE_EVERY === 0;
    this.dives++;
    while (open) {
      if (open.bound > this.found.cutoff) return;
      open = open.step === "node" ? this.branch(open) : this.takeChild(open);
      if (open && !dive) {
        this.heap.push(open);
        return;
      }
    }
  }

  private openRoot(lists: Int32Array[], start: Start): void {
    if (lists.some((list) => list.length === 0)) return;
    const { relaxation } = this;
    const lambda = start.lambda ? start.lambda.slice() : new Float64Array(relaxation.width);
    const { expired } = start;
    const rough = relaxation.optimise(lists, lambda, start.steps, this.found.cutoff, ROOT_PATIENCE, expired);
    if (rough <= this.found.cutoff) {
      const left = this.withinCutoff(lists, rough);
      relaxation.optimise(left, lambda, FINER * start.steps, this.found.cutoff, ROOT_PATIENCE, expired);
    }
    const bound = relaxation.score(lists, lambda);
    this.rootLambda = lambda;
    if (bound > this.found.cutoff) return;
    this.heap.push({ step: "node", bound, lists: this.withinCutoff(lists, bound), lambda });
  }

  /** Drops what can't be part of any menu up to the cutoff; `value` and the reduced costs are those just computed. */
  private withinCutoff(lists: Int32Array[], value: number): Int32Array[] {
    const { reduced, slotLeast } = this.relaxation;
    return lists.map((list, s) => {
      if (list.length === 1) return list;
      const most = this.found.cutoff - value + slotLeast[s]! + 1e-9;
      return keepItems(list, (i) => reduced[i]! <= most);
    });
  }

  private branch(node: Open & { step: "node" }): Open | null {
    // The reduced costs belong to this value, which may be below what the node's bound has inherited.
    const value = this.relaxation.score(node.lists, node.lambda);
    const lists = this.withinCutoff(node.lists, value);
    const free = lists.map((_, s) => s).filter((s) => lists[s]!.length > 1);
    free.sort((a, b) => lists[a]!.length - lists[b]!.length);
    if (free.length === 0) {
      this.costs.complete(lists);
      return null;
    }
    const by = this.rank(lists, free[0]!);
    const isPair = free.length === 2 && this.items.sizing === "fixed";
    const pair = isPair ? this.pairs.prepare(lists, by, this.rank(lists, free[1]!)) : null;
    return this.childrenFrom({ bound: node.bound, value, lists, lambda: node.lambda, by, pair }, 0);
  }

  private rank(lists: Int32Array[], slot: number): Ranked {
    const { reduced, slotLeast } = this.relaxation;
    const order = lists[slot]!.slice().sort((a, b) => reduced[a]! - reduced[b]! || a - b);
    const excess = new Float64Array(order.length);
    for (let n = 0; n < order.length; n++) excess[n] = reduced[order[n]!]! - slotLeast[slot]!;
    return { slot, order, excess };
  }

  private childrenFrom(parent: Branching, next: number): Open | null {
    if (next >= parent.by.order.length) return null;
    const bound = Math.max(parent.bound, parent.value + parent.by.excess[next]!);
    return bound <= this.found.cutoff ? { step: "children", bound, parent, next } : null;
  }

  private takeChild(open: Open & { step: "children" }): Open | null {
    const { parent, next } = open;
    if (parent.pair) return this.takePairs(parent, parent.pair, next);
    const sibling = this.childrenFrom(parent, next + 1);
    if (sibling) this.heap.push(sibling);
    const item = parent.by.order[next]!;
    const lists = this.withItem(parent, item);
    if (!lists) return null;
    if (lists.every((list) => list.length === 1)) {
      this.costs.complete(lists);
      return null;
    }
    const lambda = parent.lambda.slice();
    const value = this.relaxation.optimise(lists, lambda, NODE_STEPS, this.found.cutoff);
    if (value > this.found.cutoff) return null;
    return {
      step: "node",
      bound: Math.max(open.bound, value),
      lists: this.withinCutoff(lists, value),
      lambda,
    };
  }

  private takePairs(parent: Branching, pair: Pair, next: number): Open | null {
    const { order, excess } = parent.by;
    const end = Math.min(order.length, next + PAIRS);
    for (let n = next; n < end; n++) {
      if (parent.value + excess[n]! > this.found.cutoff) return null;
      this.pairs.scan(pair, n);
    }
    const rest = this.childrenFrom(parent, end);
    if (rest) this.heap.push(rest);
    return null;
  }

  /** The parent's lists with `item` in its slot and without what can't go with it; null where a slot has nothing left. */
  private withItem(parent: Branching, item: number): Int32Array[] | null {
    const { rules } = this;
    const { recipe } = this.items;
    const slot = parent.by.slot;
    const lists: Int32Array[] = [];
    for (let s = 0; s < parent.lists.length; s++) {
      const list =
        s === slot
          ? Int32Array.of(item)
          : keepItems(parent.lists[s]!, (other) => rules.together(slot, recipe[item]!, s, recipe[other]!));
      if (list.length === 0) return null;
      lists.push(list);
    }
    return keepInTime(lists, this.items.minutes, this.maxMinutes);
  }
}
