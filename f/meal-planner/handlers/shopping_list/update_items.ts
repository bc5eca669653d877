import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { AISLES } from "../../foods/food.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { readAisleMoves, writeAisleMoves } from "./aisle_moves.ts";
import { writeEdits } from "./edit_store.ts";
import { readItems } from "./item_store.ts";
import { notePrices } from "./known_prices.ts";
import { countChange, lockOpenList, writeListEdit } from "./list_store.ts";
import { applyEdit, type EditConflict, type ListConflict, mergeEdit, mergeListEdit } from "./merge_edit.ts";
import { isOnList, type StoredItem, type StoredList } from "./stored_list.ts";

const AMOUNT = z
  .number()
  .min(0, { message: "Must not be negative." })
  .max(100_000, { message: "At most 100000." });

export const itemEdit = z.strictObject({
  item_id: z.uuid(),
  ticked: z.boolean().optional().describe("In the basket, or not."),
  removed: z.boolean().optional().describe("Taken off the list; it comes back when more of it is needed."),
  amount: AMOUNT.nullable()
    .optional()
    .describe("What to buy, in the line's unit; null for what is worked out."),
  substitute: plainText(200).nullable().optional().describe("What is bought in its place."),
  note: plainText(1000).nullable().optional(),
  price: AMOUNT.nullable().optional().describe("What the line costs, in the household's currency."),
  aisle: z.enum(AISLES).nullable().optional().describe("Where it is found; remembered for later lists."),
  assigned_to: z.uuid().nullable().optional().describe("The person who gets it."),
  shop_id: z.uuid().nullable().optional().describe("The shop to get it from."),
});

export const updateItemsInput = z
  .strictObject({
    list_id: z.uuid(),
    version: z.int().min(1).describe("The version of the list that the edits were made on."),
    items: z
      .array(itemEdit)
      .max(1000, { message: "At most 1000 lines at once." })
      .refine((items) => new Set(items.map((item) => item.item_id)).size === items.length, {
        message: "Names a line twice. Put its fields together.",
      }),
    list: z
      .strictObject({
        name: plainText(200).optional(),
        shop_id: z.uuid().nullable().optional().describe("The shop to do the list in."),
        assigned_to: z.uuid().nullable().optional().describe("The person who goes."),
      })
      .optional()
      .describe("Changes of the list itself."),
    household_id: z.uuid().optional(),
  })
  .refine((input) => input.items.length > 0 || input.list !== undefined, {
    path: ["items"],
    message: "Name at least one line, or a change of the list itself.",
  });
type Input = z.output<typeof updateItemsInput>;

export type UpdatedItems = {
  version: number;
  updated: string[];
  /** Fields that somebody else set to something else since `version`; theirs stand. `item_id` is null for the list's own. */
  conflicts: ((EditConflict & { item_id: string }) | (ListConflict & { item_id: null }))[];
};

/**
 * Edits lines of an open list: ticks, amounts, notes, prices, aisles, who and where; and the list itself. Two people's edits
 * meet field by field: what only one changed is taken; where both changed one field differently, the first stands and the
 * second is told. Giving the same edits again changes nothing. ShoppingListUpdated commits with it.
 *
 * @throws NotFound for an unknown list; Conflict where it is completed; InvalidInput for a line that isn't on it, or a
 *   person or shop of another household. Nothing is changed then.
 */
export async function updateItems(tx: Tx, input: Input): Promise<UpdatedItems> {
  const household = await resolveHousehold(tx, input.household_id);
  const list = await lockOpenList(tx, household, input.list_id);
  if (input.version > list.version) {
    throw new InvalidInput([
      { path: "version", message: `The list is at version ${list.version}; read it again with get_list` },
    ]);
  }
  const items = await readForEdit(tx, household, list);
  await checkReferences(tx, household, input, items);
  const own = mergeListEdit(list, input.list ?? {}, input.version);
  const { edited, conflicts } = mergeEdits(input, items, list.version + 1);
  const answer = {
    updated: edited.map(({ after }) => after.item_id),
    conflicts: [...own.conflicts.map((conflict) => ({ item_id: null, ...conflict })), ...conflicts],
  };
  const listChanged = Object.keys(own.changes).length > 0;
  if (edited.length === 0 && !listChanged) return { version: list.version, ...answer };
  const version = await countChange(tx, list.list_id);
  if (listChanged) await writeListEdit(tx, list, own.changes, version);
  const written = edited.map(({ after }) => after);
  await writeEdits(tx, written);
  await writeAisleMoves(tx, household, movesOf(edited));
  await notePrices(tx, household, written);
  const removed = edited.filter(({ before, after }) => isOnList(before) && !isOnList(after)).length;
  const { household_id, list_id } = list;
  const counts = { added: 0, changed: edited.length - removed, removed };
  await emit(tx, [{ type: "ShoppingListUpdated", detail: { household_id, list_id, version, ...counts } }]);
  return { version, ...answer };
}

/** The lines as people see them: with the aisle where the household found them. */
async function readForEdit(tx: Tx, household: Household, list: StoredList): Promise<Map<string, StoredItem>> {
  const moves = await readAisleMoves(tx, household);
  const stored = await readItems(tx, list.list_id);
  return new Map(stored.map((item) => [item.item_id, { ...item, aisle: moves.get(item.key) ?? item.aisle }]));
}

type Edited = { before: StoredItem; after: StoredItem; aisle: string | null | undefined };

function mergeEdits(input: Input, items: ReadonlyMap<string, StoredItem>, version: number) {
  const conflicts: (EditConflict & { item_id: string })[] = [];
  const edited: Edited[] = [];
  for (const { item_id, ...edit } of input.items) {
    const before = items.get(item_id) as StoredItem;
    const merged = mergeEdit(before, edit, input.version);
    conflicts.push(...merged.conflicts.map((conflict) => ({ item_id, ...conflict })));
    if (Object.keys(merged.changes).length === 0) continue;
    const after = applyEdit(before, merged.changes, { version, seen: input.version });
    edited.push({ before, after, aisle: merged.changes.aisle });
  }
  return { edited, conflicts };
}

function movesOf(edited: readonly Edited[]) {
  return edited.flatMap(({ after, aisle }) => (aisle === undefined ? [] : [{ item: after, aisle }]));
}

async function checkReferences(
  tx: Tx,
  household: Household,
  input: Input,
  items: ReadonlyMap<string, StoredItem>,
): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `select person_id as id from meal_planner.people where household_id = $1::uuid
     union all select shop_id from meal_planner.shops where household_id = $1::uuid`,
    [household.household_id],
  );
  const known = new Set(rows.map((row) => row.id));
  const strangers = (path: string, edit: { assigned_to?: string | null; shop_id?: string | null }) =>
    (["assigned_to", "shop_id"] as const).flatMap((field) =>
      edit[field] && !known.has(edit[field])
        ? [{ path: `${path}.${field}`, message: "Isn't one of this household" }]
        : [],
    );
  const problems = input.items.flatMap((edit, index) => [
    ...(items.has(edit.item_id)
      ? []
      : [{ path: `items[${index}].item_id`, message: "Isn't a line of this list; read it with get_list" }]),
    ...strangers(`items[${index}]`, edit),
  ]);
  problems.push(...strangers("list", input.list ?? {}));
  if (problems.length > 0) throw new InvalidInput(problems);
}
