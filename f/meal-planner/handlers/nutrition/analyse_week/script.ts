import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { analyseWeek, analyseWeekInput } from "../analyse_week.ts";

/**
 * What a week did to everyone's goals, as a page: in words, as a chart, and goal by goal.
 *
 * @param person A person's name or id; left out, everyone.
 * @param date A day of the week, YYYY-MM-DD; left out, the last week that is over.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(person?: string, date?: string, household_id?: string, db?: Postgresql) {
  const input = parseInput(analyseWeekInput, { person, date, household_id });
  return inTransaction(db, (tx) => analyseWeek(tx, input));
}
