import type { Tx } from "../../database/connection.ts";
import { type FoodRecord, foodIdOf } from "../food_record.ts";

/**
 * A dataset without the older ones of a food that it holds twice. An FDC id names a publication of a food, its NDB number the
 * food; ids grow with time.
 */
export function newestOfEach(records: readonly FoodRecord[]): FoodRecord[] {
  const newest = new Map<string, FoodRecord>();
  for (const record of records) {
    const key = record.ndb === null ? record.foodId : `${record.source} ${record.ndb}`;
    const known = newest.get(key);
    if (!known || (record.fdcId ?? 0) >= (known.fdcId ?? 0)) newest.set(key, record);
  }
  return [...newest.values()];
}

/**
 * The records under the ids that their foods have here already: an SR food that comes with its FDC id alone, and a
 * Foundation food that was published anew under another FDC id, so that what a person confirmed stays right.
 */
export async function underKnownIds(tx: Tx, records: readonly FoodRecord[]): Promise<FoodRecord[]> {
  const { rows } = await tx.query<{
    source: string;
    fdc_id: number | null;
    source_id: string;
    ndb: string | null;
  }>(
    `select source, fdc_id, source_id, ndb from meal_planner.foods
     where source in ('usda_sr', 'usda_foundation')
       and (fdc_id = any ($1::integer[]) or (source = 'usda_foundation' and ndb = any ($2::text[])))`,
    [records.flatMap(({ fdcId }) => fdcId ?? []), records.flatMap(({ ndb }) => ndb ?? [])],
  );
  const byFdcId = new Map(rows.map((row) => [`${row.source} ${row.fdc_id}`, row]));
  const byNdb = new Map(rows.map((row) => [`${row.source} ${row.ndb}`, row]));
  return records.map((record) => {
    const { source, ndb, fdcId } = record;
    const same = ndb === null ? byFdcId.get(`${source} ${fdcId}`) : byNdb.get(`${source} ${ndb}`);
    // SR goes by its number, whatever FDC id it came with before.
    if (!same || (source === "usda_sr" && ndb !== null)) return record;
    const { source_id: sourceId } = same;
    return { ...record, sourceId, ndb: ndb ?? same.ndb, foodId: foodIdOf(source, sourceId) };
  });
}
