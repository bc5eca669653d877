import { createHash } from "node:crypto";
import type { Tx } from "../database/connection.ts";
import { recordOfStarterFood } from "./food_record.ts";
import { countFigures, recordDataset, writeFoods } from "./food_store.ts";
import { STARTER_FOODS } from "./starter_foods/starter_foods.ts";

/**
 * Brings the starter foods into the database. Idempotent, and one statement where nothing has changed; two at once
 * are safe (the dataset's row serialises them). Ids are the same on every installation.
 */
export async function loadStarterFoods(tx: Tx): Promise<{ changed: boolean; foods: number }> {
  const records = STARTER_FOODS.map(recordOfStarterFood);
  const contentHash = createHash("sha256").update(JSON.stringify(records)).digest("hex");
  const counts = { foods: records.length, ...countFigures(records), skipped: 0 };
  const changed = await recordDataset(tx, "starter", contentHash, counts, "this project's table of staples");
  if (!changed) return { changed: false, foods: records.length };
  await writeFoods(tx, records);
  await tx.query(
    `delete from meal_planner.foods f
     where source = 'starter' and source_id <> all ($1::text[])
       and not exists (select 1 from meal_planner.food_mappings m where m.food_id = f.food_id)`,
    [records.map((record) => record.sourceId)],
  );
  return { changed: true, foods: records.length };
}
