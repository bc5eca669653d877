import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { getList } from "./get_list.ts";
import type { ItemView, ListView } from "./list_view.ts";
import { findSharedList } from "./share_list.ts";
import { itemEdit, type UpdatedItems, updateItems, updateItemsInput } from "./update_items.ts";

const shareToken = z.string().min(1).max(200).describe("The token of a shared link.");

export const sharedListInput = z.strictObject({ share_token: shareToken });

/** A line as a guest sees it: what to put into the basket, not what it costs, who eats it and when. */
type SharedItem = Pick<
  ItemView,
  "item_id" | "name" | "display" | "ticked" | "check" | "change" | "substitute" | "note"
>;

export type SharedList = Pick<ListView, "name" | "state" | "version" | "items" | "ticked"> & {
  aisles: { aisle: string; title: string; items: SharedItem[] }[];
  check: SharedItem[];
};

/**
 * What a shared link shows of its list.
 *
 * @throws NotFound for a token that was never given or is revoked.
 */
export async function showSharedList(tx: Tx, input: z.output<typeof sharedListInput>): Promise<SharedList> {
  const { list_id, household_id } = await findSharedList(tx, input.share_token);
  const list = await getList(tx, { listId: list_id, householdId: household_id });
  const { name, state, version, items, ticked } = list;
  return {
    ...{ name, state, version, items, ticked },
    aisles: list.aisles.map((aisle) => ({ ...aisle, items: aisle.items.map(guestView) })),
    check: list.check.map(guestView),
  };
}

function guestView(item: ItemView): SharedItem {
  const { item_id, name, display, ticked, check, change, substitute, note } = item;
  return { item_id, name, display, ticked, check, change, substitute, note };
}

export const tickSharedInput = z.strictObject({
  share_token: shareToken,
  version: updateItemsInput.shape.version,
  items: z
    .array(
      itemEdit.pick({ item_id: true }).extend({ ticked: z.boolean().describe("In the basket, or not.") }),
    )
    .min(1, { message: "Name at least one line." })
    .max(1000, { message: "At most 1000 lines at once." })
    .refine((items) => new Set(items.map((item) => item.item_id)).size === items.length, {
      message: "Names a line twice.",
    }),
});

/**
 * Ticks lines of the list that a shared link opens; a guest changes nothing else. As with `updateItems`, ticks of two
 * people meet line by line, and giving the same ones again changes nothing.
 *
 * @throws NotFound as `showSharedList`; Conflict where the list is completed; InvalidInput for a line of another list.
 */
export async function tickSharedList(tx: Tx, input: z.output<typeof tickSharedInput>): Promise<UpdatedItems> {
  const { list_id, household_id } = await findSharedList(tx, input.share_token);
  const { version, items } = input;
  return updateItems(tx, { list_id, household_id, version, items });
}
