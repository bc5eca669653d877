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
  const restKey = new Float64Array(depth + 1);
  const restCost = new Float64Array(depth + 1);
  for (let n = depth - 1; n >= 0; n--) {
    restKey[n] = restKey[n + 1]! + (choices[n]![0]?.key ?? Number.POSITIVE_INFINITY);
    restCost[n] =
      restCost[n + 1]! + choices[n]!.reduce((least, choice) => Math.min(least, choice.menu.cost), Infinity);
  }
  const trail: Menu[] = [];
  let best: Menu[] | null = null;
  let costLimit = input.costLimit;
  let nodes = 0;
  let stopped = false;
  let narrowed = false;
  const visit = (n: number, key: number, cost: number): void => {
    if (n === depth) {
      if (cost < costLimit) {
        costLimit = cost;
        best = trail.slice();
      }
      return;
    }
    let tried = 0;
    for (const choice of choices[n]!) {
      const reached = key + choice.key;
      if (reached + restKey[n + 1]! >= input.keyLimit) return;
      if (++nodes > input.nodeLimit || ((nodes & 1023) === 0 && input.expired())) stopped = true;
      if (stopped) return;
      const spent = cost + choice.menu.cost;
      if (spent + restCost[n + 1]! >= costLimit || !table.allFit(days[n]!, choice.menu.recipes)) continue;
      if (++tried > width) {
        narrowed = true;
        return;
      }
      table.putAll(days[n]!, choice.menu.recipes);
      trail.push(choice.menu);
      visit(n + 1, reached, spent);
      trail.pop();
      table.takeAll(days[n]!, choice.menu.recipes);
      if (stopped) return;
    }
  };
  visit(0, 0, 0);
  return { menus: best, complete: !stopped && !narrowed, nodes };
}
