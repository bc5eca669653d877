import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getGoals, getGoalsInput } from "../get_goals.ts";

/**
 * The goals that hold on a day, and those of its week, for one person or everyone.
 *
 * @param person A person's name or id; left out, everyone.
 * @param date YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person?: string, date?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(getGoalsInput, { person, date, household_id });
  return inTransaction(db, (tx) => getGoals(tx, input));
}
