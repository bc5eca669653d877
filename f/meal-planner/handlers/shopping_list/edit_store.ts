import type { Tx } from "../../database/connection.ts";
import type { StoredItem } from "./stored_list.ts";

/** Writes what people did with lines, and nothing of what the lines say. */
export async function writeEdits(tx: Tx, items: readonly StoredItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `update meal_planner.shopping_items item
     set ticked = edit.ticked, ticked_amount = edit.ticked_amount,
       ticked_at = case when not edit.ticked then null when item.ticked then item.ticked_at else now() end,
       removed = edit.removed, removed_amount = edit.removed_amount, own_amount = edit.own_amount,
       substitute = edit.substitute, note = edit.note, price = edit.price, assigned_to = edit.assigned_to,
       shop_id = edit.shop_id, baseline_amount = edit.baseline_amount, field_versions = edit.field_versions
     from jsonb_to_recordset($1::jsonb) as edit (item_id uuid, ticked boolean, ticked_amount double precision,
       removed boolean, removed_amount double precision, own_amount double precision, substitute text, note text,
       price numeric, assigned_to uuid, shop_id uuid, baseline_amount double precision, field_versions jsonb)
     where item.item_id = edit.item_id`,
    [JSON.stringify(items)],
  );
}
