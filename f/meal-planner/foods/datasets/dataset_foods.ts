import type { FoodRecord } from "../food_record.ts";
import { recordOfUsdaFood, type UsdaFood, type UsdaSource, usdaFood } from "../usda_record.ts";

/** What a reader of a format yields: a food of a source, or a row that couldn't be read and why. */
export type DatasetRow = { source: UsdaSource; food: UsdaFood } | { skipped: string };

/** Checks a row from outside and makes it a record; a row without a name, an id or energy can't be used. */
export function recordOfRow(source: UsdaSource, row: unknown): FoodRecord | { skipped: string } {
  const parsed = usdaFood.safeParse(row);
  if (!parsed.success) return { skipped: parsed.error.issues[0]?.message ?? "not a food" };
  const { ndb, fdc_id, desc, n } = parsed.data;
  if (ndb === undefined && fdc_id === undefined) return { skipped: `${desc}: neither ndb nor fdc_id` };
  if (Object.values(n).some((figure) => figure !== null && !(figure >= 0 && figure < 1e6))) {
    return { skipped: `${desc}: a figure below 0 or absurdly high` };
  }
  return recordOfUsdaFood(parsed.data, source);
}
