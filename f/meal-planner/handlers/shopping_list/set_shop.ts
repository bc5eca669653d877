import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { plainText } from "../../database/plain_text.ts";
import { AISLES } from "../../foods/food.ts";
import { resolveHousehold } from "../../households/household.ts";
import { aisleOrder } from "./aisle_order.ts";
import { findList } from "./list_store.ts";

export const setShopInput = z.strictObject({
  name: plainText(120),
  aisle_order: z
    .array(z.enum(AISLES))
    .max(AISLES.length)
    .refine((aisles) => new Set(aisles).size === aisles.length, { message: "Names an aisle twice." })
    .describe("The aisles as one walks past them; those left out come last, in the usual order."),
  list_id: z.uuid().optional().describe("A list to do in this shop."),
  household_id: z.uuid().optional(),
});

/**
 * Makes a shop known, or changes the order of its aisles; with `list_id`, that list is to be done there.
 *
 * @throws NotFound for an unknown list, or one of another household.
 */
export async function setShop(
  tx: Tx,
  input: z.output<typeof setShopInput>,
): Promise<{ shop_id: string; name: string; aisle_order: string[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<{ shop_id: string; name: string }>(
    `insert into meal_planner.shops (shop_id, household_id, name, aisle_order)
     values ($1::uuid, $2::uuid, $3::text, $4::text[])
     on conflict (household_id, lower(name)) do update set aisle_order = excluded.aisle_order
     returning shop_id, name`,
    [newId(), household.household_id, input.name, input.aisle_order],
  );
  const { shop_id, name } = rows[0]!;
  if (input.list_id) {
    const { list_id } = await findList(tx, household, input.list_id, { lock: true });
    await tx.query(
      "update meal_planner.shopping_lists set shop_id = $2::uuid, updated_at = now() where list_id = $1::uuid",
      [list_id, shop_id],
    );
  }
  return { shop_id, name, aisle_order: aisleOrder(input.aisle_order) };
}
