import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setFood, setFoodInput } from "../set_food.ts";

/**
 * Add a food of your own, such as a packaged product by its label, or change the one of that name. Its names mean it in
 * your lines from then on. A label that can't be right is refused with the reason.
 *
 * @param name What you call it; the food of the same name is changed.
 * @param nutrients Figures as the label has them, such as energy_kcal, fat_g, salt_g; energy_kj and salt_g may stand for
 *   energy_kcal and sodium_mg. What isn't on the label is left out: unknown, not 0.
 * @param per_grams How many grams the figures are for; 100 if not given.
 * @param per_ml In place of per_grams, how many millilitres.
 * @param density_g_per_ml Grams of a millilitre; 1, as of water, where per_ml is given without.
 * @param label Whether carbohydrate is without its fibre (eu, as in the UK and Australia) or with it (us, Canada).
 * @param portions What it comes in, for example [{"unit": "slice", "grams": 40}].
 * @param aliases Other names for it.
 * @param allergens EU allergens that it contains; left out, unknown: not for who has an allergy.
 * @param origins What it comes from: plant, meat, fish, shellfish, dairy, egg, honey; left out, unknown: not for a diet.
 * @param aisle Where a shop has it, for the shopping list.
 * @param as_labelled Take an energy that the macronutrients don't give, as with alcohol and sweeteners.
 * @param household_id Left out, the default household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  name: string,
  nutrients: object,
  per_grams?: number,
  per_ml?: number,
  density_g_per_ml?: number,
  label: "eu" | "us" = "eu",
  portions: { unit: string; grams: number }[] = [],
  aliases: string[] = [],
  allergens?: string[],
  origins?: string[],
  aisle?: string,
  as_labelled: boolean = false,
  household_id?: string,
  db?: Postgresql,
) {
  const what = { name, aliases, portions, allergens, origins, aisle };
  const figures = { nutrients, per_grams, per_ml, density_g_per_ml, label, as_labelled };
  const input = parseInput(setFoodInput, { ...what, ...figures, household_id });
  return inTransaction(db, (tx) => setFood(tx, input));
}
