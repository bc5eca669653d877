import type { Menu } from "./best_menus.ts";
import { DayMenus } from "./day_menus.ts";
import type { Scratch } from "./day_relaxation.ts";
import { DayRules } from "./day_rules.ts";
import { type Items, itemsOf } from "./items.ts";
import { MenuPool } from "./menu_pool.ts";
import type { DayKind, Model } from "./model.ts";

/** Steps by which the goals' prices are adapted to a selection of recipes. */
const ADAPTING_STEPS = 25;
const ROOT_STEPS = 100;
const LEAST_ROOT_STEPS = 8;
/** Items looked at while the goals are priced: it keeps the start short where there are very many recipes. */
const ROOT_WORK = 3_000_000;

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
  /** Prices of the goals at the root of the last search, and each item's reduced cost without the week's prices. */
  private lambda: Float64Array | undefined;
  private worth: Float64Array = new Float64Array(0);

  private readonly lists: Int32Array[];

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    readonly kind: DayKind,
    private readonly scratch: Scratch,
  ) {
    this.rules = new DayRules(model, kind);
    this.lists = kind.candidates.map((recipes) => itemsOf(items, recipes));
  }

  get slots(): number {
    return this.lists.length;
  }

  /** Whether a menu of another kind of day would do here. */
  accepts(menu: Menu): boolean {
    const { recipes } = menu;
    if (recipes.length !== this.kind.candidates.length || !this.rules.allSuit(recipes)) return false;
    return recipes.reduce((sum, r) => sum + this.model.minutes[r]!, 0) <= this.kind.maxMinutes + 1e-9;
  }

  /** A search under new prices; menus above `cutoff` are of no use. The first one is to be without prices. */
  begin(prices: Float64Array, menus: number, cutoff: number, expired: () => boolean): DayMenus {
    const { model, items, kind, lists, scratch } = this;
    const size = lists.reduce((sum, list) => sum + list.length, 1);
    const search = new DayMenus(
      model,
      items,
      kind,
      lists,
      prices,
      { menus, cutoff },
      {
        ...(this.lambda ? { lambda: this.lambda } : {}),
        steps: Math.max(LEAST_ROOT_STEPS, Math.min(ROOT_STEPS, Math.floor(ROOT_WORK / size))),
        expired,
        scratch,
      },
    );
    if (!this.lambda) this.worth = scratch.reduced.slice();
    this.lambda = search.rootLambda;
    return search;
  }

  /** Good menus of the most promising recipes alone, best first: quick, and without proof. */
  pick(selection: Selection, expired: () => boolean): Menu[] {
    const { prices, allowed, recipes: most, keep, work } = selection;
    const { model, items, scratch } = this;
    const candidates = this.kind.candidates.map((list) => {
      const left = list.filter(allowed);
      if (left.length <= most) return left;
      const { first } = model.leftovers;
      const cooked = this.mostWorth(
        left.filter((r) => r < first),
        prices,
        most,
      );
      // Leftovers cost little, so they would push out what is to be cooked for them.
      const again = this.mostWorth(
        left.filter((r) => r >= first),
        prices,
        most >> 1,
      );
      return Int32Array.from([...cooked, ...again]);
    });
    const lists = candidates.map((recipes) => itemsOf(items, recipes));
    const search = new DayMenus(model, items, { ...this.kind, candidates }, lists, prices, keep, {
      ...(this.lambda ? { lambda: this.lambda } : {}),
      steps: ADAPTING_STEPS,
      expired,
      scratch,
    });
    search.run(work, expired);
    return search.menus();
  }

  private mostWorth(recipes: Int32Array, prices: Float64Array, most: number): Int32Array {
    if (recipes.length <= most) return recipes;
    const worth = Float64Array.from(recipes, (r) => this.worthOf(r) + prices[r]!);
    const limit = worth.slice().sort()[most - 1]!;
    return recipes.filter((_, n) => worth[n]! <= limit);
  }

  private worthOf(recipe: number): number {
    const { firstOf } = this.items;
    let least = Number.POSITIVE_INFINITY;
    for (let i = firstOf[recipe]!; i < firstOf[recipe + 1]!; i++) least = Math.min(least, this.worth[i]!);
    return least;
  }
}
