import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { logWeight, logWeightInput } from "../weight_log.ts";

/**
 * Keep a person's weight of a day. One a day: the last one given counts.
 *
 * @param person The person's name or id.
 * @param weight_kg Kilograms; null takes the day's weight back.
 * @param weight_lb Pounds, in place of kilograms.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  weight_kg?: number | null,
  weight_lb?: number,
  date?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(logWeightInput, { person, weight_kg, weight_lb, date, household_id });
  return inTransaction(db, (tx) => logWeight(tx, input));
}
