import { DayMenus, type Menu } from "./day_menus.ts";
import { type Items, makeItems } from "./items.ts";
import { MenuPool, type SearchRecord } from "./menu_pool.ts";
import type { Model } from "./model.ts";
import { WeekDual } from "./week_dual.ts";
import { type Choice, searchWeek, tableOf } from "./week_search.ts";

/** Everything in points summed over the days. */
export type PlannedWeek = { plan: Menu[]; cost: number; bound: number };

type Limits = { gapTarget: number; expired: () => boolean };

const FIRST_WORK = 3_000;
const FIRST_MENUS = 400;
const DUAL_STEPS = 300;
const WEEK_NODES = 60_000;
const WINDOW_NODES = 4_000;

/**
 * Finds the best week around a known one, with proof. Each round searches every kind of day for its best menus under the
 * week's prices, improves the prices over all menus found, and searches the week among the menus that can still matter.
 */
export class WeekPlanner {
  plan: Menu[];
  cost: number;
  bound = Number.NEGATIVE_INFINITY;
  private readonly items: Items;
  private readonly pools: MenuPool[];
  private readonly dual: WeekDual;
  private readonly lambdas: (Float64Array | undefined)[];
  private readonly days: number;

  constructor(
    private readonly model: Model,
    start: Menu[],
    private readonly limits: Limits,
  ) {
    this.plan = start;
    this.cost = costOf(start);
    this.days = start.length;
    this.items = makeItems(model);
    this.pools = model.kinds.map(() => new MenuPool());
    this.lambdas = model.kinds.map(() => undefined);
    this.dual = new WeekDual(model, this.pools);
    start.forEach((menu, day) => {
      this.poolOf(day).add(menu);
    });
  }

  run(): PlannedWeek {
    for (let round = 0; !this.finished(); round++) {
      this.searchKinds(round);
      if (this.limits.expired() && round > 0) break;
      this.dual.ascend(DUAL_STEPS, this.cost, this.limits.expired);
      this.raiseBound(this.dual.bound);
      if (this.finished()) break;
      this.improveWindows(2);
      this.improveWindows(3);
      if (this.finished()) break;
      this.searchWholeWeek(WEEK_NODES * (round + 1));
    }
    return { plan: this.plan, cost: this.cost, bound: Math.min(this.bound, this.cost) };
  }

  private finished(): boolean {
    return this.limits.expired() || this.cost - this.bound <= this.allowance();
  }

  private allowance(): number {
    return Math.max(
      1e-9 * Math.max(1, Math.abs(this.cost)),
      this.limits.gapTarget * Math.max(this.cost, 1e-9 * this.days),
    );
  }

  private poolOf(day: number): MenuPool {
    return this.pools[this.model.kindOfDay[day]!]!;
  }

  private raiseBound(bound: number): void {
    this.bound = Math.max(this.bound, bound);
  }

  /** Finds more menus of each kind of day, under the prices of the last dual. */
  private searchKinds(round: number): void {
    const { model, dual, limits } = this;
    model.kinds.forEach((kind, k) => {
      const pool = this.pools[k]!;
      const prices = this.leastPrices(kind.days);
      // Menus above this can't be part of a better week, once the bound is settled.
      const cutoff =
        round === 0
          ? Math.max(...kind.days.map((d) => this.plan[d]!.cost))
          : Math.max(...kind.days.map((d) => dual.dayLeast[d]!)) + Math.max(0, this.cost - dual.bound);
      const search = new DayMenus(model, this.items, kind, prices, cutoff, {
        ...(this.lambdas[k] ? { lambda: this.lambdas[k] } : {}),
        expired: limits.expired,
      });
      this.lambdas[k] = search.rootLambda;
      const work = FIRST_WORK * 2 ** round;
      const most = FIRST_MENUS * 2 ** round;
      for (let found = 0; !search.exhausted && search.work < work && found < most; ) {
        if ((search.work & 15) === 0 && limits.expired()) break;
        const menu = search.advance();
        if (!menu) continue;
        found++;
        pool.add(menu);
      }
      pool.records = [...pool.records.slice(-2), makeRecord(search.bound, prices)];
    });
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

  /** Searches some neighbouring days at a time while all others stay as they are. */
  private improveWindows(length: number): void {
    const { model } = this;
    const step = Math.max(1, length - 1);
    for (let from = 0; from + length <= this.days || from === 0; from += step) {
      if (this.limits.expired()) return;
      const days = Array.from({ length: Math.min(length, this.days) }, (_, n) => from + n);
      const table = tableOf(model, this.plan, days);
      const spent = days.reduce((sum, d) => sum + this.plan[d]!.cost, 0);
      const choices = days.map((d) =>
        this.poolOf(d)
          .menus.filter((menu) => menu.cost < spent && table.allFit(d, menu.recipes))
          .map((menu) => ({ menu, key: menu.cost })),
      );
      const costLimit = spent - 1e-9;
      const found = searchWeek({
        days,
        choices,
        table,
        costLimit,
        keyLimit: costLimit,
        nodeLimit: WINDOW_NODES,
        expired: this.limits.expired,
      });
      if (found.menus) this.take(days, found.menus);
    }
  }

  /** Searches the week among all menus whose reduced cost leaves room for a better week; complete, it is a proof. */
  private searchWholeWeek(nodeLimit: number): void {
    const { dual, model } = this;
    const days = Array.from({ length: this.days }, (_, d) => d);
    const least = days.map((d) => Math.min(dual.dayLeast[d]!, dual.outsideLeast[d]!));
    const goal = this.cost - this.allowance();
    const room = goal - dual.bound;
    if (room <= 0) return;
    const choices = days.map((d) => this.choicesWithin(d, least[d]! + room, least[d]!));
    const found = searchWeek({
      days,
      choices,
      table: tableOf(model, this.plan, days),
      costLimit: this.cost - 1e-9,
      keyLimit: room,
      nodeLimit,
      expired: this.limits.expired,
    });
    if (found.menus) this.take(days, found.menus);
    if (!found.complete) return;
    // A week that isn't made of these choices alone has a menu that the searches haven't returned.
    const outside = Math.min(...days.map((d) => dual.outsideLeast[d]! - least[d]!));
    this.raiseBound(Math.min(goal, this.cost, dual.bound + outside));
  }

  private choicesWithin(day: number, most: number, least: number): Choice[] {
    const { price } = this.dual;
    const choices: Choice[] = [];
    for (const menu of this.poolOf(day).menus) {
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

function makeRecord(bound: number, prices: Float64Array): SearchRecord {
  const recipes: number[] = [];
  for (let r = 0; r < prices.length; r++) if (prices[r]! > 0) recipes.push(r);
  return { bound, recipes: Int32Array.from(recipes), prices: Float64Array.from(recipes, (r) => prices[r]!) };
}

function costOf(plan: Menu[]): number {
  return plan.reduce((sum, menu) => sum + menu.cost, 0);
}
