import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { amountText } from "./amount_text.ts";
import { soldUnit } from "./shop_food.ts";
import { readShopFoods } from "./shop_food_store.ts";

export const getPantryInput = z.strictObject({
  ledger: z.boolean().default(false).describe("Also the latest 200 changes."),
  household_id: z.uuid().optional(),
});

export type PantryEntry = {
  key: string;
  name: string;
  /** "750 g", "6" (pieces), "2 cans"; empty where nothing is there. */
  amount_text: string;
  amount: number;
  unit: string | null;
  always_have: boolean;
  lots: { amount: number; best_before: string | null; expired: boolean }[];
};

export type LedgerEntry = {
  at: string;
  name: string;
  delta: number;
  unit: string | null;
  reason: string;
  list_id: string | null;
  plan_id: string | null;
  meal_date: string | null;
};

/** What is at home, by name; with `ledger`, also what came and went, the latest first. */
export async function getPantry(
  tx: Tx,
  input: z.output<typeof getPantryInput>,
): Promise<{ items: PantryEntry[]; ledger?: LedgerEntry[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const items = await readEntries(tx, household);
  return input.ledger ? { items, ledger: await readLedger(tx, household) } : { items };
}

type Row = Omit<PantryEntry, "amount_text" | "lots"> & {
  food_id: string | null;
  lots: { amount: number; best_before: string | null }[];
};

async function readEntries(tx: Tx, household: Household): Promise<PantryEntry[]> {
  const { rows } = await tx.query<Row>(
    `select food.key, food.name, food.food_id, food.unit, food.always_have,
       coalesce(sum(lot.amount), 0) as amount,
       coalesce(jsonb_agg(jsonb_build_object('amount', lot.amount, 'best_before', lot.best_before)
         order by lot.best_before nulls last) filter (where lot.amount > 0), '[]') as lots
     from meal_planner.pantry_foods food
     left join meal_planner.pantry_lots lot using (household_id, key)
     where food.household_id = $1::uuid
     group by food.household_id, food.key
     having food.always_have or sum(lot.amount) > 0
     order by food.name, food.key`,
    [household.household_id],
  );
  const today = await householdToday(tx, household);
  const foods = await readShopFoods(
    tx,
    rows.flatMap((row) => row.food_id ?? []),
  );
  return rows.map(({ food_id, ...row }) => {
    const food = food_id === null ? undefined : foods.get(food_id);
    const sold = food && row.unit === "gram" ? soldUnit(food) : undefined;
    const text = sold ? amountText(row.amount / sold.gramsEach, sold.unit) : amountText(row.amount, row.unit);
    return {
      ...row,
      amount_text: row.amount > 0 ? text : "",
      lots: row.lots.map((lot) => ({ ...lot, expired: lot.best_before !== null && lot.best_before < today })),
    };
  });
}

async function readLedger(tx: Tx, household: Household): Promise<LedgerEntry[]> {
  const { rows } = await tx.query<LedgerEntry & { at: Date }>(
    `select entry.at, food.name, entry.delta, food.unit, entry.reason, entry.list_id, entry.plan_id,
       entry.meal_date
     from meal_planner.pantry_ledger entry join meal_planner.pantry_foods food using (household_id, key)
     where entry.household_id = $1::uuid order by entry.entry_id desc limit 200`,
    [household.household_id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
