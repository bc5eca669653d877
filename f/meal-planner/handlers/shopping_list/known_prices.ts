import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import { priceKey } from "./list_view.ts";
import { amountToBuy, type StoredItem } from "./stored_list.ts";

/** What one unit of things cost last: `priceKey` → price in the household's currency. */
export async function readPrices(tx: Tx, household: Household): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ key: string; unit: string; price_per_unit: number }>(
    "select key, unit, price_per_unit from meal_planner.known_prices where household_id = $1::uuid",
    [household.household_id],
  );
  return new Map(rows.map((row) => [priceKey(row.key, row.unit), row.price_per_unit]));
}

/** Learns from priced lines what one unit costs, for the estimates of later lists. */
export async function notePrices(tx: Tx, household: Household, items: readonly StoredItem[]): Promise<void> {
  const prices = items.flatMap((item) => {
    const amount = amountToBuy(item);
    // A price for something else, or for nothing, says nothing of this food.
    if (item.price === null || item.substitute !== null || !amount) return [];
    return [{ key: item.key, unit: item.unit ?? "", each: item.price / amount }];
  });
  if (prices.length === 0) return;
  await tx.query(
    `insert into meal_planner.known_prices (household_id, key, unit, price_per_unit)
     select distinct on (key, unit) $1::uuid, key, unit, each
     from unnest($2::text[], $3::text[], $4::numeric[]) as price (key, unit, each)
     on conflict (household_id, key, unit) do update
       set price_per_unit = excluded.price_per_unit, noted_at = now()`,
    [
      household.household_id,
      prices.map((price) => price.key),
      prices.map((price) => price.unit),
      prices.map((price) => price.each),
    ],
  );
}
