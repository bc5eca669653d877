import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { statePreference, statePreferenceInput } from "../stated_tastes.ts";

/**
 * Say that the household likes or dislikes a recipe. The planner goes by it instead of by what it learned of the recipe,
 * and it doesn't fade.
 *
 * @param recipe_id The recipe.
 * @param says What they say of it; nothing takes it back.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  recipe_id: string,
  says: "liked" | "disliked" | "nothing",
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(statePreferenceInput, { recipe_id, says, household_id });
  return inTransaction(db, (tx) => statePreference(tx, input));
}
