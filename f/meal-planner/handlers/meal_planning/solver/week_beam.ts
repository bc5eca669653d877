import type { Menu } from "./best_menus.ts";
import type { Choice } from "./week_search.ts";
import type { WeekTable } from "./week_table.ts";

/** A beginning of a week. `value` is its reduced cost: what it spends on the rules of later days is counted already. */
type Beginning = { menus: Menu[]; value: number; cost: number };

type BeamInput = {
  /** For each day, cheapest reduced cost first. */
  choices: Choice[][];
  /** An empty table. */
  table: WeekTable;
  costLimit: number;
  /** What a week costs on top of its days. */
  weekCost: (menus: Menu[]) => number;
  /** Beginnings that are kept after each day. */
  width: number;
  expired: () => boolean;
};

/** Fitting menus that each beginning goes on with. */
const BRANCHES = 24;

/**
 * Fills the week day by day, with the best beginnings only: a leftover is then taken only where its recipe is cooked
 * already, and the prices say which cooking is worth its leftovers. Returns the cheapest week below the limit, if any.
 */
export function beamWeek({ choices, table, costLimit, weekCost, width, expired }: BeamInput): Menu[] | null {
  let beam: Beginning[] = [{ menus: [], value: 0, cost: 0 }];
  for (let day = 0; day < choices.length; day++) {
    const next: Beginning[] = [];
    let worst = Number.POSITIVE_INFINITY;
    for (const beginning of beam) {
      if (expired()) return null;
      beginning.menus.forEach((menu, d) => {
        table.putAll(d, menu.recipes);
      });
      let branches = 0;
      for (const { menu, key } of choices[day]!) {
        const value = beginning.value + key;
        if (value >= worst || branches === BRANCHES) break;
        if (!table.allFit(day, menu.recipes)) continue;
        branches++;
        next.push({ menus: [...beginning.menus, menu], value, cost: beginning.cost + menu.cost });
      }
      beginning.menus.forEach((menu, d) => {
        table.takeAll(d, menu.recipes);
      });
      if (next.length > 2 * width) worst = keepBest(next, width);
    }
    keepBest(next, width);
    beam = next;
  }
  let best: Beginning | null = null;
  let limit = costLimit;
  for (const week of beam) {
    const cost = week.cost + weekCost(week.menus);
    if (cost >= limit) continue;
    week.menus.forEach((menu, d) => {
      table.putAll(d, menu.recipes);
    });
    if (table.isCovered()) {
      best = week;
      limit = cost;
    }
    week.menus.forEach((menu, d) => {
      table.takeAll(d, menu.recipes);
    });
  }
  return best?.menus ?? null;
}

/** Leaves the best of the list, in order; the value of the last of them is what others have to be below. */
function keepBest(list: Beginning[], width: number): number {
  list.sort((a, b) => a.value - b.value);
  if (list.length <= width) return Number.POSITIVE_INFINITY;
  list.length = width;
  return list[width - 1]!.value;
}
