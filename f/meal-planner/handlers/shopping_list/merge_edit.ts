import { amountSeen, type StoredItem, type StoredList } from "./stored_list.ts";

/** What a person may change of a line; a field that is left out isn't touched, null clears it. */
export type ItemEdit = {
  ticked?: boolean;
  removed?: boolean;
  amount?: number | null;
  substitute?: string | null;
  note?: string | null;
  price?: number | null;
  aisle?: string | null;
  assigned_to?: string | null;
  shop_id?: string | null;
};
export type EditedField = keyof ItemEdit;

// The amount comes first: ticks and removals are for an amount.
export const EDITED_FIELDS: readonly EditedField[] = [
  "amount",
  "substitute",
  "note",
  "price",
  "aisle",
  "assigned_to",
  "shop_id",
  "removed",
  "ticked",
];

/** Two people set one field differently: the first one's value stands, and the second is told of it. */
export type EditConflict = { field: EditedField; yours: unknown; theirs: unknown; version: number };

export type MergedEdit = { changes: ItemEdit; conflicts: EditConflict[] };

/**
 * Merges an edit made on version `seen` of a list into the line as it is now, field by field: a field that somebody
 * changed since is a conflict, unless both say the same; all others are taken. So no edit is lost unseen.
 */
export function mergeEdit(item: StoredItem, edit: ItemEdit, seen: number): MergedEdit {
  const changes: Partial<Record<EditedField, unknown>> = {};
  const conflicts: EditConflict[] = [];
  for (const field of EDITED_FIELDS) {
    const yours = edit[field];
    if (yours === undefined) continue;
    const theirs = fieldOf(item, field);
    const changedAt = item.field_versions[field] ?? 0;
    if (changedAt > seen && theirs !== yours) conflicts.push({ field, yours, theirs, version: changedAt });
    else if (theirs !== yours || isStale(item, field, changes as ItemEdit, seen)) changes[field] = yours;
  }
  return { changes: changes as ItemEdit, conflicts };
}

function fieldOf(item: StoredItem, field: EditedField): unknown {
  if (field === "amount") return item.own_amount;
  return item[field];
}

/** A tick or a removal that was for another amount than the line has (after this edit) can be given again. */
function isStale(item: StoredItem, field: EditedField, changes: ItemEdit, seen: number): boolean {
  const own_amount = changes.amount === undefined ? item.own_amount : changes.amount;
  const amount = amountSeen({ ...item, own_amount }, seen);
  if (field === "ticked") return item.ticked && item.ticked_amount !== amount;
  return field === "removed" && item.removed && item.removed_amount !== amount;
}

/**
 * The line after an edit that was made on the list's version `seen` and becomes part of `version`. A tick or a removal
 * holds for the amount that was seen: who ticked 500 g didn't buy the kilo that the plan has come to need meanwhile.
 */
export function applyEdit(
  item: StoredItem,
  changes: ItemEdit,
  { version, seen }: { version: number; seen: number },
): StoredItem {
  const { amount, aisle, ...rest } = changes;
  const edited: StoredItem = { ...item, ...withoutUndefined(rest) };
  if (amount !== undefined) edited.own_amount = amount;
  if (aisle !== undefined && aisle !== null) edited.aisle = aisle;
  const settled = amountSeen(edited, seen);
  if (changes.ticked !== undefined) {
    edited.ticked_amount = changes.ticked ? settled : null;
    edited.baseline_amount = settled;
  }
  if (changes.removed !== undefined) edited.removed_amount = changes.removed ? settled : null;
  const stamps = Object.fromEntries(Object.keys(changes).map((field) => [field, version]));
  return { ...edited, field_versions: { ...item.field_versions, ...stamps } };
}

/** What a person may change of a list itself. */
export type ListEdit = { name?: string; shop_id?: string | null; assigned_to?: string | null };

/** Merges an edit of a list itself, likewise. */
export function mergeListEdit(
  list: StoredList,
  edit: ListEdit,
  seen: number,
): { changes: ListEdit; conflicts: ListConflict[] } {
  const changes: Record<string, unknown> = {};
  const conflicts: ListConflict[] = [];
  for (const field of ["name", "shop_id", "assigned_to"] as const) {
    const [yours, theirs] = [edit[field], list[field]];
    const changedAt = list.field_versions[field] ?? 0;
    if (yours === undefined || yours === theirs) continue;
    if (changedAt > seen) conflicts.push({ field, yours, theirs, version: changedAt });
    else changes[field] = yours;
  }
  return { changes, conflicts };
}

export type ListConflict = { field: keyof ListEdit; yours: unknown; theirs: unknown; version: number };

function withoutUndefined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
