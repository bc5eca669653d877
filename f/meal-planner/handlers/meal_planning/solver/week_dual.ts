import { LeftoverRows } from "./leftover_rows.ts";
import type { MenuPool, SearchRecord } from "./menu_pool.ts";
import type { Model } from "./model.ts";
import { WeekGoalRows } from "./week_goal_rows.ts";

/**
 * Prices for the week's rules. Every rule says "at most": a recipe once in any `gapDays` days and `max_uses` times in all, a
 * main ingredient once in two neighbouring days. With a price on each rule the days fall apart, each takes its cheapest
 * menu, and the sum less the prices of all that is allowed is a lower bound of the week. Menus outside the pool enter with
 * what their search has proven of them, so the bound holds for all menus, not only for known ones.
 */
export class WeekDual {
  /** Best bound found so far, in points summed over the days. */
  bound = Number.NEGATIVE_INFINITY;
  /** Price of recipe r on day d at [r * days + d] under the prices of the best bound. */
  readonly price: Float64Array;
  /** Reduced cost of the cheapest known menu of each day, and the least that an unknown one can have, likewise. */
  readonly dayLeast: Float64Array;
  readonly outsideLeast: Float64Array;
  private readonly days: number;
  private readonly windows: number;
  private readonly mainBase: number;
  private readonly totalBase: number;
  private readonly rows: Float64Array;
  private readonly best: Float64Array;
  private readonly limit: Float64Array;
  private readonly gradient: Float64Array;
  private readonly direction: Float64Array;
  private touched: Int32Array = new Int32Array(0);
  private scope: "known" | "all" = "all";
  private fallen: { r: number; by: number }[] = [];
  private readonly cover: LeftoverRows;
  private readonly goals: WeekGoalRows;
  /** The range of each row's price. */
  private readonly floor: Float64Array;
  private readonly ceiling: Float64Array;
  /** Recipes whose cooking is paid for by leftovers, or that a goal of the week wants: their price may be negative. */
  private subsidised: Int32Array = new Int32Array(0);
  /** No recipe's price on a day is below this; never above 0. */
  private readonly leastPrice: Float64Array;
  /** Recipes that may have a price; all others have none. */
  pricedRecipes: Int32Array = new Int32Array(0);

  constructor(
    private readonly model: Model,
    private readonly pools: MenuPool[],
  ) {
    const { recipeCount, mainCount, gapDays } = model;
    this.days = model.kindOfDay.length;
    this.windows = gapDays > 1 ? Math.max(1, this.days - gapDays + 1) : 0;
    this.totalBase = recipeCount * this.windows;
    this.mainBase = this.totalBase + recipeCount;
    this.cover = new LeftoverRows(model, this.mainBase + mainCount * Math.max(0, this.days - 1));
    this.goals = new WeekGoalRows(model, this.cover.end);
    const rowCount = this.goals.end;
    this.floor = new Float64Array(rowCount);
    this.ceiling = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
    this.goals.fillRanges(this.floor, this.ceiling);
    this.rows = new Float64Array(rowCount);
    this.best = new Float64Array(rowCount);
    this.limit = new Float64Array(rowCount).fill(1);
    for (const row of this.goals.rows) this.limit[row] = 0;
    for (let r = 0; r < recipeCount; r++) this.limit[this.totalBase + r] = model.maxUses[r]!;
    this.cover.fillLimits(this.limit);
    this.gradient = new Float64Array(rowCount);
    this.direction = new Float64Array(rowCount);
    this.price = new Float64Array(recipeCount * this.days);
    this.dayLeast = new Float64Array(this.days);
    this.outsideLeast = new Float64Array(this.days);
    this.leastPrice = new Float64Array(this.days);
  }

  /**
   * Improves the prices; `target` is the cost of a known week. With `known` only the menus in the pools count: then the
   * result is no bound of the week, but its prices say which menus are worth looking for.
   */
  ascend(scope: "known" | "all", steps: number, target: number, expired: () => boolean): void {
    this.scope = scope;
    this.collectRows();
    const { rows, best } = this;
    rows.set(best);
    this.direction.fill(0);
    this.bound = this.evaluate();
    let current = this.bound;
    let pace = 1;
    let stalled = 0;
    for (let step = 0; step < steps && this.bound < target - 1e-9; step++) {
      if ((step & 15) === 15 && expired()) break;
      if (!this.move(Math.max(target - current, 1e-9) * pace)) break;
      current = this.evaluate();
      if (current > this.bound + 1e-12) {
        if (current > this.bound + 0.003 * (target - this.bound)) stalled = 0;
        this.bound = current;
        best.set(rows);
      } else if (++stalled >= 12) {
        stalled = 0;
        pace *= 0.6;
        rows.set(best);
        this.direction.fill(0);
        current = this.evaluate();
        if (pace < 1e-4) break;
      }
    }
    rows.set(best);
    this.bound = this.evaluate();
  }

