import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { mergeRecipes, mergeRecipesInput } from "../merge_recipes.ts";

/**
 * Merge a recipe into another, which takes over what it lacks. The merged one is archived: plans keep it, new ones don't
 * take it, and importing it again doesn't bring it back.
 *
 * @param keep_id The recipe to keep.
 * @param keep_version Its version that you saw; find_duplicates gives it.
 * @param merge_id The recipe to merge into it.
 * @param merge_version Its version that you saw.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  keep_id: string,
  keep_version: number,
  merge_id: string,
  merge_version: number,
  household_id?: string,
  db?: Postgresql,
) {
  const versions = { keep_id, keep_version, merge_id, merge_version };
  const input = parseInput(mergeRecipesInput, { ...versions, household_id });
  return inTransaction(db, (tx) => mergeRecipes(tx, input));
}
