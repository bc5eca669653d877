import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { generateList, generateListInput } from "../generate_list.ts";

/**
 * Make the shopping list of a plan or of some days, or bring it up to date. Ticks and lines by hand stay.
 *
 * @param plan_id The plan to shop for; left out, the active plans of the days.
 * @param from_date The first day to shop for; left out, the plan's first.
 * @param to_date The last day to shop for; left out, the plan's last.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  plan_id?: string,
  from_date?: string,
  to_date?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(generateListInput, { plan_id, from_date, to_date, household_id });
  return inTransaction(db, (tx) =>
    generateList(tx, {
      planId: input.plan_id,
      fromDate: input.from_date,
      toDate: input.to_date,
      householdId: input.household_id,
    }),
  );
}
