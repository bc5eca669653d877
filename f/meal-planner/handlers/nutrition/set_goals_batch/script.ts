import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setGoals, setGoalsInput } from "../set_goals.ts";

/**
 * Set several goals of a person at once, of a day or a week, all of them or none.
 *
 * @param person The person's name or id.
 * @param goals One entry a nutrient and period (day unless said, or week); kind is about unless said, tolerance 5 %,
 *   weight 1. A macronutrient may have percent_of_energy in place of a target. A null target ends a goal.
 * @param valid_from First day that they hold for, YYYY-MM-DD; left out, today in the household's time zone.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  person: string,
  goals: {
    nutrient: string;
    target?: number | null;
    percent_of_energy?: number;
    kind?: "about" | "at_least" | "at_most";
    period?: "day" | "week";
    tolerance_percent?: number;
    weight?: number;
  }[],
  valid_from?: string,
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(setGoalsInput, { person, goals, valid_from, household_id });
  return inTransaction(db, (tx) => setGoals(tx, input));
}
