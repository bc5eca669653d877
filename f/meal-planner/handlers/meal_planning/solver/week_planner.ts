import type { Menu } from "./best_menus.ts";
import { type Items, makeItems, workOfItem } from "./items.ts";
import { KindSearch } from "./kind_search.ts";
import type { Model } from "./model.ts";
import { WeekDual } from "./week_dual.ts";
import { type Choice, searchWeek, tableOf } from "./week_search.ts";

/** Everything in points summed over the days. */
export type PlannedWeek = { plan: Menu[]; cost: number; bound: number };

type Limits = { gapTarget: number; expired: () => boolean };

/** In items of one dimension; about 30 ms on a cold start. */
const FIRST_WORK = 6_000_000;
const DAY_WORK = 4_000_000;
const DAY_RECIPES = 20;
const GENERATIONS = 25;
const GENERATED_MENUS = 24;
const KNOWN_STEPS = 120;
const FIRST_MENUS = 60;
const DUAL_STEPS = 300;
const WEEK_NODES = 60_000;
const WINDOW_NODES = 4_000;

const T0 = performance.now();
const trace = process.env.TRACE ? (m: string) => console.log((performance.now() - T0).toFixed(0), m) : null;

/**
 * Finds the best week around a known one, with proof. Each round searches every kind of day for its best menus under the
 * week's prices, improves the prices over all menus found, and searches the week among the menus that can still matter.
 */
export class WeekPlanner {
  plan: Menu[];
  cost: number;
  bound = Number.NEGATIVE_INFINITY;
  private readonly items: Items;
  private readonly kinds: KindSearch[];
  private readonly dual: WeekDual;
  private readonly days: number;
  private readonly workOfItem: number;
  /** Value of the known menus' prices when the present searches began. */
  private pricedAt = 0;

  constructor(
    private readonly model: Model,
    start: Menu[],
    private readonly limits: Limits,
  ) {
    this.plan = start;
    this.cost = costOf(start);
    this.days = start.length;
    this.items = makeItems(model);
    this.workOfItem = workOfItem(model, this.items);
    this.kinds = model.kinds.map((kind) => new KindSearch(model, this.items, kind));
    this.dual = new WeekDual(
      model,
      this.kinds.map((kind) => kind.pool),
    );
    start.forEach((menu, day) => {
      this.kindOf(day).pool.add(menu);
    });
  }

  run(): PlannedWeek {
    const { limits, dual } = this;
    trace?.(`start ${this.cost.toFixed(4)}`);
    this.openKinds();
    trace?.("roots");
    this.improveDays(1);
    trace?.(`days ${this.cost.toFixed(4)}`);
    for (let round = 0; !this.finished(); round++) {
      this.generateMenus(round === 0 ? GENERATIONS : 3);
      this.searchKinds(round);
      dual.ascend("all", DUAL_STEPS, this.cost, limits.expired);
      this.bound = Math.max(this.bound, dual.bound);
      this.traceDual();
      if (this.finished()) break;
      this.improveWindows(2);
      this.improveWindows(3);
      trace?.(`windows ${this.cost.toFixed(4)}`);
      if (this.finished()) break;
      this.searchWholeWeek(WEEK_NODES * (round + 1));
      trace?.(`week ${this.cost.toFixed(4)} bound ${this.bound.toFixed(4)}`);
    }
    return { plan: this.plan, cost: this.cost, bound: Math.min(this.bound, this.cost) };
  }

  /** Prices the goals of each kind of day: the first bound, and what the quick searches go by. */
  private openKinds(): void {
    const noPrices = new Float64Array(this.model.recipeCount);
    let bound = 0;
    for (const search of this.kinds) {
      const { days } = search.kind;
      search.begin(
        noPrices,
        FIRST_MENUS,
        Math.max(...days.map((d) => this.plan[d]!.cost)),
        this.limits.expired,
      );
      search.advance(0, this.limits.expired);
      bound += days.length * search.provenBound;
    }
    this.bound = bound;
  }

