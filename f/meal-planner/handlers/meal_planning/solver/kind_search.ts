import type { Menu } from "./best_menus.ts";
import { DayMenus } from "./day_menus.ts";
import { DayRules } from "./day_rules.ts";
import type { Items } from "./items.ts";
import { MenuPool } from "./menu_pool.ts";
import type { DayKind, Model } from "./model.ts";

/** Steps by which the goals' prices are adapted to a selection of recipes. */
const ADAPTING_STEPS = 25;

export type Selection = {
  /** Points that the week's prices add to each recipe. */
  prices: Float64Array;
  allowed: (recipe: number) => boolean;
  /** Recipes a slot: those that look best. */
  recipes: number;
  keep: { menus: number; cutoff: number };
  work: number;
};

/** Everything known about one kind of day: the pool of its menus and the search that is filling it. */
export class KindSearch {
  readonly pool = new MenuPool();
  private readonly rules: DayRules;
  private search: DayMenus | null = null;
  /** Prices of the goals at the root of the last search, and each item's reduced cost without the week's prices. */
  private lambda: Float64Array | undefined;
  private worth: Float64Array = new Float64Array(0);

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    readonly kind: DayKind,
  ) {
    this.rules = new DayRules(model, kind);
  }

  /** True while the last search could still go on under its own prices. */
  get unfinished(): boolean {
    return this.search !== null && !this.search.exhausted;
  }

  /** No menu outside the pool costs less under the last search's prices. */
  get provenBound(): number {
    return this.search?.bound ?? Number.NEGATIVE_INFINITY;
  }

  /** Whether a menu of another kind of day would do here. */
  accepts(menu: Menu): boolean {
    const { recipes } = menu;
    if (recipes.length !== this.kind.candidates.length || !this.rules.allSuit(recipes)) return false;
    return recipes.reduce((sum, r) => sum + this.model.minutes[r]!, 0) <= this.kind.maxMinutes + 1e-9;
  }

  /** Begins a search under new prices; menus above `cutoff` are of no use. */
  begin(prices: Float64Array, menus: number, cutoff: number, expired: () => boolean): void {
    const keep = { menus, cutoff };
    this.search = new DayMenus(this.model, this.items, this.kind, prices, keep, {
      ...(this.lambda ? { lambda: this.lambda } : {}),
      expired,
    });
    this.lambda = this.search.rootLambda;
    const { recipe } = this.items;
    this.worth = this.search.rootReduced.map((value, i) => value - prices[recipe[i]!]!);
    this.pool.addRecord({ bound: Number.NEGATIVE_INFINITY, ...priced(prices) });
  }

  /** Menus above this have become useless. */
  tighten(cutoff: number): void {
    this.search?.tighten(cutoff);
  }

  /** Goes on for so much work; what it finds and proves goes into the pool. */
  advance(work: number, expired: () => boolean): Menu[] {
    const { search, pool } = this;
    if (!search) return [];
    run(search, work, expired);
    const menus = search.menus();
    for (const menu of menus) pool.add(menu);
    pool.updateRecord(search.bound);
    return menus;
  }

  /** Good menus of the most promising recipes alone, best first: quick, and without proof. */
  pick(selection: Selection, expired: () => boolean): Menu[] {
    const { prices, allowed, recipes: most, keep, work } = selection;
    const candidates = this.kind.candidates.map((list) => {
      const left = list.filter(allowed);
      if (left.length <= most) return left;
      const worth = Float64Array.from(left, (r) => this.worthOf(r) + prices[r]!);
      const limit = worth.slice().sort()[most - 1]!;
      return left.filter((_, n) => worth[n]! <= limit);
    });
    const search = new DayMenus(this.model, this.items, { ...this.kind, candidates }, prices, keep, {
      ...(this.lambda ? { lambda: this.lambda } : {}),
      expired,
      steps: ADAPTING_STEPS,
    });
    run(search, work, expired);
    return search.menus();
  }

  private worthOf(recipe: number): number {
    const { firstOf } = this.items;
    let least = Number.POSITIVE_INFINITY;
    for (let i = firstOf[recipe]!; i < firstOf[recipe + 1]!; i++) least = Math.min(least, this.worth[i]!);
    return least;
  }
}

function run(search: DayMenus, work: number, expired: () => boolean): void {
  const end = search.work + work;
  for (let step = 0; !search.exhausted && search.work < end; step++) {
    if ((step & 15) === 15 && expired()) break;
    search.advance();
  }
}

function priced(prices: Float64Array): { recipes: Int32Array; prices: Float64Array } {
  const recipes: number[] = [];
  for (let r = 0; r < prices.length; r++) if (prices[r]! > 0) recipes.push(r);
  return { recipes: Int32Array.from(recipes), prices: Float64Array.from(recipes, (r) => prices[r]!) };
}
