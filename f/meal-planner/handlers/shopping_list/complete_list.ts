import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { readItems } from "./item_store.ts";
import { findList, lockHousehold } from "./list_store.ts";
import { changeLots, type LotChange, type PantryFood, upsertPantryFoods } from "./pantry_store.ts";
import { restartRecurring } from "./recurring_items.ts";
import { isOnList, isTicked, type StoredItem } from "./stored_list.ts";

export const completeListInput = z.strictObject({
  list_id: z.uuid(),
  add_to_pantry: z.boolean().default(true).describe("Whether what was ticked is at home now."),
  household_id: z.uuid().optional(),
});

export type CompletedList = {
  list_id: string;
  state: "completed";
  version: number;
  bought: number;
  left: number;
};

/**
 * Ends a list: what is ticked goes to the pantry, what recurs is due again. ShoppingListCompleted commits with it, once:
 * completing it again changes nothing and answers the same.
 *
 * @throws NotFound for an unknown list, or one of another household.
 */
export async function completeList(
  tx: Tx,
  input: z.output<typeof completeListInput>,
): Promise<CompletedList> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockHousehold(tx, household);
  const list = await findList(tx, household, input.list_id, { lock: true });
  const { list_id, household_id } = list;
  const items = (await readItems(tx, list_id)).filter((item) => isOnList(item) && item.check_reason === null);
  const bought = items.filter(isTicked).length;
  const left = items.length - bought;
  if (list.state === "completed") return { list_id, state: "completed", version: list.version, bought, left };
  const { rows } = await tx.query<{ version: number }>(
    `update meal_planner.shopping_lists
     set state = 'completed', version = version + 1, completed_at = now(), updated_at = now()
     where list_id = $1::uuid returning version`,
    [list_id],
  );
  const version = rows[0]!.version;
  if (input.add_to_pantry) await addToPantry(tx, household, list_id, items);
  await restartRecurring(tx, household, list_id);
  await emit(tx, [
    { type: "ShoppingListCompleted", detail: { household_id, list_id, version, bought, left } },
  ]);
  return { list_id, state: "completed", version, bought, left };
}

async function addToPantry(
  tx: Tx,
  household: Household,
  listId: string,
  items: readonly StoredItem[],
): Promise<void> {
  const bought = items.flatMap(broughtHome);
  await upsertPantryFoods(
    tx,
    household,
    bought.map(({ food }) => food),
  );
  await changeLots(
    tx,
    household,
    bought.map(({ change }) => change),
    { reason: "bought", listId },
  );
}

/** What a ticked line brings home; nothing where something else was bought in its place, or nobody knows how much. */
function broughtHome(item: StoredItem): { food: PantryFood; change: LotChange }[] {
  if (!item.ticked || item.substitute !== null || !item.ticked_amount) return [];
  const known = item.key.startsWith("food:");
  if (known && item.grams_each === null) return [];
  const delta = known ? item.ticked_amount * (item.grams_each ?? 0) : item.ticked_amount;
  return [
    {
      food: { key: item.key, name: item.name, food_id: item.food_id, unit: known ? "gram" : item.unit },
      change: { key: item.key, bestBefore: null, delta },
    },
  ];
}
