import { tellingEffect } from "../../http/partly_done.ts";
import type { PublishedPlan, PutCounts } from "../meal_planning/publishing_place.ts";
import {
  createShoppingEntry,
  createShoppingRecipe,
  deleteShoppingEntry,
  deleteShoppingRecipe,
  findShoppingEntry,
  patchShoppingEntry,
  shoppingEntries,
  shoppingRecipes,
} from "./shopping_api.ts";
import { compareLines, type LineChanges, type WantedLine } from "./shopping_lines.ts";
import type { TandoorApi } from "./tandoor_api.ts";
import type { TandoorShoppingEntry } from "./tandoor_shapes.ts";
import { unitSpeller } from "./tandoor_units.ts";

/**
 * The name of the list within Tandoor's shopping list that a plan's entries belong to: all that there is to know them by,
 * and 32 characters at most. The end of the plan's id is random.
 */
export function listName(plan: PublishedPlan): string {
  return `meal-plan ${plan.start_date} ${plan.plan_id.replaceAll("-", "").slice(-11)}`;
}

/**
 * Makes Tandoor's shopping entries of a plan what is wanted: looks first, writes nothing where nothing differs, and
 * leaves everybody else's entries alone. Null takes the plan's list away with all that is on it. `published`: as it was
 * last published, to tell our ticks from those made there.
 *
 * Answers the lines with the ids of their entries.
 *
 * @throws As Tandoor fails; `details.effect` is `unknown` where something was written before.
 */
export async function putShopping(
  api: TandoorApi,
  plan: PublishedPlan,
  wanted: readonly WantedLine[] | null,
  published: readonly WantedLine[],
  signal?: AbortSignal,
): Promise<{ counts: PutCounts; lines: WantedLine[] }> {
  const lists = await listsOf(api, plan);
  if (wanted === null) return { counts: await removeLists(api, lists), lines: [] };
  const entries = await entriesOn(api, lists, wanted);
  const changes = compareLines(wanted, entries, published);
  return tellingEffect(async (wrote) => {
    const ids = await create(api, plan, lists[0], changes.create, { wrote, signal });
    for (const { id, ...state } of changes.change) {
      signal?.throwIfAborted();
      await patchShoppingEntry(api, id, state);
      wrote();
    }
    for (const id of changes.remove) {
      signal?.throwIfAborted();
      await deleteShoppingEntry(api, id);
      wrote();
    }
    return { counts: countsOf(changes), lines: withIds(wanted, changes, ids) };
  });
}

async function listsOf(api: TandoorApi, plan: PublishedPlan): Promise<number[]> {
  const ids: number[] = [];
  const name = listName(plan);
  for await (const list of shoppingRecipes(api)) if (list.name === name) ids.push(list.id);
  return ids.sort((a, b) => a - b);
}

async function removeLists(api: TandoorApi, lists: readonly number[]): Promise<PutCounts> {
  const counts = { created: 0, updated: 0, removed: 0, unchanged: 0 };
  const ours = new Set(lists);
  if (lists.length > 0) {
    for await (const entry of shoppingEntries(api)) if (ours.has(entry.list_recipe ?? 0)) counts.removed += 1;
  }
  return tellingEffect(async (wrote) => {
    for (const id of lists) {
      await deleteShoppingRecipe(api, id);
      wrote();
    }
    return counts;
  });
}

async function entriesOn(
  api: TandoorApi,
  lists: readonly number[],
  wanted: readonly WantedLine[],
): Promise<TandoorShoppingEntry[]> {
  if (lists.length === 0) return [];
  const entries = new Map<number, TandoorShoppingEntry>();
  for await (const entry of shoppingEntries(api)) {
    if (lists.includes(entry.list_recipe ?? 0)) entries.set(entry.id, entry);
  }
  // What was ticked there some days ago isn't in the list any more, and isn't to be bought again.
  for (const { id } of wanted) {
    if (id === null || entries.has(id)) continue;
    const entry = await findShoppingEntry(api, id);
    if (entry && lists.includes(entry.list_recipe ?? 0)) entries.set(id, entry);
  }
  return [...entries.values()];
}

async function create(
  api: TandoorApi,
  plan: PublishedPlan,
  known: number | undefined,
  lines: readonly WantedLine[],
  { wrote, signal }: { wrote: () => void; signal: AbortSignal | undefined },
): Promise<Map<WantedLine, number>> {
  const ids = new Map<WantedLine, number>();
  const spell = unitSpeller(api);
  let list = known;
  for (const line of lines) {
    signal?.throwIfAborted();
    if (list === undefined) {
      // Tandoor shows it to nobody before it has its first entry, and then by the name.
      const fields = { name: listName(plan), recipe: null, mealplan: null, servings: 1 };
      list = (await createShoppingRecipe(api, fields)).id;
      wrote();
    }
    const { food, amount } = line;
    const unit = line.unit === null ? null : { name: await spell(line.unit) };
    const fields = { food: { name: food }, unit, amount };
    ids.set(line, (await createShoppingEntry(api, { ...fields, list_recipe: list })).id);
    wrote();
  }
  return ids;
}

function countsOf({ create: created, change, remove, unchanged }: LineChanges): PutCounts {
  return { created: created.length, updated: change.length, removed: remove.length, unchanged };
}

function withIds(
  wanted: readonly WantedLine[],
  { found }: LineChanges,
  created: ReadonlyMap<WantedLine, number>,
): WantedLine[] {
  return wanted.map((line) => ({ ...line, id: created.get(line) ?? found.get(line)?.id ?? null }));
}