  /** Rows that a known menu can touch; all others stay at price 0. */
  private collectRows(): void {
    const { model, windows, days } = this;
    const recipes = new Set<number>();
    for (const pool of this.pools)
      for (const menu of pool.menus) for (const r of menu.recipes) recipes.add(r);
    for (const pool of this.pools)
      for (const record of pool.records) for (const r of record.recipes) recipes.add(r);
    const { leftovers } = model;
    for (const r of [...recipes]) if (r >= leftovers.first) recipes.add(leftovers.cookedOf[r]!);
    const eatenAgain = [...recipes].filter((r) => recipes.has(leftovers.leftoverOf[r] ?? -1));
    this.subsidised = Int32Array.from(new Set([...eatenAgain, ...this.goals.bringers])).sort();
    this.pricedRecipes = Int32Array.from(new Set([...recipes, ...this.goals.bringers])).sort();
    const touched: number[] = [];
    const mains = new Set<number>();
    const mostByDistance = Math.ceil(days / model.gapDays);
    for (const r of recipes) {
      if (r >= leftovers.first) {
        touched.push(...this.cover.rowsOf(r));
        continue;
      }
      for (let w = 0; w < windows; w++) touched.push(r * windows + w);
      if (model.maxUses[r]! < mostByDistance) touched.push(this.totalBase + r);
      if (model.main[r]! >= 0) mains.add(model.main[r]!);
    }
    for (const main of mains) {
      for (let d = 0; d + 1 < days; d++) touched.push(this.mainBase + main * (days - 1) + d);
    }
    if (leftovers.most > 0) touched.push(this.cover.mostRow);
    touched.push(...this.goals.rows);
    this.touched = Int32Array.from(touched).sort();
  }

  private fillPrices(): void {
    const { model, days, windows, rows, price } = this;
    this.leastPrice.fill(0);
    for (const r of this.pricedRecipes) {
      const wanted = this.goals.priceOf(rows, r);
      if (r >= model.leftovers.first) {
        for (let d = 0; d < days; d++) {
          const sum = wanted + this.cover.priceOfLeftover(rows, r, d);
          price[r * days + d] = sum;
          if (sum < this.leastPrice[d]!) this.leastPrice[d] = sum;
        }
        continue;
      }
      const main = model.main[r]!;
      for (let d = 0; d < days; d++) {
        let sum = wanted + rows[this.totalBase + r]!;
        for (let w = Math.max(0, d - model.gapDays + 1); w <= d && w < windows; w++)
          sum += rows[r * windows + w]!;
        if (main >= 0) {
          const first = this.mainBase + main * (days - 1);
          if (d > 0) sum += rows[first + d - 1]!;
          if (d + 1 < days) sum += rows[first + d]!;
        }
        sum -= this.cover.subsidy(rows, r, d);
        price[r * days + d] = sum;
        if (sum < this.leastPrice[d]!) this.leastPrice[d] = sum;
      }
    }
  }

  /** The bound of the current rows; leaves the gradient of it. */
  private evaluate(): number {
    const { model, pools, gradient, rows, limit, touched } = this;
    this.fillPrices();
    let bound = -this.goals.conjugate(rows);
    for (let n = 0; n < touched.length; n++) {
      const row = touched[n]!;
      gradient[row] = -limit[row]!;
      bound -= rows[row]! * limit[row]!;
    }
    for (let d = 0; d < this.days; d++) {
      const pool = pools[model.kindOfDay[d]!]!;
      const menu = this.cheapest(pool, d);
      this.outside(pool, d);
      if (this.outsideLeast[d]! < this.dayLeast[d]!) {
        bound += this.outsideLeast[d]!;
        for (const { r } of this.fallen) this.use(r, d);
      } else {
        bound += this.dayLeast[d]!;
        if (menu >= 0) for (const r of pool.menus[menu]!.recipes) this.use(r, d);
      }
    }
    this.goals.finish(gradient, rows);
    return bound;
  }

