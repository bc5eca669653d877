import type { Menu } from "./best_menus.ts";
import type { DayMenus } from "./day_menus.ts";
import { makeScratch } from "./day_relaxation.ts";
import { Incumbent } from "./incumbent.ts";
import { type Items, makeItems, workOfItem } from "./items.ts";
import { KindSearch } from "./kind_search.ts";
import { recordOf, type SearchRecord } from "./menu_pool.ts";
import type { Model } from "./model.ts";
import { leastPrices, type PriceGroup, priceGroups } from "./price_groups.ts";
import { type Tolerance, toleratedPoints } from "./tolerance.ts";
import { WeekDual } from "./week_dual.ts";

/** Everything in points summed over the days. */
export type PlannedWeek = { plan: Menu[]; cost: number; bound: number };

/** How far a search is, told between two pieces of work. `bound` is -Infinity as long as nothing is proven. */
export type WeekStage = { stage: "improving" | "proving"; cost: number; bound: number };

/** A piece of the search: told of what it is about, it may be left alone there for a while, or for good. */
type Work = Generator<WeekStage, void>;

export type Limits = { tolerance: Tolerance; expired: () => boolean; random: () => number };

/** Work is counted in items of one dimension: 6 million take about 30 ms on a cold start. */
const PROOF_WORK = 20_000_000;
/** Work that is done in one go; between two slices the caller may do something else. */
const SLICE_WORK = 4_000_000;
const GLANCE_WORK = 1_000_000;
/** Of more items, a look at all pairs of two slots is more than the time allows. */
const MOST_ENUMERATED = 50_000;
/** Share of the cheapest menu's cost below which a bound says next to nothing. */
const TIGHT = 0.5;
const PICK_WORK = 280_000;
const DAY_WORK = 1_500_000;
const PICKED_RECIPES = 20;
const PICKED_MENUS = 24;
const PROOF_MENUS = 60;
const GENERATIONS = 25;
const KNOWN_STEPS = 200;
const DUAL_STEPS = 300;
const WEEK_NODES = 8_000;
const BEAM_WIDTH = 50;
/** Share of the cost by which a first proof looks beyond the cheapest menus; it doubles with every proof. */
const FIRST_ROOM = 0.005;
const MOST_ROOM = 1_000;
/** Share of the cost by which the known menus may get cheaper before exact searches begin anew under new prices. */
const STALE = 0.015;
/** Share of the cost that the proof may lie behind the known menus and still count as settled. */
const SETTLED = 0.001;

type Running = PriceGroup & { record: SearchRecord; search: DayMenus };

/**
 * Finds the best week around a known one, with proof. Quick searches under the week's prices fill a pool of menus; exact
 * searches of every kind of day under the same prices then prove that nothing better was missed, or find it. The prices
 * give the bound, the week among the known menus is searched depth first.
 */