  private traceDual() {
    const { dual } = this;
    trace?.(
      `dual ${dual.bound.toFixed(4)} cost ${this.cost.toFixed(4)} least ${Array.from(dual.dayLeast, (x) => x.toFixed(2))} outside ${Array.from(dual.outsideLeast, (x) => x.toFixed(2))} pools ${this.kinds.map((k) => k.pool.menus.length)}`,
    );
  }

  /**
   * Column generation with quick searches: prices over the known menus, then menus that are good under these prices. It
   * spreads the pool over the recipes that a whole week needs, before anything is proven.
   */
  private generateMenus(rounds: number): void {
    const { dual, limits } = this;
    let recipes = DAY_RECIPES;
    dual.ascend("known", KNOWN_STEPS, this.cost, limits.expired);
    for (let round = 0; round < rounds && !this.finished(); round++) {
      let gained = 0;
      for (const search of this.kinds) {
        const { days } = search.kind;
        const most = Math.max(...days.map((d) => dual.dayLeast[d]!));
        const menus = search.pick(
          {
            prices: this.leastPrices(days),
            allowed: () => true,
            recipes,
            keep: { menus: GENERATED_MENUS, cutoff: most + 0.02 * Math.abs(most) },
            work: DAY_WORK / this.workOfItem,
          },
          limits.expired,
        );
        gained += this.share(menus, search);
      }
      this.improveWindows(3);
      dual.ascend("known", KNOWN_STEPS, this.cost, limits.expired);
      trace?.(`generated ${gained}`);
      this.traceDual();
      if (gained > 0) continue;
      if (recipes >= 4 * DAY_RECIPES) break;
      recipes *= 2;
    }
  }

  /** Adds menus to the pool of their kind and of every other that accepts them; returns how many were new there. */
  private share(menus: Menu[], from: KindSearch): number {
    let added = 0;
    for (const menu of menus) {
      if (from.pool.add(menu)) added++;
      for (const other of this.kinds) if (other !== from && other.accepts(menu)) other.pool.add(menu);
    }
    return added;
  }

  private finished(): boolean {
    return this.limits.expired() || this.cost - this.bound <= this.allowance();
  }

  private allowance(): number {
    return Math.max(
      1e-9 * Math.max(1, Math.abs(this.cost)),
      0.999 * this.limits.gapTarget * Math.max(this.cost, 1e-9 * this.days),
    );
  }

  private kindOf(day: number): KindSearch {
    return this.kinds[this.model.kindOfDay[day]!]!;
  }

  /** Goes on with each kind's search, or begins one under new prices where the old ones have served their turn. */
  private searchKinds(round: number): void {
    const { dual, limits } = this;
    // What the known menus leave open is a good guess of what will be open in the end.
    const room = Math.max(0.002 * Math.abs(this.cost), this.cost - this.allowance() - dual.bound);
    const moved = dual.bound < this.pricedAt - 0.02 * Math.abs(this.pricedAt);
    if (round === 0 || moved) this.pricedAt = dual.bound;
    for (const search of this.kinds) {
      const { days } = search.kind;
      const cutoff = Math.max(...days.map((d) => dual.dayLeast[d]!)) + room;
      const behind = days.some((d) => search.provenBound < dual.dayLeast[d]! - 1e-9);
      if (round > 0 && behind && !moved && search.unfinished) search.tighten(cutoff);
      else search.begin(this.leastPrices(days), FIRST_MENUS * 2 ** round, cutoff, limits.expired);
      this.share(search.advance((FIRST_WORK * 2 ** round) / this.workOfItem, limits.expired), search);
      trace?.(
        `  searched: cutoff ${cutoff.toFixed(3)} proven ${search.provenBound.toFixed(3)} unfinished ${search.unfinished} behind ${behind} moved ${moved}`,
      );
    }
  }

  /** Each recipe's least price over the days: a search under them misses no menu on any of the days. */
  private leastPrices(days: number[]): Float64Array {
    const { price } = this.dual;
    const least = new Float64Array(this.model.recipeCount);
    for (let r = 0; r < least.length; r++) {
      let value = Number.POSITIVE_INFINITY;
      for (const d of days) value = Math.min(value, price[r * this.days + d]!);
      least[r] = value;
    }
    return least;
  }

