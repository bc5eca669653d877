import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getProgress, getProgressInput } from "../get_progress.ts";

/**
 * What people ate against their goals over a day, a week or a month: day by day, means, trends, streaks, the best and
 * the worst nutrient, and weight. Unknown figures are null, never 0.
 *
 * @param person A person's name or id; left out, everyone.
 * @param period The day, the week from Monday, or the calendar month around the date; up to today.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person?: string,
  period: "day" | "week" | "month" = "week",
  date?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(getProgressInput, { person, period, date, household_id });
  return inTransaction(db, (tx) => getProgress(tx, input));
}
