import type { Tx } from "../../database/connection.ts";
import { InvalidInput, NotFound } from "../../database/errors.ts";
import { type EnglishOf, resolveEaten } from "../../foods/eaten_line.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { foodIndexFor, readFoods } from "../../foods/food_store.ts";
import type { ResolvedLine } from "../../foods/line_nutrition.ts";
import { type Nutrients, scaleNutrients } from "../../foods/nutrients.ts";
import { findUnit } from "../../foods/units.ts";
import type { Household } from "../../households/household.ts";
import { type Eaten, MOST_GRAMS } from "./diary_entry.ts";

/** @throws NotFound where the household has no such recipe. */
export async function eatenRecipe(
  tx: Tx,
  household: Household,
  recipeId: string,
  portion: number,
): Promise<Eaten> {
  const { rows } = await tx.query<{ name: string; per_serving: Nutrients | null; coverage: number | null }>(
    `select r.name, n.per_serving, n.coverage_by_mass as coverage
     from meal_planner.recipes r
     left join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     where r.recipe_id = $1::uuid and r.household_id = $2::uuid`,
    [recipeId, household.household_id],
  );
  const recipe = rows[0];
  if (!recipe) {
    throw new NotFound("recipe", recipeId, "See f/meal-planner/handlers/recipes/list_recipes/script.");
  }
  const { name, per_serving, coverage } = recipe;
  return {
    ...{
      kind: "recipe",
      name,
      recipe_id: recipeId,
      food_id: null,
      line: null,
      portion,
      grams: null,
      coverage,
    },
    nutrients: per_serving && scaleNutrients(per_serving, portion),
    note: per_serving ? "by the recipe's nutrition" : "waits for the recipe's nutrition",
  };
}

/**
 * A food by grams, or by a number of one of its portions.
 *
 * @throws NotFound where there is no such food.
 * @throws InvalidInput where it has no such portion, or so many of it are more than anybody eats at once.
 */
export async function eatenFood(
  tx: Tx,
  household: Household,
  foodId: string,
  amount: { grams: number } | { portion: number; unit: string | undefined },
): Promise<Eaten> {
  const [food] = await readFoods(tx, [foodId], household.household_id);
  if (!food) {
    const remedy = "Find one with f/meal-planner/handlers/nutrition/search_foods/script.";
    throw new NotFound("food", foodId, remedy);
  }
  const { grams, how } =
    "grams" in amount ? { grams: amount.grams, how: "weighed" } : gramsOfPortions(food, amount);
  return {
    ...{ kind: "food", recipe_id: null, food_id: foodId, line: null, portion: null, grams, coverage: 1 },
    name: food.name ?? food.description,
    nutrients: scaleNutrients(food.per100g, grams / 100),
    note: `${food.description}, ${how}`,
  };
}

function gramsOfPortions(
  { portions }: FoodRecord,
  { portion, unit }: { portion: number; unit: string | undefined },
): { grams: number; how: string } {
  const wanted = unit && unitName(unit);
  const found = wanted
    ? portions.find((one) => unitName(one.unit) === wanted)
    : (portions.find((one) => one.unit === "each") ?? (portions.length === 1 ? portions[0] : undefined));
  if (!found) {
    const known = portions.map((one) => one.unit).join(", ");
    const message = known
      ? `Which portion of it? It has ${known}.`
      : "Nothing is known of its portions. Give grams.";
    throw new InvalidInput([{ path: "unit", message }]);
  }
  const grams = Math.round(portion * found.grams * 1000) / 1000;
  if (grams > MOST_GRAMS) {
    const message = `So many are ${Math.round(grams)} g, more than anybody eats at once (${MOST_GRAMS} g).`;
    throw new InvalidInput([{ path: "portion", message }]);
  }
  return { grams, how: `${portion} × ${found.grams} g (${found.unit})` };
}

const unitName = (unit: string) => findUnit(unit)?.name ?? unit.toLowerCase();

/** What chips are: fried potatoes in Britain, crisps in America. Told by the currency, else by where the household lives. */
function englishOf({ currency, time_zone }: Household): EnglishOf {
  if (currency !== null) return currency === "USD" || currency === "CAD" ? "american" : "british";
  return /^(?:America|US|Canada)\/|^Pacific\/Honolulu$/.test(time_zone) ? "american" : "british";
}

/**
 * What a free line means, as people speak of what they eat: a bare "banana" is one, and the note says what was taken for
 * granted. A food that isn't sure leaves the figures unknown, with the reason: the line is kept.
 *
 * @throws InvalidInput where it means more than anybody eats at once.
 */
export async function eatenLine(tx: Tx, household: Household, line: string): Promise<Eaten> {
  const resolved = resolveEaten(await foodIndexFor(tx, household.household_id), line, englishOf(household));
  const { food, also, nutrients } = resolved;
  const grams = resolved.eatenGrams;
  if (grams !== null && grams > MOST_GRAMS) {
    const message = `Means ${Math.round(grams)} g, more than anybody eats at once (${MOST_GRAMS} g). Is the unit right?`;
    throw new InvalidInput([{ path: "line", message }]);
  }
  return {
    ...{ kind: "line", recipe_id: null, line, portion: null, nutrients, coverage: nutrients ? 1 : 0 },
    name: food ? [...new Set([food, ...also].map((one) => one.name ?? one.description))].join(" and ") : line,
    food_id: food?.foodId ?? null,
    grams: grams === 0 ? null : grams,
    note: nutrients
      ? `${[food, ...also].map((one) => one?.description).join(", ")}: ${resolved.gramsHow}`
      : unknownBecause(resolved),
  };
}

function unknownBecause({ food, reason, gramsHow }: ResolvedLine): string {
  return food ? `Figures unknown: ${gramsHow}` : `Figures unknown: ${reason}`;
}
