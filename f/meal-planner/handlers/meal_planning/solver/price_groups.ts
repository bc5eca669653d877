import type { KindSearch } from "./kind_search.ts";
import type { WeekDual } from "./week_dual.ts";

/** Days of one kind that are searched together, under prices at which no menu is missed on any of them. */
export type PriceGroup = { kind: KindSearch; days: number[] };

/** Days whose cheapest menus differ by less than this share of a day's cost are searched together. */
const SAME_PRICES = 0.015;

/** Days of one kind whose prices are alike: one search under their least prices loses little on any of them. */
export function priceGroups(
  kinds: readonly KindSearch[],
  { dayLeast }: WeekDual,
  /** `scale`: the week's cost, of which shares are taken. */
  { scale, dayCount, leftovers }: { scale: number; dayCount: number; leftovers: boolean },
): PriceGroup[] {
  // What is cooked on one day for another is priced by the day.
  if (leftovers) return kinds.flatMap((kind) => kind.kind.days.map((d) => ({ kind, days: [d] })));
  const tolerance = Math.max(0.05, (SAME_PRICES * scale) / dayCount);
  return kinds.flatMap((kind) => {
    const groups: PriceGroup[] = [];
    for (const day of kind.kind.days.slice().sort((a, b) => dayLeast[a]! - dayLeast[b]! || a - b)) {
      const last = groups.at(-1);
      if (last && dayLeast[day]! <= dayLeast[last.days[0]!]! + tolerance) last.days.push(day);
      else groups.push({ kind, days: [day] });
    }
    return groups;
  });
}

/** Each recipe's least price over the days: a search under them misses no menu on any of the days. */
export function leastPrices(
  { price, pricedRecipes }: WeekDual,
  days: readonly number[],
  { recipeCount, dayCount }: { recipeCount: number; dayCount: number },
): Float64Array {
  const least = new Float64Array(recipeCount);
  for (const r of pricedRecipes) {
    let value = Number.POSITIVE_INFINITY;
    for (const d of days) value = Math.min(value, price[r * dayCount + d]!);
    least[r] = value;
  }
  return least;
}
