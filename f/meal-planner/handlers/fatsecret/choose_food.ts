import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { InvalidInput, NotFound } from "../../database/errors.ts";
import { readFoods } from "../../foods/food_store.ts";
import { resolveHousehold } from "../../households/household.ts";
import { catalogueFoods } from "./catalogue_food.ts";
import { fatsecretApplication, fatsecretResource } from "./fatsecret_account.ts";
import { choosePair } from "./food_store.ts";
import { servingToCount } from "./serving_grams.ts";

const theirId = z
  .string()
  .trim()
  .regex(/^\d{1,19}$/, { message: "An id of FatSecret's: digits only." });

export const chooseFoodInput = z.strictObject({
  food_id: z.uuid().describe("The food of ours."),
  fatsecret_food_id: theirId.describe("The food of FatSecret's that it is; search_foods gives it."),
  serving_id: theirId
    .optional()
    .describe("The serving to count it in; left out, the one that is weighed best."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
  fatsecret: fatsecretResource.optional().describe("The application; left out, the workspace's own."),
});

export type ChosenFood = {
  food_id: string;
  fatsecret_food_id: string;
  serving_id: string;
  grams_per_unit: number;
};

/**
 * Remembers that a food of ours is one of FatSecret's, both ways; it wins over what is found by name and figures.
 *
 * @throws NotFound where one of the two isn't there; InvalidInput where it can't be weighed by the serving.
 */
export async function chooseFood(
  database: Database,
  input: z.output<typeof chooseFoodInput>,
): Promise<ChosenFood> {
  const application = await fatsecretApplication(input.fatsecret);
  const { food_id, fatsecret_food_id } = input;
  const [ours] = await database.transaction((tx) => readFoods(tx, [food_id]));
  if (!ours) {
    throw new NotFound(
      "food",
      food_id,
      "Find one with f/meal-planner/handlers/nutrition/search_foods/script.",
    );
  }
  const theirs = (await catalogueFoods(database, application, [fatsecret_food_id])).get(fatsecret_food_id);
  if (!theirs) {
    const remedy = "Find one with f/meal-planner/handlers/fatsecret/search_foods/script.";
    throw new NotFound("food at FatSecret", fatsecret_food_id, remedy);
  }
  const counted = servingToCount(theirs, input.serving_id ?? null, ours.densityGramsPerMl);
  if (!counted || (input.serving_id !== undefined && counted.servingId !== input.serving_id)) {
    const message = "FatSecret doesn't say what a unit of it weighs. Choose another serving or food.";
    throw new InvalidInput([{ path: "serving_id", message }]);
  }
  const pair = { fatsecret_food_id, serving_id: counted.servingId, food_id };
  await database.transaction(async (tx) =>
    choosePair(tx, await resolveHousehold(tx, input.household_id), pair),
  );
  return { ...pair, grams_per_unit: counted.gramsPerUnit };
}
