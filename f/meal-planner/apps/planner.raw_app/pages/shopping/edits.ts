import type { Answer, Args } from "../../runnables/runnables.ts";

export type List = Answer<"get_list">;
export type Item = List["check"][number];
/** What a guest sees of a list; the household sees more. */
export type SharedList = Answer<"shared_list">;
type ItemEdit = NonNullable<Args<"update_items">["items"]>[number];
/** What is changed of a line. */
export type Fields = Omit<ItemEdit, "item_id">;

/** A list by its id, or by a shared link's token. */
export type ListTarget = { list_id: string } | { share_token: string };

/** A line written here that the server hasn't confirmed yet. Its id makes that it is added once, however often it is sent. */
export type Addition = { kind: "addition"; id: string; target: { list_id: string }; line: string };

/** An edit of a line that the server hasn't confirmed yet. */
export type Edit = {
  kind: "edit";
  id: string;
  target: ListTarget;
  item_id: string;
  /** For telling which line it was, where the server refuses it. */
  name: string;
  fields: Fields;
  /** The version of the list that was looked at. */
  version: number;
};

export type Queued = Edit | Addition;

export const isEdit = (queued: Queued): queued is Edit => queued.kind === "edit";
export const isAddition = (queued: Queued): queued is Addition => queued.kind === "addition";

export type Batch = { target: ListTarget; version: number; edits: Edit[]; items: ItemEdit[] };

export function sameTarget(a: ListTarget, b: ListTarget): boolean {
  if ("list_id" in a) return "list_id" in b && a.list_id === b.list_id;
  return "share_token" in b && a.share_token === b.share_token;
}

/**
 * The edits as they are sent, in the order they were made: those made on one version of one list together, a line once,
 * the later field over the earlier.
 */
export function batchesOf(edits: readonly Edit[]): Batch[] {
  const batches: Batch[] = [];
  for (const edit of edits) {
    const open = batches.find(
      (batch) => sameTarget(batch.target, edit.target) && batch.version === edit.version,
    );
    const batch = open ?? { target: edit.target, version: edit.version, edits: [], items: [] };
    if (!open) batches.push(batch);
    batch.edits.push(edit);
    const item = batch.items.find(({ item_id }) => item_id === edit.item_id);
    if (item) Object.assign(item, edit.fields);
    else batch.items.push({ item_id: edit.item_id, ...edit.fields });
  }
  return batches.sort((a, b) => a.version - b.version);
}

/** The list as it will be once the edits have arrived. */
export function withEdits<Seen extends SharedList>(list: Seen, edits: readonly Edit[]): Seen {
  if (edits.length === 0) return list;
  const fields = new Map<string, Fields>();
  for (const edit of edits) fields.set(edit.item_id, { ...fields.get(edit.item_id), ...edit.fields });
  const edited = <Line extends SharedList["check"][number]>(items: Line[]) =>
    items.flatMap((item) => {
      const change = fields.get(item.item_id);
      if (!change) return [item];
      if (change.removed) return [];
      const { ticked = item.ticked, note = item.note, substitute = item.substitute } = change;
      return [{ ...item, ticked, note, substitute }];
    });
  const aisles = list.aisles
    .map((aisle) => ({ ...aisle, items: edited(aisle.items) }))
    .filter((aisle) => aisle.items.length > 0);
  const shown = aisles.flatMap((aisle) => aisle.items);
  return {
    ...list,
    aisles,
    check: edited(list.check),
    items: shown.length,
    ticked: shown.filter((item) => item.ticked).length,
  };
}
