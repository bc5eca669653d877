import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import type { Aisle } from "../../foods/food.ts";
import { resolveHousehold } from "../../households/household.ts";
import { aisleOrder } from "./aisle_order.ts";

export const listShopsInput = z.strictObject({
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

export type Shop = { shop_id: string; name: string; aisle_order: Aisle[] };

/** The shops that a household knows, by name; `usual_order` is how aisles come where no shop says otherwise. */
export async function listShops(
  tx: Tx,
  input: z.output<typeof listShopsInput>,
): Promise<{ shops: Shop[]; usual_order: Aisle[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<Shop>(
    `select shop_id, name, aisle_order from meal_planner.shops
     where household_id = $1::uuid order by lower(name)`,
    [household.household_id],
  );
  // set_shop keeps aisles that there are, so that an order of theirs has no others.
  const whole = (order: readonly string[]) => aisleOrder(order) as Aisle[];
  return {
    shops: rows.map((shop) => ({ ...shop, aisle_order: whole(shop.aisle_order) })),
    usual_order: whole([]),
  };
}
