import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { handItems } from "./add_items.ts";
import { readListLines } from "./hand_line.ts";
import { insertItems } from "./item_store.ts";
import { insertList } from "./list_store.ts";
import { dueItems } from "./recurring_items.ts";

export const createListInput = z.strictObject({
  name: plainText(200),
  items: handItems.optional(),
  recurring: z.boolean().default(false).describe("Also what is due of the recurring staples."),
  shop_id: z.uuid().optional(),
  assigned_to: z.uuid().optional(),
  household_id: z.uuid().optional(),
});

/**
 * Makes a list by hand, empty or with lines. ShoppingListCreated commits with it.
 *
 * @throws InvalidInput for a shop or a person of another household.
 */
export async function createList(
  tx: Tx,
  input: z.output<typeof createListInput>,
): Promise<{ list_id: string; version: number; items: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  await checkOwn(tx, household, input);
  const scope = { plan_id: null, from_date: null, to_date: null };
  const details = {
    name: input.name,
    needsDigest: null,
    shopId: input.shop_id,
    assignedTo: input.assigned_to,
  };
  const { list_id, version, household_id } = await insertList(tx, household, scope, details);
  const lines = await readListLines(tx, household, input.items ?? []);
  const written = lines.map(({ line, note }) => {
    return { line, origin: "hand" as const, baselineAmount: line.amount, note };
  });
  const due = input.recurring ? await dueItems(tx, household, await householdToday(tx, household)) : [];
  const items = (await insertItems(tx, list_id, [...written, ...due])).length;
  await emit(tx, [
    { type: "ShoppingListCreated", detail: { household_id, list_id, version, plan_id: null, items } },
  ]);
  return { list_id, version, items };
}

async function checkOwn(
  tx: Tx,
  household: Household,
  input: { shop_id?: string; assigned_to?: string },
): Promise<void> {
  const { rows } = await tx.query<{ shop: boolean; person: boolean }>(
    `select $2::uuid is null or exists (select 1 from meal_planner.shops
         where shop_id = $2::uuid and household_id = $1::uuid) as shop,
       $3::uuid is null or exists (select 1 from meal_planner.people
         where person_id = $3::uuid and household_id = $1::uuid) as person`,
    [household.household_id, input.shop_id ?? null, input.assigned_to ?? null],
  );
  const { shop, person } = rows[0]!;
  const message = "Isn't one of this household";
  const problems = [
    ...(shop ? [] : [{ path: "shop_id", message }]),
    ...(person ? [] : [{ path: "assigned_to", message }]),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
}
