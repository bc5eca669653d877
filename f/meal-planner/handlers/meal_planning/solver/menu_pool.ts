import type { Menu } from "./best_menus.ts";

/** What a finished or stopped search has proven: menus that it didn't return cost more than `bound` under its prices. */
export type SearchRecord = {
  bound: number;
  /** Recipes with a price in that search, and the prices. */
  recipes: Int32Array;
  prices: Float64Array;
  has: (recipe: number) => boolean;
};

/** What a search under these prices has proven. */
export function recordOf(bound: number, prices: Float64Array): SearchRecord {
  const recipes: number[] = [];
  for (let r = 0; r < prices.length; r++) if (prices[r]! !== 0) recipes.push(r);
  const known = new Set(recipes);
  return {
    bound,
    recipes: Int32Array.from(recipes),
    prices: Float64Array.from(recipes, (r) => prices[r]!),
    has: (r) => known.has(r),
  };
}

/** The menus known for one kind of day, cheapest first, and what is known of all others. */
export class MenuPool {
  readonly menus: Menu[] = [];
  records: readonly SearchRecord[] = [];
  private readonly known = new Map<string, Menu>();

  /** Adds a menu unless its recipes are known; the same recipes cost the same in any order of the slots. */
  add(menu: Menu): boolean {
    const key = menu.recipes.slice().sort().join();
    const same = this.known.get(key);
    if (same && same.cost <= menu.cost) return false;
    if (same) this.menus.splice(this.menus.indexOf(same), 1);
    this.known.set(key, menu);
    this.menus.splice(this.placeOf(menu.cost), 0, menu);
    return true;
  }

  private placeOf(cost: number): number {
    let from = 0;
    let to = this.menus.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.menus[middle]!.cost <= cost) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
