import type { Row, Tx } from "../database/connection.ts";
import { buildFoodIndex, type FoodIndex, withOwnFoods } from "./food_index.ts";
import type { FoodRecord } from "./food_record.ts";

export type StoredDataset = { foods: number; nutrients: number; portions: number; skipped: number };

const BATCH = 1000;

export function countFigures(records: readonly FoodRecord[]): { nutrients: number; portions: number } {
  let nutrients = 0;
  let portions = 0;
  for (const record of records) {
    for (const figure of Object.values(record.per100g)) if (figure !== null) nutrients++;
    portions += record.portions.length;
  }
  return { nutrients, portions };
}

/**
 * Notes that a dataset is loaded; false where the very same contents already are. Takes the dataset's row lock, so a
 * second loader waits for the first. Readers with foods in memory see the new revision.
 */
export async function recordDataset(
  tx: Tx,
  source: string,
  contentHash: string,
  counts: StoredDataset,
  origin: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into meal_planner.food_datasets as d
       (source, content_hash, foods, nutrients, portions, skipped, origin)
     values ($1::text, $2::text, $3::integer, $4::integer, $5::integer, $6::integer, $7::text)
     on conflict (source) do update set content_hash = excluded.content_hash, foods = excluded.foods,
       nutrients = excluded.nutrients, portions = excluded.portions, skipped = excluded.skipped,
       origin = excluded.origin, revision = d.revision + 1, loaded_at = now()
     where d.content_hash <> excluded.content_hash`,
    [source, contentHash, counts.foods, counts.nutrients, counts.portions, counts.skipped, origin],
  );
  return rowCount > 0;
}

/** Writes records, new or again: a record keeps its id, and an FDC id once known is kept. */
export async function writeFoods(tx: Tx, records: readonly FoodRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += BATCH) {
    const rows = records.slice(at, at + BATCH).map(rowOf);
    await tx.query(
      `insert into meal_planner.foods as f (food_id, source, source_id, ndb, fdc_id, description, name, aliases,
         category, per_100g, portions, density_g_per_ml, refuse_percent, state, origins, allergens, main, aisle,
         sold_as, shopping)
       select food_id, source, source_id, ndb, fdc_id, description, name, aliases, category, per_100g, portions,
         density_g_per_ml, refuse_percent, state, origins, allergens, main, aisle, sold_as, shopping
       from jsonb_to_recordset($1::jsonb) as r (food_id uuid, source text, source_id text, ndb text, fdc_id integer,
         description text, name text, aliases text[], category text, per_100g jsonb, portions jsonb,
         density_g_per_ml double precision, refuse_percent double precision, state text, origins text[],
         allergens text[], main text, aisle text, sold_as jsonb, shopping text)
       on conflict (food_id) do update set ndb = coalesce(excluded.ndb, f.ndb),
         fdc_id = coalesce(excluded.fdc_id, f.fdc_id), description = excluded.description, name = excluded.name,
         aliases = excluded.aliases, category = excluded.category, per_100g = excluded.per_100g,
         portions = excluded.portions, density_g_per_ml = excluded.density_g_per_ml,
         refuse_percent = excluded.refuse_percent, state = excluded.state, origins = excluded.origins,
         allergens = excluded.allergens, main = excluded.main, aisle = excluded.aisle, sold_as = excluded.sold_as,
         shopping = excluded.shopping, updated_at = now()`,
      [JSON.stringify(rows)],
    );
  }
}

function rowOf(food: FoodRecord): Row {
  return {
    food_id: food.foodId,
    source: food.source,
    source_id: food.sourceId,
    ndb: food.ndb,
    fdc_id: food.fdcId,
    description: food.description,
    name: food.name,
    aliases: food.aliases,
    category: food.category,
    per_100g: food.per100g,
    portions: food.portions,
    density_g_per_ml: food.densityGramsPerMl,
    refuse_percent: food.refusePercent,
    state: food.state,
    origins: food.origins,
    allergens: food.allergens,
    main: food.main,
    aisle: food.aisle,
    sold_as: food.soldAs,
    shopping: food.shopping,
  };
}

export const RECORD_COLUMNS = `food_id as "foodId", source, source_id as "sourceId", ndb, fdc_id as "fdcId", description, name,
  aliases, category, per_100g as "per100g", portions, density_g_per_ml as "densityGramsPerMl",
  refuse_percent as "refusePercent", state, origins, allergens, main, aisle, sold_as as "soldAs", shopping`;

/**
 * The records of some ids, in no order; an id that isn't known is left out, and with a household what is another's own.
 */
export async function readFoods(
  tx: Tx,
  foodIds: readonly string[],
  householdId?: string,
): Promise<FoodRecord[]> {
  const { rows } = await tx.query<FoodRecord>(
    `select ${RECORD_COLUMNS} from meal_planner.foods
     where food_id = any ($1::uuid[])
       and (household_id is null or $2::uuid is null or household_id = $2::uuid)`,
    [foodIds, householdId ?? null],
  );
  return rows;
}

/** Keyed by the contents that it was built from, so that it is right for every database that holds the same. */
let cached: { contents: string; index: Promise<FoodIndex> } | undefined;

/**
 * The index over all foods of the database, with a household's confirmed mappings. It is built once a process and
 * again when a dataset has changed; the first time takes up to a second with all of SR.
 */
export async function foodIndexFor(tx: Tx, householdId?: string | null): Promise<FoodIndex> {
  const { rows: datasets } = await tx.query<{ contents: string | null }>(
    `select string_agg(source || ' ' || content_hash, ',' order by source) as contents
     from meal_planner.food_datasets`,
  );
  const contents = datasets[0]?.contents ?? "";
  if (cached?.contents !== contents) {
    const index = readAllFoods(tx).then((foods) => buildFoodIndex(foods));
    cached = { contents, index };
    // A failed read must not be remembered; the caller still gets its error from the awaited promise.
    index.catch(() => {
      cached = undefined;
    });
  }
  const index = await cached.index;
  return householdId ? withMappings(tx, await withOwn(tx, index, householdId), householdId) : index;
}

/** Of the few households that a process serves, the index with their own foods, while neither has changed. */
const withOwnCached = new Map<string, { of: FoodIndex; own: string; index: FoodIndex }>();
const MOST_CACHED = 4;

async function withOwn(tx: Tx, index: FoodIndex, householdId: string): Promise<FoodIndex> {
  const { rows } = await tx.query<FoodRecord>(
    `select ${RECORD_COLUMNS} from meal_planner.foods where household_id = $1::uuid order by source_id`,
    [householdId],
  );
  if (rows.length === 0) return index;
  const own = JSON.stringify(rows);
  const known = withOwnCached.get(householdId);
  if (known?.of === index && known.own === own) return known.index;
  const merged = withOwnFoods(index, rows);
  withOwnCached.delete(householdId);
  withOwnCached.set(householdId, { of: index, own, index: merged });
  const [oldest] = withOwnCached.keys();
  if (withOwnCached.size > MOST_CACHED && oldest !== undefined) withOwnCached.delete(oldest);
  return merged;
}

async function readAllFoods(tx: Tx): Promise<FoodRecord[]> {
  const { rows } = await tx.query<FoodRecord>(
    `select ${RECORD_COLUMNS} from meal_planner.foods where household_id is null order by source, source_id`,
  );
  return rows;
}

async function withMappings(tx: Tx, index: FoodIndex, householdId: string): Promise<FoodIndex> {
  const { rows } = await tx.query<{ name_key: string; food_id: string }>(
    "select name_key, food_id from meal_planner.food_mappings where household_id = $1::uuid",
    [householdId],
  );
  if (rows.length === 0) return index;
  const chosen = rows.flatMap(({ name_key, food_id }) => {
    const food = index.byId.get(food_id);
    return food ? [[name_key, food] as const] : [];
  });
  // What a person has said of a name wins over what one of their own foods is called.
  return { ...index, confirmed: new Map([...index.confirmed, ...chosen]) };
}