  /** Searches each day anew beside all others, dearest first. */
  private improveDays(effort: number): void {
    const order = this.plan.map((_, d) => d).sort((a, b) => this.plan[b]!.cost - this.plan[a]!.cost || a - b);
    for (const day of order) {
      if (this.finished()) return;
      const table = tableOf(this.model, this.plan, [day]);
      const menus = this.kindOf(day)
        .pick(
          {
            prices: new Float64Array(this.model.recipeCount),
            allowed: (r) => table.fits(day, r),
            recipes: DAY_RECIPES * effort,
            keep: { menus: 4, cutoff: this.plan[day]!.cost - 1e-7 },
            work: (0.4 * DAY_WORK * effort) / this.workOfItem,
          },
          this.limits.expired,
        )
        .sort((a, b) => a.cost - b.cost);
      this.share(menus, this.kindOf(day));
      if (menus[0]) this.take([day], [menus[0]]);
    }
  }

  /** Searches some neighbouring days at a time while all others stay as they are. */
  private improveWindows(length: number): void {
    const { model, limits } = this;
    const step = Math.max(1, length - 1);
    for (let from = 0; from + length <= this.days || from === 0; from += step) {
      if (limits.expired()) return;
      const days = Array.from({ length: Math.min(length, this.days) }, (_, n) => from + n);
      const table = tableOf(model, this.plan, days);
      const spent = days.reduce((sum, d) => sum + this.plan[d]!.cost, 0);
      const choices = days.map((d) =>
        this.kindOf(d)
          .pool.menus.filter((menu) => menu.cost < spent && table.allFit(d, menu.recipes))
          .map((menu) => ({ menu, key: menu.cost })),
      );
      const limit = spent - 1e-9;
      const budget = { costLimit: limit, keyLimit: limit, nodeLimit: WINDOW_NODES, expired: limits.expired };
      const found = searchWeek({ days, choices, table, ...budget });
      if (found.menus) this.take(days, found.menus);
    }
  }

  /** Searches the week among all menus whose reduced cost leaves room for a better week; complete, it is a proof. */
  private searchWholeWeek(nodeLimit: number): void {
    const { dual, model, limits } = this;
    const days = Array.from({ length: this.days }, (_, d) => d);
    const least = days.map((d) => Math.min(dual.dayLeast[d]!, dual.outsideLeast[d]!));
    const goal = this.cost - this.allowance();
    const room = goal - dual.bound;
    if (room <= 0) return;
    const choices = days.map((d) => this.choicesWithin(d, least[d]! + room, least[d]!));
    const table = tableOf(model, this.plan, days);
    const budget = { costLimit: this.cost - 1e-9, keyLimit: room, nodeLimit, expired: limits.expired };
    const found = searchWeek({ days, choices, table, ...budget });
    if (found.menus) this.take(days, found.menus);
    if (!found.complete) return;
    // A week that isn't made of these choices alone has a menu that the searches haven't returned.
    const outside = Math.min(...days.map((d) => dual.outsideLeast[d]! - least[d]!));
    this.bound = Math.max(this.bound, Math.min(goal, this.cost, dual.bound + outside));
  }

  private choicesWithin(day: number, most: number, least: number): Choice[] {
    const { price } = this.dual;
    const choices: Choice[] = [];
    for (const menu of this.kindOf(day).pool.menus) {
      let reduced = menu.cost;
      for (const r of menu.recipes) reduced += price[r * this.days + day]!;
      if (reduced < most) choices.push({ menu, key: reduced - least });
    }
    return choices.sort((a, b) => a.key - b.key);
  }

  private take(days: number[], menus: Menu[]): void {
    const plan = this.plan.slice();
    days.forEach((d, n) => {
      plan[d] = menus[n]!;
    });
    const cost = costOf(plan);
    if (cost >= this.cost) return;
    this.plan = plan;
    this.cost = cost;
  }
}

function costOf(plan: Menu[]): number {
  return plan.reduce((sum, menu) => sum + menu.cost, 0);
}
