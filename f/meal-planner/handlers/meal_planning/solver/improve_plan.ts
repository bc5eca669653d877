import type { Menu } from "./day_menus.ts";
import type { Model } from "./model.ts";
import { Servings } from "./servings.ts";
import { tableOf } from "./week_search.ts";

/** Recipes tried in each cell and round. */
const TRIES = 48;

/**
 * Makes a feasible week better by changing one meal at a time; the start that the search needs to leave hopeless menus
 * out, not the final plan.
 */
export function improvePlan(
  model: Model,
  start: Int32Array[],
  random: () => number,
  rounds: number,
  expired: () => boolean,
): Menu[] {
  const servings = new Servings(model, Math.max(1, ...start.map((recipes) => recipes.length)));
  const plan = start.map((recipes) => ({
    recipes: recipes.slice(),
    cost: servings.cost(recipes, recipes.length),
  }));
  const table = tableOf(model, plan);
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (let day = 0; day < plan.length; day++) {
      const kind = model.kinds[model.kindOfDay[day]!]!;
      const menu = plan[day]!;
      for (let slot = 0; slot < menu.recipes.length; slot++) {
        if (expired()) return plan;
        const candidates = kind.candidates[slot]!;
        const old = menu.recipes[slot]!;
        table.take(day, old);
        let best = old;
        const others = menu.recipes.reduce((sum, r, s) => (s === slot ? sum : sum + model.minutes[r]!), 0);
        const tries = Math.min(TRIES, candidates.length);
        const first = Math.floor(random() * candidates.length);
        const stride = Math.max(1, Math.floor(candidates.length / tries));
        for (let n = 0; n < tries; n++) {
          const r = candidates[(first + n * stride) % candidates.length]!;
          if (others + model.minutes[r]! > kind.maxMinutes + 1e-9 || !table.fits(day, r)) continue;
          menu.recipes[slot] = r;
          const cost = servings.cost(menu.recipes, menu.recipes.length, menu.cost);
          if (cost < menu.cost - 1e-9) {
            menu.cost = cost;
            best = r;
            changed = true;
          }
        }
        menu.recipes[slot] = best;
        table.put(day, best);
      }
    }
    if (!changed) break;
  }
  return plan;
}
