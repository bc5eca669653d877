import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { proposeGoals, proposeGoalsInput } from "../propose_goals.ts";

/**
 * Propose daily goals for a person from age, sex, height, weight, activity and aim, each with its source and the limits
 * stated. Nothing is set: hand the goals on to set_goals_batch.
 *
 * @param person The person's name or id; set_person keeps birth year, sex, height, weight and activity.
 * @param aim Whether to lose, keep or gain weight.
 * @param kg_a_week How fast, for an aim of lose or gain; at most 1.
 * @param activity In place of the one that is set for the person.
 * @param micronutrients_by Whether vitamins and minerals are to be met each day, or by the week, which is usual in advice.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  aim: "lose" | "maintain" | "gain" = "maintain",
  kg_a_week: number = 0.5,
  activity?: "sedentary" | "light" | "moderate" | "active" | "very_active",
  micronutrients_by: "day" | "week" = "day",
  household_id?: string,
  db?: Postgresql,
) {
  const wanted = { aim, kg_a_week, activity, micronutrients_by };
  const input = parseInput(proposeGoalsInput, { person, ...wanted, household_id });
  return inTransaction(db, (tx) => proposeGoals(tx, input));
}
