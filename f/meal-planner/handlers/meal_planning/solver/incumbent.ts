import type { Menu } from "./best_menus.ts";
import type { KindSearch } from "./kind_search.ts";
import type { Model } from "./model.ts";
import { beamWeek } from "./week_beam.ts";
import type { WeekDual } from "./week_dual.ts";
import { weekPoints } from "./week_goals.ts";
import { type Choice, searchWeek } from "./week_search.ts";
import { WeekTable } from "./week_table.ts";

/** Fitting menus tried for each of the days that are chosen anew together. */
const WIDTH = 10;
const NODES = 3_000;

/** The best week known, and the ways to a better one. */
export class Incumbent {
  plan: Menu[];
  cost: number;
  readonly dayCount: number;
  private readonly table: WeekTable;

  constructor(
    private readonly model: Model,
    private readonly kinds: KindSearch[],
    private readonly dual: WeekDual,
    start: Menu[],
    private readonly random: () => number,
    private readonly expired: () => boolean,
  ) {
    this.plan = start;
    this.cost = costOf(model, start);
    this.dayCount = start.length;
    this.table = new WeekTable(model);
    this.restore(start.map((_, d) => d));
  }

  /** The table of the week as if some days were empty; `restore` the same days afterwards. */
  tableWithout(days: number[]): WeekTable {
    for (const d of days) this.table.takeAll(d, this.plan[d]!.recipes);
    return this.table;
  }

  restore(days: number[]): void {
    for (const d of days) this.table.putAll(d, this.plan[d]!.recipes);
  }

  kindOf(day: number): KindSearch {
    return this.kinds[this.model.kindOfDay[day]!]!;
  }

  /** Chooses several days anew at a time from the known menus, neighbours first and then days at random. */
  improve(rounds: number): void {
    const sorted = this.rankMenus();
    for (let length = 2; length <= 3; length++) {
      for (let from = 0; from + length <= this.dayCount || from === 0; from += length - 1) {
        this.chooseAnew(
          Array.from({ length: Math.min(length, this.dayCount) }, (_, n) => from + n),
          sorted,
        );
      }
    }
    for (let round = 0; round < rounds && !this.expired(); round++) {
      this.chooseAnew(this.someDays(Math.min(this.dayCount, 3 + (round % 3))), sorted);
    }
  }

  /** Looks for a better week day by day among the known menus, with so many beginnings at a time. */
  sweep(width: number): void {
    const days = this.plan.map((_, d) => d);
    const choices = this.rankMenus();
    const table = this.tableWithout(days);
    const { model, expired } = this;
    const weekCost = (menus: Menu[]) => weekPoints(model.week, menus);
    const menus = beamWeek({ choices, table, costLimit: this.cost - 1e-9, weekCost, width, expired });
    this.restore(days);
    if (menus) this.take(days, menus);
  }

  /** What the week's goals cost with other menus on some days. */
  private weekCostWith(days: number[]): (menus: readonly (Menu | null)[]) => number {
    const { week } = this.model;
    if (week.count === 0) return () => 0;
    return (menus) => {
      const plan = this.plan.slice();
      days.forEach((d, n) => {
        plan[d] = menus[n]!;
      });
      return weekPoints(week, plan);
    };
  }

  private someDays(count: number): number[] {
    const days = this.plan.map((_, d) => d);
    for (let n = 0; n < count; n++) {
      const other = n + Math.floor(this.random() * (days.length - n));
      [days[n], days[other]] = [days[other]!, days[n]!];
    }
    return days.slice(0, count).sort((a, b) => a - b);
  }

  private chooseAnew(days: number[], sorted: Choice[][]): void {
    if (this.expired()) return;
    const table = this.tableWithout(days);
    const spent = days.reduce((sum, d) => sum + this.plan[d]!.cost, weekPoints(this.model.week, this.plan));
    const least = days.map((d) => this.kindOf(d).pool.menus[0]!.cost);
    const leastOfAll = least.reduce((sum, cost) => sum + cost, 0);
    const choices = days.map((d, n) => {
      const most = spent - (leastOfAll - least[n]!);
      return sorted[d]!.filter(({ menu }) => menu.cost < most && table.allFit(d, menu.recipes));
    });
    const found = searchWeek({
      days,
      choices,
      table,
      costLimit: spent - 1e-9,
      weekCost: this.weekCostWith(days),
      keyLimit: Number.POSITIVE_INFINITY,
      nodeLimit: NODES,
      width: WIDTH,
      expired: this.expired,
    });
    this.restore(days);
    if (found.menus) this.take(days, found.menus);
  }

  /** Every day's known menus by their reduced cost: what the other days are keen on comes late. */
  private rankMenus(): Choice[][] {
    return this.plan.map((_, day) => this.choicesOf(day, Number.POSITIVE_INFINITY));
  }

  private choicesOf(day: number, limit: number): Choice[] {
    const { price } = this.dual;
    const choices: Choice[] = [];
    for (const menu of this.kindOf(day).pool.menus) {
      let key = menu.cost;
      for (const r of menu.recipes) key += price[r * this.dayCount + day]!;
      if (key < limit) choices.push({ menu, key });
    }
    return choices.sort((a, b) => a.key - b.key);
  }

  /**
   * Searches the whole week among all menus whose reduced cost leaves room for one below `goal`. Returns a bound that this
   * proves, or -Infinity where the search was cut short.
   */
  searchBelow(goal: number, nodeLimit: number): number {
    const { dual } = this;
    const days = this.plan.map((_, d) => d);
    const least = days.map((d) => Math.min(dual.dayLeast[d]!, dual.outsideLeast[d]!));
    const room = goal - dual.bound;
    if (room <= 0) return Math.min(this.cost, dual.bound);
    const choices = days.map((d) =>
      this.choicesOf(d, least[d]! + room).map(({ menu, key }) => ({ menu, key: key - least[d]! })),
    );
    const costLimit = this.cost - 1e-9;
    const table = this.tableWithout(days);
    const found = searchWeek({
      days,
      choices,
      table,
      costLimit,
      weekCost: this.weekCostWith(days),
      keyLimit: room,
      nodeLimit,
      expired: this.expired,
    });
    this.restore(days);
    if (found.menus) this.take(days, found.menus);
    if (!found.complete) return Number.NEGATIVE_INFINITY;
    // A week that isn't made of these choices alone has a menu that no search has returned.
    const outside = Math.min(...days.map((d) => dual.outsideLeast[d]! - least[d]!));
    return Math.min(goal, this.cost, dual.bound + outside);
  }

  take(days: number[], menus: Menu[]): void {
    const plan = this.plan.slice();
    days.forEach((d, n) => {
      plan[d] = menus[n]!;
    });
    const cost = costOf(this.model, plan);
    if (cost >= this.cost) return;
    const before = this.plan;
    this.tableWithout(days);
    this.plan = plan;
    this.restore(days);
    if (this.table.isCovered()) {
      this.cost = cost;
      return;
    }
    this.tableWithout(days);
    this.plan = before;
    this.restore(days);
  }
}

function costOf(model: Model, plan: Menu[]): number {
  return plan.reduce((sum, menu) => sum + menu.cost, weekPoints(model.week, plan));
}
