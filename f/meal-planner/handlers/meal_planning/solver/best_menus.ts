import { BoundHeap } from "./bound_heap.ts";

/** A full menu of one kind of day: the recipe of each slot and the day's cost without the week's prices. */
export type Menu = { recipes: Int32Array; cost: number };

/** The best menus found by one search. Once it is full, only menus below `cutoff` are still of interest. */
export class BestMenus {
  /** Cost plus prices that a menu must not exceed. */
  cutoff: number;
  private readonly worstFirst = new BoundHeap<{ bound: number; key: string; menu: Menu }>();
  private readonly known = new Map<string, { cost: number; menu: Menu }>();

  constructor(
    private readonly capacity: number,
    cutoff: number,
  ) {
    this.cutoff = cutoff;
  }

  get size(): number {
    return this.known.size;
  }

  /** `cost` is the menu's with the week's prices. */
  offer(menu: Menu, cost: number): void {
    if (cost > this.cutoff) return;
    const key = menu.recipes.join();
    const same = this.known.get(key);
    // The same recipes with other sizes: the better one stands for both.
    if (same && same.cost <= cost) return;
    this.known.set(key, { cost, menu });
    this.worstFirst.push({ bound: -cost, key, menu });
    if (this.worstFirst.size <= this.capacity) return;
    const dropped = this.worstFirst.pop()!;
    if (this.known.get(dropped.key)?.menu === dropped.menu) this.known.delete(dropped.key);
    this.cutoff = Math.min(this.cutoff, -this.worstFirst.least);
  }

  list(): Menu[] {
    return Array.from(this.known.values(), ({ menu }) => menu);
  }
}