  private cheapest(pool: MenuPool, d: number): number {
    const { price, days } = this;
    let least = Number.POSITIVE_INFINITY;
    let chosen = -1;
    const most = this.leastPrice[d]! * this.model.locks[d]!.length;
    for (let m = 0; m < pool.menus.length; m++) {
      const menu = pool.menus[m]!;
      // The menus are sorted, and no prices take away more than this.
      if (menu.cost + most >= least) break;
      let cost = menu.cost;
      const { recipes } = menu;
      for (let s = 0; s < recipes.length; s++) cost += price[recipes[s]! * days + d]!;
      if (cost < least) {
        least = cost;
        chosen = m;
      }
    }
    this.dayLeast[d] = least;
    return chosen;
  }

  /** Least reduced cost of any menu that isn't in the pool; the recipes that hold it down are left in `fallen`. */
  private outside(pool: MenuPool, d: number): void {
    let most = this.scope === "known" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (const record of pool.records) {
      const fallen = this.underpriced(record, d);
      const value = fallen.reduce((sum, { by }) => sum - by, record.bound);
      if (value > most) {
        most = value;
        this.fallen = fallen;
      }
    }
    this.outsideLeast[d] = most;
  }

  /** By how much less than in the record's search a menu may be priced on day d by now. */
  fallSince(record: SearchRecord, d: number): number {
    return this.underpriced(record, d).reduce((sum, { by }) => sum + by, 0);
  }

  /** A menu's recipes, at most one a slot, whose price on day d has fallen furthest below the record's. */
  private underpriced(record: SearchRecord, d: number): { r: number; by: number }[] {
    const slots = this.model.locks[d]!.length;
    const fallen: { r: number; by: number }[] = [];
    for (let n = 0; n < record.recipes.length; n++) {
      const r = record.recipes[n]!;
      const by = record.prices[n]! - this.price[r * this.days + d]!;
      if (by > 1e-12) fallen.push({ r, by });
    }
    for (const r of this.subsidised) {
      const by = -this.price[r * this.days + d]!;
      if (by > 1e-12 && !record.has(r)) fallen.push({ r, by });
    }
    return fallen.length > slots ? fallen.sort((a, b) => b.by - a.by || a.r - b.r).slice(0, slots) : fallen;
  }

  private use(r: number, d: number): void {
    const { model, gradient, windows, days } = this;
    this.goals.use(gradient, r);
    if (r >= model.leftovers.first) {
      this.cover.eat(gradient, r, d);
      return;
    }
    this.cover.cook(gradient, r, d);
    gradient[this.totalBase + r]!++;
    for (let w = Math.max(0, d - model.gapDays + 1); w <= d && w < windows; w++) gradient[r * windows + w]!++;
    const main = model.main[r]!;
    if (main < 0) return;
    const first = this.mainBase + main * (days - 1);
    if (d > 0) gradient[first + d - 1]!++;
    if (d + 1 < days) gradient[first + d]!++;
  }

  private move(gain: number): boolean {
    const { rows, gradient, direction, touched, floor, ceiling } = this;
    let dot = 0;
    let square = 0;
    for (let n = 0; n < touched.length; n++) {
      const row = touched[n]!;
      if (rows[row]! <= floor[row]! && gradient[row]! < 0) gradient[row] = 0;
      if (rows[row]! >= ceiling[row]! && gradient[row]! > 0) gradient[row] = 0;
      dot += direction[row]! * gradient[row]!;
      square += direction[row]! ** 2;
    }
    const keep = dot < 0 && square > 0 ? Math.min(1.5, (-1.5 * dot) / square) : 0;
    square = 0;
    for (let n = 0; n < touched.length; n++) {
      const row = touched[n]!;
      let step = gradient[row]! + keep * direction[row]!;
      if (rows[row]! <= floor[row]! && step < 0) step = 0;
      if (rows[row]! >= ceiling[row]! && step > 0) step = 0;
      direction[row] = step;
      square += step ** 2;
    }
    if (square < 1e-18) return false;
    const length = gain / square;
    for (let n = 0; n < touched.length; n++) {
      const row = touched[n]!;
      rows[row] = Math.min(ceiling[row]!, Math.max(floor[row]!, rows[row]! + length * direction[row]!));
    }
    return true;
  }
}
