import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setPersonInput } from "../../../households/person.ts";
import { setPersonOf } from "../set_person.ts";

/**
 * Add a person to a household, or change what they eat. The person of the same name is changed; what is left out stays.
 *
 * @param name What the person is called; unique in the household.
 * @param diet What the person eats, at first omnivore; a vegetarian eats dairy and eggs, a pescatarian fish as well.
 * @param allergens EU allergens that must never be on the plate.
 * @param excluded_foods Foods that must never be on the plate, for example coriander.
 * @param disliked_foods Foods that are planned only where it's worth it.
 * @param portion_sizes Portions that can be planned, as parts of a recipe's serving.
 * @param birth_year For proposed goals.
 * @param sex For proposed goals.
 * @param height_cm For proposed goals.
 * @param weight_kg For proposed goals.
 * @param activity For proposed goals.
 * @param time_zone IANA name, where their days aren't the household's, as on a journey; null takes it back.
 * @param version The version you saw; another one stored is then refused.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  diet?: "omnivore" | "pescatarian" | "vegetarian" | "vegan",
  allergens?: string[],
  excluded_foods?: string[],
  disliked_foods?: string[],
  portion_sizes?: number[],
  birth_year?: number,
  sex?: "female" | "male",
  height_cm?: number,
  weight_kg?: number,
  activity?: "sedentary" | "light" | "moderate" | "active" | "very_active",
  time_zone?: string,
  version?: number,
  household_id?: string,
  db?: Postgresql,
) {
  const body = { birth_year, sex, height_cm, weight_kg, activity, time_zone };
  const tastes = { diet, allergens, excluded_foods, disliked_foods, portion_sizes };
  const input = parseInput(setPersonInput, { name, ...tastes, ...body, version, household_id });
  return inTransaction(db, (tx) => setPersonOf(tx, input));
}
