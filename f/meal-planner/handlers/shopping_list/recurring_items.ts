import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { handText, readHandLines } from "./hand_line.ts";
import type { NewItem } from "./item_store.ts";

export const setRecurringInput = z.strictObject({
  line: handText.describe('What is bought again and again, for example "2 l milk".'),
  every_days: z.int().min(1).max(366).nullable().describe("How often; null stops it."),
  next_on: z.iso.date().optional().describe("From when on; left out, from today."),
  household_id: z.uuid().optional(),
});

export type RecurringItem = { recurring_id: string; line: string; every_days: number; next_on: string };

/**
 * Sets what a household buys again and again: it goes on the first list made for a day from `next_on` on, and again
 * `every_days` after it was bought. Setting the same line again changes how often.
 *
 * @throws NotFound where a line is stopped that isn't there.
 */
export async function setRecurring(
  tx: Tx,
  input: z.output<typeof setRecurringInput>,
): Promise<{ items: RecurringItem[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  if (input.every_days === null) await stop(tx, household, input.line);
  else {
    await tx.query(
      `insert into meal_planner.recurring_items as known (recurring_id, household_id, line, every_days, next_on)
       values ($1::uuid, $2::uuid, $3::text, $4::integer,
         coalesce($5::date, (now() at time zone $6::text)::date))
       on conflict (household_id, lower(line)) do update
         set every_days = excluded.every_days, next_on = coalesce($5::date, known.next_on)`,
      [
        newId(),
        household.household_id,
        input.line,
        input.every_days,
        input.next_on ?? null,
        household.time_zone,
      ],
    );
  }
  return { items: await itemsOf(tx, household) };
}

export const listRecurringInput = z.strictObject({
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

/** All that a household buys again and again, by line. */
export async function listRecurring(
  tx: Tx,
  input: z.output<typeof listRecurringInput>,
): Promise<{ items: RecurringItem[] }> {
  return { items: await itemsOf(tx, await resolveHousehold(tx, input.household_id)) };
}

async function itemsOf(tx: Tx, household: Household): Promise<RecurringItem[]> {
  const { rows } = await tx.query<RecurringItem>(
    `select recurring_id, line, every_days, next_on from meal_planner.recurring_items
     where household_id = $1::uuid order by line`,
    [household.household_id],
  );
  return rows;
}

async function stop(tx: Tx, household: Household, line: string): Promise<void> {
  const { rowCount } = await tx.query(
    "delete from meal_planner.recurring_items where household_id = $1::uuid and lower(line) = lower($2::text)",
    [household.household_id, line],
  );
  if (rowCount === 0) throw new NotFound("recurring line", `"${line}"`, "Name it as it was set.");
}

/** What is due by a day and doesn't wait on another open list already. */
export async function dueItems(tx: Tx, household: Household, until: string): Promise<NewItem[]> {
  const { rows } = await tx.query<{ recurring_id: string; line: string }>(
    `select recurring_id, line from meal_planner.recurring_items recurring
     where household_id = $1::uuid and next_on <= $2::date and not exists (
       select 1 from meal_planner.shopping_items item join meal_planner.shopping_lists list using (list_id)
       where item.recurring_id = recurring.recurring_id and list.state = 'open' and not item.removed)
     order by line`,
    [household.household_id, until],
  );
  const lines = await readHandLines(
    tx,
    household,
    rows.map((row) => row.line),
  );
  return lines.map((line, index) => ({
    line,
    origin: "recurring",
    baselineAmount: line.amount,
    recurringId: (rows[index] as { recurring_id: string }).recurring_id,
  }));
}

/** After a list is done: what was bought of it is due again `every_days` from today. */
export async function restartRecurring(tx: Tx, household: Household, listId: string): Promise<void> {
  await tx.query(
    `update meal_planner.recurring_items recurring
     set next_on = (now() at time zone $2::text)::date + every_days
     from meal_planner.shopping_items item
     where item.list_id = $1::uuid and item.recurring_id = recurring.recurring_id and item.ticked`,
    [listId, household.time_zone],
  );
}
