import { assignLeftovers } from "./leftovers.ts";
import type { Model } from "./model.ts";

/** Which recipe and which main ingredient is on which day, to answer "may this come here?" at once. */
export class WeekTable {
  private readonly recipeOn: Uint8Array;
  private readonly mainOn: Uint8Array;
  private readonly uses: Int32Array;
  private readonly mealsOn: Int32Array;
  /** Leftovers in the table: the recipe and the day of each. */
  private readonly leftovers: { recipe: number; day: number }[] = [];
  private readonly dayCount: number;

  constructor(private readonly model: Model) {
    this.dayCount = model.kindOfDay.length;
    this.recipeOn = new Uint8Array(model.recipeCount * this.dayCount);
    this.mainOn = new Uint8Array(model.mainCount * this.dayCount);
    this.uses = new Int32Array(model.recipeCount);
    this.mealsOn = new Int32Array(this.dayCount);
  }

  put(day: number, recipe: number): void {
    this.recipeOn[recipe * this.dayCount + day]!++;
    this.uses[recipe]!++;
    this.mealsOn[day]!++;
    const main = this.model.main[recipe]!;
    if (main >= 0) this.mainOn[main * this.dayCount + day]!++;
    if (recipe >= this.model.leftovers.first) this.leftovers.push({ recipe, day });
  }

  take(day: number, recipe: number): void {
    this.recipeOn[recipe * this.dayCount + day]!--;
    this.uses[recipe]!--;
    this.mealsOn[day]!--;
    const main = this.model.main[recipe]!;
    if (main >= 0) this.mainOn[main * this.dayCount + day]!--;
    if (recipe < this.model.leftovers.first) return;
    const at = this.leftovers.findIndex((eaten) => eaten.recipe === recipe && eaten.day === day);
    this.leftovers.splice(at, 1);
  }

  putAll(day: number, recipes: ArrayLike<number>): void {
    for (let s = 0; s < recipes.length; s++) this.put(day, recipes[s]!);
  }

  takeAll(day: number, recipes: ArrayLike<number>): void {
    for (let s = 0; s < recipes.length; s++) this.take(day, recipes[s]!);
  }

  /** Whether the recipe keeps every rule of the week with what is already there; what isn't there yet may still help. */
  fits(day: number, recipe: number): boolean {
    const { model, dayCount } = this;
    if (recipe >= model.leftovers.first) return this.fitsAsLeftover(day, recipe);
    if (this.uses[recipe]! >= model.maxUses[recipe]!) return false;
    const from = Math.max(0, day - model.gapDays + 1);
    const to = Math.min(dayCount - 1, day + model.gapDays - 1);
    const base = recipe * dayCount;
    for (let d = from; d <= to; d++) if (this.recipeOn[base + d]! > 0) return false;
    const again = model.leftovers.leftoverOf[recipe]!;
    if (again >= 0 && this.recipeOn[again * dayCount + day]! > 0) return false;
    return this.mainFits(day, recipe, -1, again);
  }

  private fitsAsLeftover(day: number, recipe: number): boolean {
    const { model, dayCount, recipeOn } = this;
    const { cookedOf, most } = model.leftovers;
    const cooked = cookedOf[recipe]!;
    if (this.leftovers.length >= most) return false;
    if (recipeOn[recipe * dayCount + day]! > 0 || recipeOn[cooked * dayCount + day]! > 0) return false;
    return this.mayBeCooked(day, cooked) && this.mainFits(day, recipe, cooked, recipe);
  }

  /** A main ingredient isn't twice on neighbouring days, save for a recipe beside its own leftovers. */
  private mainFits(day: number, recipe: number, cooked: number, again: number): boolean {
    const { model, dayCount, recipeOn } = this;
    const main = model.main[recipe]!;
    if (main < 0) return true;
    for (let d = Math.max(0, day - 1); d <= Math.min(dayCount - 1, day + 1); d++) {
      let others = this.mainOn[main * dayCount + d]!;
      if (cooked >= 0) others -= recipeOn[cooked * dayCount + d]!;
      if (again >= 0) others -= recipeOn[again * dayCount + d]!;
      if (others > 0) return false;
    }
    return true;
  }

  /** Whether a recipe was cooked so shortly before the day that it still keeps, or could be on a day that isn't full yet. */
  private mayBeCooked(day: number, cooked: number): boolean {
    const { keepsDays, cooksAhead } = this.model.leftovers;
    for (let c = Math.max(0, day - keepsDays[cooked]!); c < day; c++) {
      if (cooksAhead[c] === 0) continue;
      if (this.recipeOn[cooked * this.dayCount + c]! > 0) return true;
      if (this.mealsOn[c]! < this.model.locks[c]!.length) return true;
    }
    return false;
  }

  /** Whether every leftover has been cooked before or still may be. */
  mayBeCovered(): boolean {
    const { cookedOf } = this.model.leftovers;
    return this.leftovers.every(({ recipe, day }) => this.mayBeCooked(day, cookedOf[recipe]!));
  }

  /** Whether what was cooked is enough for all leftovers, and these aren't too many. */
  isCovered(): boolean {
    if (this.leftovers.length > this.model.leftovers.most) return false;
    return this.leftovers.every(({ recipe }) => this.sourcesOf(recipe) !== null);
  }

  /** The days on which the leftovers of a recipe were cooked, in the order in which they are eaten. */
  private sourcesOf(recipe: number): number[] | null {
    const { cookedOf, keepsDays, cooksAhead, mostACooking } = this.model.leftovers;
    const cooked = cookedOf[recipe]!;
    const daysWith = (r: number) =>
      Array.from({ length: this.dayCount }, (_, d) => d).filter(
        (d) => this.recipeOn[r * this.dayCount + d]! > 0,
      );
    const cookedOn = daysWith(cooked).filter((d) => cooksAhead[d] === 1);
    return assignLeftovers(cookedOn, daysWith(recipe), keepsDays[cooked]!, mostACooking);
  }

  /** The same for a day's whole menu, whose recipes already go together. */
  allFit(day: number, recipes: ArrayLike<number>): boolean {
    let leftovers = this.leftovers.length;
    for (let s = 0; s < recipes.length; s++) {
      if (!this.fits(day, recipes[s]!)) return false;
      if (recipes[s]! >= this.model.leftovers.first && ++leftovers > this.model.leftovers.most) return false;
    }
    return true;
  }
}
