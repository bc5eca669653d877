import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listConflicts, listConflictsInput } from "../list_conflicts.ts";

/**
 * Recipes that were changed both here and in Tandoor: those that wait for a decision, or what became of them.
 *
 * @param state Open ones wait for resolve_conflict; decided ones for the next run; settled ones are done.
 * @param limit At most so many.
 * @param household_id Whose; left out, the default household's.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  state: "open" | "decided" | "settled" | "all" = "open",
  limit: number = 50,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(listConflictsInput, { state, limit, household_id });
  return inTransaction(db, (tx) => listConflicts(tx, input));
}
