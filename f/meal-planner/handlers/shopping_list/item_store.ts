import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import type { ShoppingLine } from "./shopping_line.ts";
import { ITEM_COLUMNS, type StoredItem } from "./stored_list.ts";

/** All lines of a list, those out of sight included, in an order that doesn't change. */
export async function readItems(tx: Tx, listId: string): Promise<StoredItem[]> {
  const { rows } = await tx.query<StoredItem>(
    `select ${ITEM_COLUMNS} from meal_planner.shopping_items where list_id = $1::uuid order by name, key, origin`,
    [listId],
  );
  return rows;
}

const LINE_COLUMNS = `name, food_id, aisle, unit, amount, exact_amount, grams, grams_each, pantry_amount, pantry_grams,
  display, need, check_reason, sources`;

const LINE_RECORD = `name text, food_id text, aisle text, unit text, amount double precision,
  exact_amount double precision, grams double precision, grams_each double precision, pantry_amount double precision,
  pantry_grams double precision, display text, need text, check_reason text, sources jsonb`;

export type NewItem = {
  line: ShoppingLine;
  origin: StoredItem["origin"];
  baselineAmount: number | null;
  note?: string | null;
  recurringId?: string;
};

/** Adds lines; a composed one that is there already (same key and origin) stays as it is. Answers the ids of those added. */
export async function insertItems(tx: Tx, listId: string, items: readonly NewItem[]): Promise<string[]> {
  if (items.length === 0) return [];
  const records = items.map(({ line, origin, baselineAmount, note, recurringId }) => ({
    ...recordOf(line),
    item_id: newId(),
    key: line.key,
    origin,
    baseline_amount: baselineAmount,
    note: note ?? null,
    recurring_id: recurringId ?? null,
  }));
  const { rows } = await tx.query<{ item_id: string }>(
    `insert into meal_planner.shopping_items
       (item_id, list_id, key, origin, baseline_amount, note, recurring_id, ${LINE_COLUMNS})
     select item_id, $1::uuid, key, origin, baseline_amount, note, recurring_id, ${LINE_COLUMNS}
     from jsonb_to_recordset($2::jsonb) as line
       (item_id uuid, key text, origin text, baseline_amount double precision, note text, recurring_id uuid,
        ${LINE_RECORD})
     on conflict (list_id, origin, key) where origin <> 'hand' do nothing
     returning item_id`,
    [listId, JSON.stringify(records)],
  );
  return rows.map((row) => row.item_id);
}

// Enough for a shopper whose telephone was off for an afternoon of planning.
const EARLIER_AMOUNTS_KEPT = 8;

/** Writes what lines say from `version` of the list on, and nothing of what people did with them. */
export async function rewriteItems(
  tx: Tx,
  changes: readonly { item_id: string; line: ShoppingLine }[],
  version: number,
): Promise<void> {
  if (changes.length === 0) return;
  const records = changes.map(({ item_id, line }) => ({ ...recordOf(line), item_id }));
  await tx.query(
    `update meal_planner.shopping_items item
     set needed = true, name = line.name, food_id = line.food_id, aisle = line.aisle, unit = line.unit,
       amount = line.amount, exact_amount = line.exact_amount, grams = line.grams, grams_each = line.grams_each,
       pantry_amount = line.pantry_amount, pantry_grams = line.pantry_grams, display = line.display,
       need = line.need, check_reason = line.check_reason, sources = line.sources,
       earlier_amounts = case when needed and item.amount is not distinct from line.amount then earlier_amounts
         else ${withEarlierAmount("$2")} end
     from jsonb_to_recordset($1::jsonb) as line (item_id uuid, ${LINE_RECORD})
     where item.item_id = line.item_id`,
    [JSON.stringify(records), version],
  );
}

/** Takes lines that no meal asks for out of sight, from `version` of the list on. */
export async function retireItems(tx: Tx, itemIds: readonly string[], version: number): Promise<void> {
  if (itemIds.length === 0) return;
  await tx.query(
    `update meal_planner.shopping_items item
     set needed = false, earlier_amounts = ${withEarlierAmount("$2")}
     where item_id = any($1::uuid[])`,
    [itemIds, version],
  );
}

function withEarlierAmount(version: "$2"): string {
  return `(case when jsonb_array_length(earlier_amounts) >= ${EARLIER_AMOUNTS_KEPT}
      then earlier_amounts - 0 else earlier_amounts end)
    || jsonb_build_array(jsonb_build_object('until', ${version}::integer,
         'amount', case when item.needed then item.amount else 0 end))`;
}

function recordOf({ check, key: _key, ...line }: ShoppingLine) {
  return { ...line, check_reason: check };
}
