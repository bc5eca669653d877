import type { BestMenus } from "./best_menus.ts";
import type { DayRules } from "./day_rules.ts";
import type { Items } from "./items.ts";
import type { DayKind, Model } from "./model.ts";
import { Servings } from "./servings.ts";

/** The true cost of a day whose slots have one item each: what is good enough is offered to the best menus. */
export class MenuCosts {
  /** Items looked at so far. */
  evaluated = 0;
  private readonly servings: Servings;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
    private readonly kind: DayKind,
    private readonly rules: DayRules,
    private readonly prices: Float64Array,
    private readonly found: BestMenus,
  ) {
    this.servings = new Servings(model, kind.candidates.length);
  }

  /** Every slot has one item. */
  complete(lists: Int32Array[]): void {
    const { items, model } = this;
    const recipes = Int32Array.from(lists, (list) => items.recipe[list[0]!]!);
    if (!this.rules.allTogether(recipes)) return;
    let minutes = 0;
    let price = 0;
    for (const r of recipes) {
      minutes += model.minutes[r]!;
      price += this.prices[r]!;
    }
    if (minutes > this.kind.maxMinutes + 1e-9) return;
    this.evaluated += 20;
    const cost = this.servings.cost(recipes, recipes.length, this.found.cutoff - price);
    if (cost + price <= this.found.cutoff) this.found.offer({ recipes, cost }, cost + price);
  }
}
