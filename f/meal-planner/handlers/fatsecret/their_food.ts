import type { Database } from "../../database/connection.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { nameWords } from "../../foods/word_forms.ts";
import type { Household } from "../../households/household.ts";
import { type CatalogueFood, type FoundFood, searchCatalogueFoods } from "./catalogue_calls.ts";
import { catalogueFoods } from "./catalogue_food.ts";
import type { FatsecretApplication } from "./fatsecret_account.ts";
import { withFatsecretCatalogue } from "./fatsecret_client.ts";
import { pairsOfOurs, rememberFoods } from "./food_store.ts";
import { figureDistance, figuresPer100g, type MainFigures, servingToCount } from "./serving_grams.ts";

/** How a food of ours is written in FatSecret's diary. */
export type TheirServing = { food_id: string; serving_id: string; grams_per_unit: number };

const FOUND_AT_ONCE = 20;
const LOOKED_AT = 4;

/**
 * The foods of FatSecret that ours are, each with the serving to count it in: as a person chose or as was found before,
 * else by a search whose best hit has the name and the figures. One that none is found for is left out.
 */
export async function theirServings(
  database: Database,
  application: FatsecretApplication,
  household: Household,
  ours: readonly FoodRecord[],
): Promise<Map<string, TheirServing>> {
  const known = await database.transaction((tx) =>
    pairsOfOurs(
      tx,
      household,
      ours.map(({ foodId }) => foodId),
    ),
  );
  const catalogue = await catalogueFoods(
    database,
    application,
    [...known.values()].map(({ fatsecret_food_id }) => fatsecret_food_id),
  );
  const servings = new Map<string, TheirServing>();
  for (const food of ours) {
    const pair = known.get(food.foodId);
    const theirs =
      (pair && catalogue.get(pair.fatsecret_food_id)) ??
      (await findTheirs(database, application, household, food));
    const counted = theirs && servingToCount(theirs, pair?.serving_id ?? null, food.densityGramsPerMl);
    if (!theirs || !counted) continue;
    servings.set(food.foodId, {
      food_id: theirs.food_id,
      serving_id: counted.servingId,
      grams_per_unit: counted.gramsPerUnit,
    });
  }
  return servings;
}

async function findTheirs(
  database: Database,
  application: FatsecretApplication,
  household: Household,
  food: FoodRecord,
): Promise<CatalogueFood | undefined> {
  const query = food.name ?? food.description.split(",").slice(0, 2).join(" ");
  const { foods } = await withFatsecretCatalogue(database, application, (client) =>
    searchCatalogueFoods(client, { query, page: 0, limit: FOUND_AT_ONCE }),
  );
  const likely = rankFound(food, foods).slice(0, LOOKED_AT);
  const catalogue = await catalogueFoods(
    database,
    application,
    likely.map(({ food_id }) => food_id),
  );
  for (const { food_id } of likely) {
    const theirs = catalogue.get(food_id);
    const figures = theirs && figuresPer100g(theirs, food.densityGramsPerMl);
    if (!theirs || !figures || figureDistance(food.per100g, figures) === null) continue;
    const pair = { fatsecret_food_id: food_id, food_id: food.foodId };
    await database.transaction((tx) => rememberFoods(tx, household, [pair]));
    return theirs;
  }
  return undefined;
}

/** The hits that may be the food, best first: by the words of the name, no brand before a brand, then by the figures. */
export function rankFound(food: FoodRecord, found: readonly FoundFood[]): FoundFood[] {
  const names = [food.name, ...food.aliases, food.description].flatMap((name) =>
    name ? [nameWords(name)] : [],
  );
  return found
    .flatMap((hit) => {
      const alike = Math.max(...names.map((words) => likeness(words, nameWords(hit.food_name))));
      const figures = describedFigures(hit.food_description ?? "");
      const distance = figures ? figureDistance(food.per100g, figures) : 1;
      return alike < 0.5 || distance === null
        ? []
        : [{ hit, alike, brand: hit.brand_name ? 1 : 0, distance }];
    })
    .sort((a, b) => b.alike - a.alike || a.brand - b.brand || a.distance - b.distance)
    .map(({ hit }) => hit);
}

/** The share of the words that two names have in common, of all that either has. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  const common = [...all].filter((word) => a.includes(word) && b.includes(word)).length;
  return all.size === 0 ? 0 : common / all.size;
}

/** "Per 100g - Calories: 22kcal | Fat: 0.34g | Carbs: 3.28g | Protein: 3.09g"; null for any other amount. */
function describedFigures(description: string): MainFigures | null {
  if (!/^\s*per 100\s?g\b/i.test(description)) return null;
  const figure = (name: string) => {
    const found = new RegExp(`${name}:\\s*([\\d.]+)`, "i").exec(description);
    return found ? Number(found[1]) : null;
  };
  return {
    energy_kcal: figure("calories"),
    protein_g: figure("protein"),
    fat_g: figure("fat"),
    carbohydrate_g: figure("carbs"),
  };
}
