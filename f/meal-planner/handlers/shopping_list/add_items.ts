import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { defineIdempotentOperation } from "../../patterns/idempotency/idempotent_operation.ts";
import { runOnceInTransaction } from "../../patterns/idempotency/run_once.ts";
import { handItem, readListLines } from "./hand_line.ts";
import { insertItems, readItems, rewriteItems } from "./item_store.ts";
import { displayPlain } from "./line_display.ts";
import { countChange, lockOpenList } from "./list_store.ts";
import type { ShoppingLine } from "./shopping_line.ts";
import { isOnList, type StoredItem, type StoredList } from "./stored_list.ts";

export const handItems = z
  .array(handItem)
  .min(1, { message: "Name at least one line." })
  .max(200, { message: "At most 200 lines at once." });

export const addItemsInput = z.strictObject({
  list_id: z.uuid(),
  items: handItems,
  request_id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe("Any text of the caller's, the same on every try: the lines are added once."),
  household_id: z.uuid().optional(),
});

// A phone that was out of reach may try again days later.
const ADD_ITEMS = defineIdempotentOperation({
  consumer: "shopping_list/add_items",
  ttlSeconds: 30 * 86_400,
  onMissingKey: "run",
});

export type AddedItem = { item_id: string; display: string; merged: boolean };
export type AddedItems = { list_id: string; version: number; items: AddedItem[] };

/**
 * Adds lines that people write: "3 lemons", "oat milk". They stay whatever becomes of the plan. One that is there already
 * by hand, in the same unit and not yet ticked, grows instead. "Milk and eggs" is added as two. ShoppingListUpdated commits with it. With a `request_id` a
 * repeated call adds nothing and answers as the first one did.
 *
 * @throws NotFound for an unknown list; Conflict where it is completed; PayloadMismatch for other lines under the same id.
 */
export async function addItems(tx: Tx, input: z.output<typeof addItemsInput>): Promise<AddedItems> {
  const household = await resolveHousehold(tx, input.household_id);
  const { request_id, ...payload } = input;
  const key = request_id && `${household.household_id} ${request_id}`;
  const call = key ? { payload, key } : { payload };
  const { result } = await runOnceInTransaction(tx, ADD_ITEMS, call, () => addLines(tx, household, input));
  return result;
}

async function addLines(
  tx: Tx,
  household: Household,
  input: z.output<typeof addItemsInput>,
): Promise<AddedItems> {
  const list = await lockOpenList(tx, household, input.list_id);
  const lines = await readListLines(tx, household, input.items);
  const waiting = (await readItems(tx, list.list_id)).filter(
    (item) => item.origin === "hand" && isOnList(item) && !item.ticked && item.own_amount === null,
  );
  const version = await countChange(tx, list.list_id);
  const items: AddedItem[] = [];
  for (const { line, note } of lines) {
    items.push(await addLine(tx, { ...list, version }, line, note, waiting));
  }
  const merged = items.filter((item) => item.merged).length;
  const counts = { added: items.length - merged, changed: merged, removed: 0 };
  const { list_id, household_id } = list;
  await emit(tx, [{ type: "ShoppingListUpdated", detail: { household_id, list_id, version, ...counts } }]);
  return { list_id, version, items };
}

async function addLine(
  tx: Tx,
  { list_id, version }: Pick<StoredList, "list_id" | "version">,
  line: ShoppingLine,
  note: string | null,
  waiting: StoredItem[],
): Promise<AddedItem> {
  const place = waiting.findIndex((item) => item.key === line.key && item.unit === line.unit);
  const there = waiting[place];
  if (there && note === null) {
    const grown = grow(there, line);
    await rewriteItems(tx, [{ item_id: there.item_id, line: grown }], version);
    waiting[place] = { ...there, ...grown };
    return { item_id: there.item_id, display: grown.display, merged: true };
  }
  const [item_id] = await insertItems(tx, list_id, [
    { line, origin: "hand", baselineAmount: line.amount, note },
  ]);
  return { item_id: item_id as string, display: line.display, merged: false };
}

/** "3 lemons" and "2 lemons" are "5 lemons"; "milk" twice is "milk". */
function grow(there: StoredItem, line: ShoppingLine): ShoppingLine {
  const amount = sumOf(there.amount, line.amount);
  const display = there.amount === amount ? there.display : displayPlain(line.name, line.unit, amount);
  return { ...line, amount, exact_amount: amount, grams: sumOf(there.grams, line.grams), display };
}

function sumOf(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}