export class WeekPlanner {
  private bound = Number.NEGATIVE_INFINITY;
  private readonly items: Items;
  private readonly kinds: KindSearch[];
  private readonly dual: WeekDual;
  private readonly best: Incumbent;
  private readonly workOfItem: number;
  private readonly opened: { kind: KindSearch; search: DayMenus }[] = [];
  private enumerated = false;
  private running: Running[] = [];
  private room = FIRST_ROOM;
  private weekNodes = WEEK_NODES;
  private beamWidth = BEAM_WIDTH;
  /** Value of the known menus when the present exact searches began, and what they have proven under present prices. */
  private pricedAt = 0;
  private proven = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly model: Model,
    start: Menu[],
    private readonly limits: Limits,
  ) {
    this.items = makeItems(model);
    this.workOfItem = workOfItem(model, this.items);
    const scratch = makeScratch(this.items);
    this.kinds = model.kinds.map((kind) => new KindSearch(model, this.items, kind, scratch));
    this.dual = new WeekDual(
      model,
      this.kinds.map((kind) => kind.pool),
    );
    this.best = new Incumbent(model, this.kinds, this.dual, start, limits.random, limits.expired);
    start.forEach((menu, day) => {
      this.best.kindOf(day).pool.add(menu);
    });
  }

  /** The search in pieces of some 30 ms; what is done doesn't depend on when the next one is asked for. */
  *run(): Generator<WeekStage, PlannedWeek> {
    const { limits, dual, best } = this;
    yield* this.openKinds();
    if (yield* this.isTight()) yield* this.enumerateKinds();
    else yield* this.improveDays();
    for (let round = 0; !this.finished(); round++) {
      if (round > 0 || this.enumerated) yield* this.generateMenus(2, PICKED_RECIPES);
      else yield* this.generateMenus(GENERATIONS, 2 * PICKED_RECIPES);
      yield* this.searchKinds(round);
      dual.ascend("all", DUAL_STEPS, best.cost, limits.expired);
      yield this.stage("proving");
      this.proven = dual.bound;
      this.raise(dual.bound);
      if (this.finished()) break;
      best.sweep(this.beamWidth);
      yield this.stage("improving");
      best.improve(10);
      if (this.finished()) break;
      yield this.stage("proving");
      this.raise(best.searchBelow(best.cost - this.allowance(), this.weekNodes));
    }
    return { plan: best.plan, cost: best.cost, bound: Math.min(this.bound, best.cost) };
  }

  private stage(stage: WeekStage["stage"]): WeekStage {
    return { stage, cost: this.best.cost, bound: this.bound };
  }

  /** Goes on with a search for so much work, a slice at a time. */
  private *search(search: DayMenus, work: number, stage: WeekStage["stage"]): Work {
    const end = search.work + work;
    while (search.work < end && !search.exhausted && !this.limits.expired()) {
      search.run(Math.min(SLICE_WORK / this.workOfItem, end - search.work), this.limits.expired);
      yield this.stage(stage);
    }
  }

  private finished(): boolean {
    // A bound proven for exactly the allowance may miss it by a rounding.
    return this.limits.expired() || this.best.cost - this.bound <= this.allowance() * (1 + 1e-6);
  }

  /** What may be left between cost and bound. A hair less than asked for, so that rounding doesn't miss the target. */
  private allowance(): number {
    const { cost, dayCount } = this.best;
    const wanted = 0.999 * dayCount * toleratedPoints(cost / dayCount, this.limits.tolerance);
    return Math.max(1e-9 * Math.max(1, Math.abs(cost)), wanted);
  }

  /** What shares are taken of: the cost, or where that is near zero what is left to prove. */
  private scale(): number {
    const { cost, dayCount } = this.best;
    return Math.max(Math.abs(cost), 0.1 * Math.max(0, cost - this.bound), 1e-6 * dayCount);
  }

  private raise(bound: number): void {
    this.bound = Math.max(this.bound, bound);
  }

  /** Prices the goals of each kind of day: the first bound, and what the quick searches go by. */
  private *openKinds(): Work {
    const noPrices = new Float64Array(this.model.recipeCount);
    let bound = 0;
    for (const kind of this.kinds) {
      const { days } = kind.kind;
      const cutoff = Math.max(...days.map((d) => this.best.plan[d]!.cost));
      const search = kind.begin(noPrices, PROOF_MENUS, cutoff, this.limits.expired);
      bound += days.length * search.bound;
      kind.pool.records = [recordOf(search.bound, noPrices)];
      this.opened.push({ kind, search });
      yield this.stage("improving");
    }
    this.raise(bound);
  }

  /** Whether the goals' prices say next to nothing of what a day costs: near 0 points no bound tells menus apart. */
  private *isTight(): Generator<WeekStage, boolean> {
    if (this.items.sizing === "free" || this.items.count > MOST_ENUMERATED) return false;
    for (const { search } of this.opened) {
      search.run(GLANCE_WORK / this.workOfItem, this.limits.expired);
      if (search.bound < TIGHT * Math.min(...search.menus().map((menu) => menu.cost))) return true;
      yield this.stage("improving");
    }
    return false;
  }

  /** Looks for the cheapest menus of each kind of day outright. */
  private *enumerateKinds(): Work {
    const { best, limits, dual } = this;
    for (const { kind, search } of this.opened) {
      yield* this.search(search, PROOF_WORK / this.workOfItem, "improving");
      kind.pool.records = [recordOf(search.bound, new Float64Array(this.model.recipeCount))];
      this.share(search.menus(), kind);
    }
    this.enumerated = true;
    dual.ascend("all", DUAL_STEPS, best.cost, limits.expired);
    this.raise(dual.bound);
    best.improve(10);
  }

  /** Searches each day anew beside all others, dearest first. */
  private *improveDays(): Work {
    const { best, model } = this;
    const order = best.plan.map((_, d) => d).sort((a, b) => best.plan[b]!.cost - best.plan[a]!.cost || a - b);
    for (const day of order) {
      if (this.finished()) return;
      const table = best.tableWithout([day]);
      const selection = {
        prices: new Float64Array(model.recipeCount),
        allowed: (r: number) => table.fits(day, r),
        recipes: PICKED_RECIPES,
        keep: { menus: 4, cutoff: best.plan[day]!.cost - 1e-7 },
        work: DAY_WORK / this.workOfItem,
      };
      const menus = best.kindOf(day).pick(selection, this.limits.expired);
      best.restore([day]);
      menus.sort((a, b) => a.cost - b.cost);
      this.share(menus, best.kindOf(day));
      if (menus[0]) best.take([day], [menus[0]]);
      yield this.stage("improving");
    }
  }

  /**
   * Column generation with quick searches: prices over the known menus, then menus that are good under these prices. It
   * spreads the pool over the recipes that a whole week needs, before anything is proven.
   */
  private *generateMenus(rounds: number, mostRecipes: number): Work {
    const { dual, limits, best } = this;
    let recipes = PICKED_RECIPES;
    dual.ascend("known", KNOWN_STEPS, best.cost, limits.expired);
    for (let round = 0; round < rounds && !this.finished(); round++) {
      const before = dual.bound;
      let gained = 0;
      for (const { kind, days } of this.groups()) {
        const least = Math.max(...days.map((d) => dual.dayLeast[d]!));
        const selection = {
          prices: this.leastPrices(days),
          allowed: () => true,
          recipes,
          keep: { menus: PICKED_MENUS, cutoff: least + 0.02 * Math.abs(least) },
          work: (PICK_WORK * kind.slots ** 2) / this.workOfItem,
        };
        gained += this.share(kind.pick(selection, limits.expired), kind);
        yield this.stage("improving");
      }
      best.improve(3);
      dual.ascend("known", KNOWN_STEPS, best.cost, limits.expired);
      if (gained > 0 && dual.bound < before - 0.001 * Math.abs(before)) continue;
      if (recipes >= mostRecipes) break;
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

  /** Goes on with the exact searches, or begins new ones where prices have moved or the old ones have served their turn. */
  private *searchKinds(round: number): Work {
    const { dual, limits, best } = this;
    const least = (days: number[]) => Math.max(...days.map((d) => dual.dayLeast[d]!));
    const fall = ({ days, record }: Running) => Math.max(...days.map((d) => dual.fallSince(record, d)));
    const scale = this.scale();
    const behind =
      dual.bound - this.proven > SETTLED * scale && this.running.some(({ search }) => !search.exhausted);
    const renewed = round === 0 || !behind || this.pricedAt - dual.bound > STALE * scale;
    if (round > 0 && !behind) {
      this.room = Math.min(2 * this.room, MOST_ROOM);
      this.weekNodes *= 2;
      this.beamWidth *= 2;
    }
    // What the known menus leave open is a good guess of what will be open in the end.
    const open = Math.max(0.002 * scale, 1.1 * (best.cost - this.allowance() - dual.bound));
    const room = Math.min(open, this.room * scale);
    if (renewed) {
      this.pricedAt = dual.bound;
      this.running = [];
      for (const { kind, days } of this.groups()) {
        const prices = this.leastPrices(days);
        const search = kind.begin(prices, PROOF_MENUS * 2 ** round, least(days) + room, limits.expired);
        this.running.push({ kind, days, search, record: recordOf(search.bound, prices) });
        yield this.stage("proving");
      }
    }
    for (const one of this.running) {
      const { kind, days, search, record } = one;
      if (!renewed) search.tighten(least(days) + room + fall(one));
      yield* this.search(search, (PROOF_WORK * 2 ** round) / this.workOfItem, "proving");
      record.bound = search.bound;
      this.share(search.menus(), kind);
    }
    for (const kind of this.kinds) {
      const proven = this.running.filter((one) => one.kind === kind).map(({ record }) => record);
      kind.pool.records = [...kind.pool.records.slice(0, 1), ...proven];
    }
  }

  private groups(): PriceGroup[] {
    const { dayCount } = this.best;
    const leftovers = this.model.leftovers.most > 0;
    return priceGroups(this.kinds, this.dual, { scale: this.scale(), dayCount, leftovers });
  }

  private leastPrices(days: number[]): Float64Array {
    const { recipeCount } = this.model;
    return leastPrices(this.dual, days, { recipeCount, dayCount: this.best.dayCount });
  }
}
