import type { Model } from "./model.ts";
import { WeekTable } from "./week_table.ts";

export type FirstPlan =
  | { kind: "found"; recipes: Int32Array[] }
  /** Every possibility has been tried. */
  | { kind: "impossible" }
  /** The budget ended first. */
  | { kind: "unknown" };

/** Cells with more choices than this are not counted further: they aren't the difficult ones. */
const COUNTED = 24;

/** Any week that keeps all rules, of cooked meals alone where that is possible. */
export function findFirstPlan(
  model: Model,
  random: () => number,
  nodeLimit: number,
  expired: () => boolean,
): FirstPlan {
  const cooked = fillCells(model, random, nodeLimit, expired, model.leftovers.first);
  if (cooked.kind === "found" || model.leftovers.most === 0) return cooked;
  return fillCells(model, random, nodeLimit, expired, model.recipeCount);
}

/**
 * Recipes from `end` on aren't used. The cell with the fewest recipes left is filled first, and what turns out impossible is
 * taken back. Complete when the node limit and the time allow.
 */
function fillCells(
  model: Model,
  random: () => number,
  nodeLimit: number,
  expired: () => boolean,
  end: number,
): FirstPlan {
  const table = new WeekTable(model);
  const cells: { day: number; slot: number; candidates: Int32Array; quickest: number }[] = [];
  const plan = model.locks.map((locks) => new Int32Array(locks.length).fill(-1));
  model.kindOfDay.forEach((kind, day) => {
    model.kinds[kind]!.candidates.forEach((all, slot) => {
      const candidates = all.at(-1)! < end ? all : all.filter((r) => r < end);
      const quickest = candidates.reduce(
        (least, r) => Math.min(least, model.minutes[r]!),
        Number.POSITIVE_INFINITY,
      );
      cells.push({ day, slot, candidates, quickest });
    });
  });
  const spare = model.locks.map((_, day) => {
    const quickest = cells.reduce((sum, cell) => (cell.day === day ? sum + cell.quickest : sum), 0);
    return model.kinds[model.kindOfDay[day]!]!.maxMinutes - quickest + 1e-9;
  });
  const open = cells.map((_, n) => n);
  let nodes = 0;
  let stopped = false;

  const allowed = (cell: (typeof cells)[number], r: number) =>
    model.minutes[r]! - cell.quickest <= spare[cell.day]! && table.fits(cell.day, r);

  const tightest = (): number => {
    let best = 0;
    let fewest = COUNTED + 1;
    for (let at = 0; at < open.length && fewest > 0; at++) {
      const cell = cells[open[at]!]!;
      let left = 0;
      for (const r of cell.candidates) if (allowed(cell, r) && ++left >= fewest) break;
      if (left < fewest) {
        fewest = left;
        best = at;
      }
    }
    return best;
  };

  const fill = (): boolean => {
    if (open.length === 0) return table.isCovered();
    if (!table.mayBeCovered()) return false;
    if (++nodes > nodeLimit || expired()) {
      stopped = true;
      return false;
    }
    const at = tightest();
    const number = open[at]!;
    open[at] = open[open.length - 1]!;
    open.pop();
    const cell = cells[number]!;
    const start = Math.floor(random() * cell.candidates.length);
    for (let n = 0; n < cell.candidates.length && !stopped; n++) {
      const r = cell.candidates[(start + n) % cell.candidates.length]!;
      if (!allowed(cell, r)) continue;
      const longer = model.minutes[r]! - cell.quickest;
      table.put(cell.day, r);
      spare[cell.day]! -= longer;
      plan[cell.day]![cell.slot] = r;
      if (fill()) return true;
      table.take(cell.day, r);
      spare[cell.day]! += longer;
    }
    open.push(number);
    const last = open.length - 1;
    open[last] = open[at]!;
    open[at] = number;
    return false;
  };

  if (fill()) return { kind: "found", recipes: plan };
  return { kind: stopped ? "unknown" : "impossible" };
}
