import type { Model } from "./model.ts";

/** Which recipe and which main ingredient is on which day, to answer "may this come here?" at once. */
export class WeekTable {
  private readonly recipeOn: Uint8Array;
  private readonly mainOn: Uint8Array;
  private readonly uses: Int32Array;
  private readonly dayCount: number;

  constructor(private readonly model: Model) {
    this.dayCount = model.kindOfDay.length;
    this.recipeOn = new Uint8Array(model.recipeCount * this.dayCount);
    this.mainOn = new Uint8Array(model.mainCount * this.dayCount);
    this.uses = new Int32Array(model.recipeCount);
  }

  put(day: number, recipe: number): void {
    this.recipeOn[recipe * this.dayCount + day]!++;
    this.uses[recipe]!++;
    const main = this.model.main[recipe]!;
    if (main >= 0) this.mainOn[main * this.dayCount + day]!++;
  }

  take(day: number, recipe: number): void {
    this.recipeOn[recipe * this.dayCount + day]!--;
    this.uses[recipe]!--;
    const main = this.model.main[recipe]!;
    if (main >= 0) this.mainOn[main * this.dayCount + day]!--;
  }

  putAll(day: number, recipes: ArrayLike<number>): void {
    for (let s = 0; s < recipes.length; s++) this.put(day, recipes[s]!);
  }

  takeAll(day: number, recipes: ArrayLike<number>): void {
    for (let s = 0; s < recipes.length; s++) this.take(day, recipes[s]!);
  }

  /** Whether the recipe keeps every rule of the week with what is already there. */
  fits(day: number, recipe: number): boolean {
    const { model, dayCount } = this;
    if (this.uses[recipe]! >= model.maxUses[recipe]!) return false;
    const from = Math.max(0, day - model.gapDays + 1);
    const to = Math.min(dayCount - 1, day + model.gapDays - 1);
    const base = recipe * dayCount;
    for (let d = from; d <= to; d++) if (this.recipeOn[base + d]! > 0) return false;
    const main = model.main[recipe]!;
    if (main < 0) return true;
    const first = main * dayCount;
    for (let d = Math.max(0, day - 1); d <= Math.min(dayCount - 1, day + 1); d++) {
      if (this.mainOn[first + d]! > 0) return false;
    }
    return true;
  }

  /** The same for a day's whole menu, whose recipes already go together. */
  allFit(day: number, recipes: ArrayLike<number>): boolean {
    for (let s = 0; s < recipes.length; s++) if (!this.fits(day, recipes[s]!)) return false;
    return true;
  }
}
