import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { resolveConflict, resolveConflictInput } from "../resolve_conflict.ts";
import type { Tandoor } from "../tandoor_account.ts";

/**
 * Decide whose version of recipes stays that were changed both here and in Tandoor, and bring both sides there.
 *
 * @param conflict_ids Which conflicts; list_conflicts gives the ids.
 * @param keep Ours or Tandoor's, in the fields that both changed. Of a deleted recipe: the side that deleted it, or the other.
 * @param tandoor The server and token; left out, the workspace's own.
 * @param household_id Whose; left out, the default household's.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  conflict_ids: string[],
  keep: "ours" | "theirs",
  tandoor?: Tandoor,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(resolveConflictInput, { conflict_ids, keep, tandoor, household_id });
  return withDatabase(db, (database) => resolveConflict(database, input));
}
