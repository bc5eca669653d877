import type { Model } from "./model.ts";

/**
 * True where counting alone shows that there is no plan: the meals want more uses of recipes and main ingredients than
 * limits and distances allow. A search would have to try every arrangement to find that out. Solved as a flow from meals
 * through recipes and main ingredients, by augmenting paths.
 */
export function exceedsCapacity(model: Model): boolean {
  // Leftovers are meals that nothing limits but what was cooked before.
  if (model.leftovers.most > 0) return false;
  const days = model.kindOfDay.length;
  const byDistance = Math.ceil(days / model.gapDays);
  const mainLimit = Math.ceil(days / 2);
  const cells = Array.from(model.kindOfDay).flatMap((kind) => model.kinds[kind]!.candidates);
  const recipeOf = new Int32Array(cells.length).fill(-1);
  const onRecipe = new Map<number, Set<number>>();
  const onMain = new Map<number, Set<number>>();
  const cellsOn = (map: Map<number, Set<number>>, key: number) => {
    const known = map.get(key) ?? new Set<number>();
    map.set(key, known);
    return known;
  };
  const move = (cell: number, recipe: number) => {
    const old = recipeOf[cell]!;
    if (old >= 0) {
      cellsOn(onRecipe, old).delete(cell);
      cellsOn(onMain, model.main[old]!).delete(cell);
    }
    recipeOf[cell] = recipe;
    cellsOn(onRecipe, recipe).add(cell);
    cellsOn(onMain, model.main[recipe]!).add(cell);
  };
  const place = (cell: number, seen: Set<number>, seenMains: Set<number>): boolean => {
    for (const r of cells[cell]!) {
      if (seen.has(r)) continue;
      seen.add(r);
      const main = model.main[r]!;
      const users = cellsOn(onRecipe, r);
      if (users.size >= Math.min(model.maxUses[r]!, byDistance)) {
        // Someone else's meal may do with another recipe.
        for (const other of [...users]) {
          if (!place(other, seen, seenMains)) continue;
          move(cell, r);
          return true;
        }
        continue;
      }
      const sharers = cellsOn(onMain, main);
      if (main < 0 || sharers.size < mainLimit) {
        move(cell, r);
        return true;
      }
      if (seenMains.has(main)) continue;
      seenMains.add(main);
      for (const other of [...sharers]) {
        if (!place(other, seen, seenMains)) continue;
        move(cell, r);
        return true;
      }
    }
    return false;
  };
  return cells.some((_, cell) => !place(cell, new Set(), new Set()));
}
