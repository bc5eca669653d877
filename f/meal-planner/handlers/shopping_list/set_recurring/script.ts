import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setRecurring, setRecurringInput } from "../recurring_items.ts";

/**
 * Say what is bought again and again; it goes on lists by itself.
 *
 * @param line What it is, for example "2 l milk".
 * @param every_days How often; null stops it.
 * @param next_on From when on; left out, from today.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  line: string,
  every_days: number | null,
  next_on?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(setRecurringInput, { line, every_days, next_on, household_id });
  return inTransaction(db, (tx) => setRecurring(tx, input));
}
