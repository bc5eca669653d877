import type { ShoppingLine, Source } from "./shopping_line.ts";
import type { StoredItem } from "./stored_list.ts";

/** What has to be written so that the stored lines say what the plan needs now. */
export type Reconciliation = {
  added: ShoppingLine[];
  changed: { item_id: string; line: ShoppingLine }[];
  /** No meal asks for these any more. */
  retired: string[];
};

/**
 * Compares a list's lines from the plan with those composed now. What people did with a line isn't touched, and a
 * line that is needed no more is kept out of sight with it: so a plan that is changed and changed back gives the same list,
 * ticks included. Reconciling twice finds nothing the second time.
 */
export function reconcileItems(
  stored: readonly StoredItem[],
  lines: readonly ShoppingLine[],
): Reconciliation {
  const items = new Map(stored.map((item) => [item.key, item]));
  const keys = new Set(lines.map((line) => line.key));
  const result: Reconciliation = { added: [], changed: [], retired: [] };
  for (const line of lines) {
    const item = items.get(line.key);
    if (!item) result.added.push(line);
    else if (!item.needed || !saysTheSame(item, line)) result.changed.push({ item_id: item.item_id, line });
  }
  for (const item of stored) if (item.needed && !keys.has(item.key)) result.retired.push(item.item_id);
  return result;
}

const COMPARED = [
  "name",
  "food_id",
  "aisle",
  "unit",
  "amount",
  "exact_amount",
  "grams",
  "grams_each",
  "pantry_amount",
  "pantry_grams",
  "display",
  "need",
] as const;

function saysTheSame(item: StoredItem, line: ShoppingLine): boolean {
  return (
    COMPARED.every((field) => item[field] === line[field]) &&
    item.check_reason === line.check &&
    sourcesText(item.sources) === sourcesText(line.sources)
  );
}

// jsonb keeps no order of keys, so objects are compared field by field.
function sourcesText(sources: readonly Source[]): string {
  return JSON.stringify(
    sources.map((s) => [
      s.plan_id,
      s.date,
      s.position,
      s.slot,
      s.recipe_id,
      s.recipe,
      s.amount,
      s.grams,
      s.original,
    ]),
  );
}
