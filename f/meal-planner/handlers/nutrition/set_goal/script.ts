import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setGoal, setGoalInput } from "../set_goals.ts";

/**
 * Set a person's goal for one nutrient, a day or a week. It holds from a day on, until it is set again.
 *
 * @param person The person's name or id.
 * @param nutrient The nutrient; its unit is the end of its name.
 * @param target The amount a day, or a week; null ends the goal (or goes with percent_of_energy).
 * @param kind Whether the target is to be met (about), reached (at_least) or kept under (at_most).
 * @param tolerance_percent How far off still counts as met.
 * @param weight How much this goal counts beside the others when a week is planned.
 * @param percent_of_energy For a macronutrient, its share of the energy goal in place of a target; target is null then.
 * @param period What the target is for: a day, or the week from Monday, for what evens out over some days.
 * @param valid_from First day that it holds for, YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  nutrient:
    | "energy_kcal"
    | "protein_g"
    | "fat_g"
    | "saturated_fat_g"
    | "carbohydrate_g"
    | "fibre_g"
    | "sugars_g"
    | "sodium_mg"
    | "calcium_mg"
    | "iron_mg"
    | "potassium_mg"
    | "vitamin_a_ug"
    | "vitamin_c_mg"
    | "vitamin_d_ug"
    | "vitamin_b12_ug"
    | "cholesterol_mg",
  target: number | null,
  kind: "about" | "at_least" | "at_most" = "about",
  tolerance_percent: number = 5,
  weight: number = 1,
  percent_of_energy?: number,
  period: "day" | "week" = "day",
  valid_from?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const goal = { nutrient, target, percent_of_energy, kind, tolerance_percent, weight, period };
  const input = parseInput(setGoalInput, { person, ...goal, valid_from, household_id });
  return inTransaction(db, (tx) => setGoal(tx, input));
}
