import type { Database } from "../../database/connection.ts";
import { InProgress, NotFound } from "../../database/errors.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { readFoods } from "../../foods/food_store.ts";
import type { Household } from "../../households/household.ts";
import type { Eaten } from "../nutrition/diary_entry.ts";
import { readRecipeNutrition } from "../recipes/recipe_nutrition_store.ts";
import type { FatsecretApplication } from "./fatsecret_account.ts";
import { theirServings } from "./their_food.ts";

/** What is to stand at FatSecret for a part of what was eaten. */
export type TargetItem = {
  fatsecret_food_id: string;
  serving_id: string;
  /** To the thousandth, as FatSecret keeps them. */
  units: number;
  name: string;
};

/** Less than this is salt, spice or a cube of stock: nobody misses it in a diary of energy. */
const LEAST_KCAL = 5;
/** At least so much of the energy must be found, or the entry would tell of another meal. */
const LEAST_SHARE = 0.9;
/** Figures are worked out by an event; it is there in a moment. */
const FIGURES_SECONDS = 60;

/** What there is to know of something eaten, or to be eaten, for writing it down there. */
export type Meant = Pick<
  Eaten,
  "kind" | "name" | "recipe_id" | "portion" | "food_id" | "grams" | "nutrients"
>;

type Part = { food_id: string | null; grams: number | null; energy_kcal: number; written: string };

/**
 * The foods of FatSecret that a diary entry is written as there: a food as itself, a recipe as its ingredients. Parts of
 * under 5 kcal are left out.
 *
 * @throws NotFound where foods for over a tenth of the energy aren't found; InProgress while a recipe isn't worked out.
 */
export async function targetItems(
  database: Database,
  application: FatsecretApplication,
  household: Household,
  entry: Meant,
): Promise<TargetItem[]> {
  const parts = mergeParts(await partsOf(database, entry));
  const wanted = parts.filter(({ energy_kcal, food_id }) => energy_kcal >= LEAST_KCAL || food_id === null);
  const all = wanted.length > 0 ? wanted : parts;
  const foods = await readOf(database, all);
  const servings = await theirServings(database, application, household, [...foods.values()]);
  const items: TargetItem[] = [];
  const missing: Part[] = [];
  for (const part of all) {
    const serving = part.food_id === null ? undefined : servings.get(part.food_id);
    if (!serving || part.grams === null) {
      missing.push(part);
      continue;
    }
    const food = foods.get(part.food_id ?? "");
    items.push({
      fatsecret_food_id: serving.food_id,
      serving_id: serving.serving_id,
      units: Math.max(0.001, Math.round((part.grams / serving.grams_per_unit) * 1000) / 1000),
      name: food?.name ?? food?.description ?? part.written,
    });
  }
  requireMost(entry, all, missing);
  return mergeItems(items);
}

async function partsOf(database: Database, entry: Meant): Promise<Part[]> {
  const { recipe_id, portion } = entry;
  if (entry.kind !== "recipe" || recipe_id === null) {
    const { food_id, grams, nutrients, name } = entry;
    return [{ food_id, grams, energy_kcal: nutrients?.energy_kcal ?? 0, written: name }];
  }
  const figures = await database.transaction((tx) => readRecipeNutrition(tx, recipe_id));
  if (!figures) {
    throw new InProgress(`The nutrition of "${entry.name}" isn't worked out yet.`, FIGURES_SECONDS);
  }
  const share = (portion ?? 1) / figures.servings;
  return figures.lines.map(({ food_id, grams, nutrients, original }) => ({
    food_id,
    grams: grams === null ? null : grams * share,
    energy_kcal: (nutrients?.energy_kcal ?? 0) * share,
    written: original,
  }));
}

/** One food of a recipe's several lines is one entry. */
function mergeParts(parts: readonly Part[]): Part[] {
  const merged = new Map<string, Part>();
  const rest: Part[] = [];
  for (const part of parts) {
    const known = part.food_id !== null && part.grams !== null ? merged.get(part.food_id) : undefined;
    if (part.food_id === null || part.grams === null) rest.push(part);
    else if (!known) merged.set(part.food_id, { ...part });
    else {
      known.grams = (known.grams ?? 0) + part.grams;
      known.energy_kcal += part.energy_kcal;
    }
  }
  return [...merged.values(), ...rest];
}

/** Two foods of ours may be one of FatSecret's. */
function mergeItems(items: readonly TargetItem[]): TargetItem[] {
  const merged = new Map<string, TargetItem>();
  for (const item of items) {
    const key = `${item.fatsecret_food_id} ${item.serving_id}`;
    const known = merged.get(key);
    const units = Math.round(((known?.units ?? 0) + item.units) * 1000) / 1000;
    merged.set(key, { ...(known ?? item), units });
  }
  return [...merged.values()];
}

async function readOf(database: Database, parts: readonly Part[]): Promise<Map<string, FoodRecord>> {
  const ids = parts.flatMap(({ food_id }) => (food_id === null ? [] : [food_id]));
  const foods = await database.transaction((tx) => readFoods(tx, ids));
  return new Map(foods.map((food) => [food.foodId, food]));
}

function requireMost(entry: Meant, parts: readonly Part[], missing: readonly Part[]): void {
  const energy = (of: readonly Part[]) => of.reduce((sum, part) => sum + part.energy_kcal, 0);
  const all = energy(parts);
  const share = all > 0 ? energy(missing) / all : missing.length / Math.max(1, parts.length);
  if (share <= 1 - LEAST_SHARE && missing.length < parts.length) return;
  const names = missing.map(({ written }) => `"${written}"`).join(", ");
  throw new NotFound(
    "food at FatSecret for",
    names,
    `It is needed for "${entry.name}". Find one with f/meal-planner/handlers/fatsecret/search_foods/script and choose it with f/meal-planner/handlers/fatsecret/choose_food/script, then upload the entry again.`,
  );
}
