import { createHash } from "node:crypto";
import type { Tx } from "../database/connection.ts";
import { emit } from "../events/producers/emit.ts";
import type { FoodRecord } from "./food_record.ts";
import { countFigures, recordDataset, writeFoods } from "./food_store.ts";

/** Foods that came one by one stand beside the data sets under this name. */
const FETCHED = "usda_fdc";

/** The ids of foods that are stored, by their FDC id. */
export async function foodIdsByFdcId(tx: Tx, fdcIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await tx.query<{ fdc_id: number; food_id: string }>(
    "select fdc_id, food_id from meal_planner.foods where fdc_id = any ($1::integer[])",
    [fdcIds],
  );
  return new Map(rows.map((row) => [row.fdc_id, row.food_id]));
}

/**
 * Stores foods that were fetched one by one; their ids by FDC id. A food that is there already, from a data set or
 * fetched before, stays as it is: a data set knows more of it. Where there is a new one, FoodDatasetLoaded commits with it.
 */
export async function storeFetchedFoods(
  tx: Tx,
  records: readonly FoodRecord[],
): Promise<Map<number, string>> {
  const before = await lockFetched(tx);
  const fdcIds = records.flatMap((record) => (record.fdcId === null ? [] : [record.fdcId]));
  const known = await foodIdsByFdcId(tx, fdcIds);
  const fresh = await newRecords(
    tx,
    records.filter((record) => !known.has(record.fdcId ?? -1)),
  );
  if (fresh.length > 0) {
    await writeFoods(tx, fresh);
    const { nutrients, portions } = countFigures(fresh);
    const counts = {
      foods: before.foods + fresh.length,
      nutrients: before.nutrients + nutrients,
      portions: before.portions + portions,
      skipped: 0,
    };
    // By the hash, whoever has the foods in memory sees that there are more.
    const hash = createHash("sha256").update(before.content_hash).update(JSON.stringify(fresh)).digest("hex");
    await recordDataset(tx, FETCHED, hash, counts, "FoodData Central, food by food");
    await emit(tx, [{ type: "FoodDatasetLoaded", detail: { source: FETCHED, foods: counts.foods } }]);
  }
  for (const record of records) {
    if (record.fdcId !== null && !known.has(record.fdcId)) known.set(record.fdcId, record.foodId);
  }
  return known;
}

/** Those whose own id is new too: a data set without FDC ids may have the food by its NDB number. */
async function newRecords(tx: Tx, records: readonly FoodRecord[]): Promise<FoodRecord[]> {
  const { rows } = await tx.query<{ food_id: string }>(
    "select food_id from meal_planner.foods where food_id = any ($1::uuid[])",
    [records.map((record) => record.foodId)],
  );
  const there = new Set(rows.map((row) => row.food_id));
  return records.filter((record) => !there.has(record.foodId));
}

type Fetched = { content_hash: string; foods: number; nutrients: number; portions: number };

/** One at a time: each adds to what the one before has left. */
async function lockFetched(tx: Tx): Promise<Fetched> {
  const { rows } = await tx.query<Fetched>(
    `insert into meal_planner.food_datasets as d (source, content_hash, foods, nutrients, portions, skipped, origin)
     values ($1::text, '', 0, 0, 0, 0, '')
     on conflict (source) do update set source = d.source
     returning content_hash, foods, nutrients, portions`,
    [FETCHED],
  );
  return rows[0] ?? { content_hash: "", foods: 0, nutrients: 0, portions: 0 };
}
