import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setPantry, setPantryInput } from "../set_pantry.ts";

/**
 * Say what is at home. Each entry replaces the amount known of that food and best-before date.
 *
 * @param items For each food a line such as "500 g rice" (or recipe_id and portions for leftovers), best_before, always_have.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  items: {
    line?: string;
    recipe_id?: string;
    portions?: number;
    best_before?: string;
    always_have?: boolean;
  }[],
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(setPantryInput, { items, household_id });
  return inTransaction(db, (tx) => setPantry(tx, input));
}
