import type { Menu } from "./best_menus.ts";
import type { WeekTable } from "./week_table.ts";

/** A menu that may be taken on a day, and the least that it adds to the bound. */
export type Choice = { menu: Menu; key: number };

export type WeekSearchResult = {
  /** The best menus of the searched days, or null where none is below the limit. */
  menus: Menu[] | null;
  /** False where the search was cut short: then nothing is proven. */
  complete: boolean;
  nodes: number;
};

type WeekSearchInput = {
  days: number[];
  /** For each of `days`, cheapest key first. */
  choices: Choice[][];
  /** Everything but the searched days' own menus. */
  table: WeekTable;
  /** Cost of the days is to be below this. */
  costLimit: number;
  /** What the chosen menus cost as a week, on top; never negative. */
  weekCost: (menus: readonly (Menu | null)[]) => number;
  /** Sum of keys is to be below this. */
  keyLimit: number;
  nodeLimit: number;
  /** So many fitting menus of each day are tried; left out, all of them. */
  width?: number;
  expired: () => boolean;
};

/**
 * Depth-first search for the cheapest compatible menus of some days. Keys are a bound: the true costs where a few days
 * are searched, or reduced costs above the week's dual bound.
 */
export function searchWeek(input: WeekSearchInput): WeekSearchResult {
  const { days, choices, table, width = Number.POSITIVE_INFINITY } = input;
  const depth = days.length;
  const leastCost = choices.map((list) =>
    list.reduce((least, { menu }) => Math.min(least, menu.cost), Infinity),
  );
  const chosen: (Menu | null)[] = days.map(() => null);
  // For each depth and day, the first choice that still fits: what is taken only takes more away further down.
  const first = new Int32Array((depth + 1) * depth);
  let best: Menu[] | null = null;
  let costLimit = input.costLimit;
  let nodes = 0;
  let stopped = false;
  let narrowed = false;

  /** Looks ahead to what the open days can still have; the day that loses most by it is next, -1 where it can't be better. */
  const nextDay = (level: number, key: number, cost: number): number => {
    let restKey = key;
    let restCost = cost;
    let next = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let n = 0; n < depth; n++) {
      if (chosen[n]) continue;
      const list = choices[n]!;
      let at = first[level * depth + n]!;
      while (at < list.length && !table.allFit(days[n]!, list[at]!.menu.recipes)) at++;
      if (at === list.length) return -1;
      first[level * depth + n] = at;
      restKey += list[at]!.key;
      restCost += leastCost[n]!;
      const loss = list[at]!.key - list[0]!.key;
      if (loss > most + 1e-12) {
        most = loss;
        next = n;
      }
    }
    return restKey >= input.keyLimit || restCost >= costLimit ? -1 : next;
  };

  const visit = (level: number, key: number, cost: number): void => {
    if (level === depth) {
      const whole = cost < costLimit ? cost + input.weekCost(chosen) : cost;
      if (whole < costLimit && table.isCovered()) {
        costLimit = whole;
        best = chosen.map((menu) => menu!);
      }
      return;
    }
    const n = nextDay(level, key, cost);
    if (n < 0 || !table.mayBeCovered()) return;
    const list = choices[n]!;
    // Bonuses make costs negative: what is spent already says nothing without what the open days will add at least.
    let rest = 0;
    for (let other = 0; other < depth; other++) if (other !== n && !chosen[other]) rest += leastCost[other]!;
    let tried = 0;
    for (let at = first[level * depth + n]!; at < list.length; at++) {
      const { menu, key: own } = list[at]!;
      if (key + own >= input.keyLimit) return;
      if (++nodes > input.nodeLimit || ((nodes & 127) === 0 && input.expired())) stopped = true;
      if (stopped) return;
      if (cost + menu.cost + rest >= costLimit || !table.allFit(days[n]!, menu.recipes)) continue;
      if (++tried > width) {
        narrowed = true;
        return;
      }
      table.putAll(days[n]!, menu.recipes);
      chosen[n] = menu;
      first.copyWithin((level + 1) * depth, level * depth, (level + 1) * depth);
      visit(level + 1, key + own, cost + menu.cost);
      chosen[n] = null;
      table.takeAll(days[n]!, menu.recipes);
      if (stopped) return;
    }
  };
  visit(0, 0, 0);
  return { menus: best, complete: !stopped && !narrowed, nodes };
}
