import type { Database } from "../../database/connection.ts";
import type { FoodIndex } from "../../foods/food_index.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { MATCH_THRESHOLD } from "../../foods/match.ts";
import { searchFoods } from "../../foods/search_foods.ts";
import type { Household } from "../../households/household.ts";
import type { CatalogueFood } from "./catalogue_calls.ts";
import { catalogueFoods } from "./catalogue_food.ts";
import type { FatsecretApplication } from "./fatsecret_account.ts";
import { pairsOfTheirs, rememberFoods } from "./food_store.ts";
import { figureDistance, figuresPer100g } from "./serving_grams.ts";

/** A food of FatSecret's, and the food of ours that it is, if any is. */
export type KnownFood = { theirs: CatalogueFood | undefined; ours: FoodRecord | null };

const LOOKED_AT = 8;

/**
 * Which foods of ours FatSecret's are: as a person chose or as was found before, else the nearest by name whose figures are
 * alike. Their ids are remembered, so that our own figures can stand in for theirs, which may not be kept.
 */
export async function ownFoods(
  database: Database,
  application: FatsecretApplication,
  household: Household,
  theirIds: readonly string[],
): Promise<{ foods: Map<string, KnownFood>; created: number; updated: number }> {
  const ids = [...new Set(theirIds)];
  const catalogue = await catalogueFoods(database, application, ids);
  return database.transaction(async (tx) => {
    const known = await pairsOfTheirs(tx, household, ids);
    const index = await foodIndexFor(tx, household.household_id);
    const foods = new Map(
      ids.map((id): [string, KnownFood] => {
        const theirs = catalogue.get(id);
        const pair = known.get(id);
        const paired = pair?.food_id ? index.byId.get(pair.food_id)?.record : undefined;
        return [id, { theirs, ours: paired ?? (theirs && !pair?.chosen ? nearestOf(index, theirs) : null) }];
      }),
    );
    const pairs = [...foods].map(([id, { ours }]) => ({
      fatsecret_food_id: id,
      food_id: ours?.foodId ?? null,
    }));
    return { foods, ...(await rememberFoods(tx, household, pairs)) };
  });
}

/** The food of ours that FatSecret's is by name and figures; null where none is near enough. */
export function nearestOf(index: FoodIndex, theirs: CatalogueFood): FoodRecord | null {
  for (const { food, score } of searchFoods(index, theirs.food_name, LOOKED_AT)) {
    if (score < MATCH_THRESHOLD) return null;
    const figures = figuresPer100g(theirs, food.densityGramsPerMl);
    if (figures && figureDistance(food.per100g, figures) !== null) return food;
  }
  return null;
}
