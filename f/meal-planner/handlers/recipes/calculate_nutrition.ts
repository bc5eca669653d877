import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import type { EventEnvelope } from "../../events/schemas/envelope.ts";
import { checkFoodEnergy } from "../../foods/energy_check.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import type { ResolvedLine } from "../../foods/line_nutrition.ts";
import { scaleNutrients } from "../../foods/nutrients.ts";
import { recipeNutrition } from "../../foods/recipe_nutrition.ts";
import { resolveHousehold } from "../../households/household.ts";
import { portionCount } from "./portion_count.ts";
import type { Recipe } from "./recipe.ts";
import {
  type DoubtfulLine,
  type StoredLine,
  type StoredNutrition,
  type StoredPart,
  writeRecipeNutrition,
} from "./recipe_nutrition_store.ts";
import { findRecipe } from "./recipe_store.ts";

export const calculateNutritionInput = z.strictObject({
  recipe_id: z.uuid(),
  household_id: z.uuid().optional(),
});

/**
 * Works out a recipe's nutrition from its lines and stores it for the recipe's version. NutritionCalculated
 * commits with it, unless the figures are as they were. Figures of a later version are never replaced by those of an
 * earlier one.
 *
 * @param cause The event being reacted to, if any; a recipe that is gone by then is no error, and the answer is null.
 * @throws NotFound where there is no such recipe and nobody's event was the reason.
 */
export async function calculateNutrition(
  tx: Tx,
  input: z.output<typeof calculateNutritionInput>,
  cause?: EventEnvelope,
): Promise<StoredNutrition | null> {
  const household = await resolveHousehold(tx, input.household_id);
  await lockRecipe(tx, input.recipe_id);
  const recipe = await findRecipe(tx, household, input.recipe_id).catch((error: unknown) => {
    if (cause && error instanceof NotFound) return null;
    throw error;
  });
  if (!recipe) return null;
  const { household_id, recipe_id, version: recipe_version } = recipe;
  const figures = nutritionOf(recipe, await foodIndexFor(tx, household_id));
  if (!(await writeRecipeNutrition(tx, recipe_id, figures))) return figures;
  const detail = {
    ...{ household_id, recipe_id, recipe_version },
    energy_kcal_per_serving: figures.per_serving.energy_kcal,
    coverage_by_mass: figures.coverage_by_mass,
    unmatched_lines: figures.lines.filter((line) => line.food_id === null).length,
  };
  await emit(tx, [{ type: "NutritionCalculated", detail }], cause);
  return figures;
}

/**
 * One at a time for a recipe. The one that waited reads the foods anew, so that figures by an older mapping never come
 * after those by a newer one.
 */
async function lockRecipe(tx: Tx, recipeId: string): Promise<void> {
  await tx.query("select from meal_planner.recipes where recipe_id = $1::uuid for no key update", [recipeId]);
}

/** A recipe's figures by an index of foods. Pure. */
export function nutritionOf(
  recipe: Pick<Recipe, "version" | "ingredients" | "servings" | "suits">,
  index: Parameters<typeof recipeNutrition>[2],
): StoredNutrition {
  // The whole first: where the recipe doesn't say how many it feeds, its energy decides.
  const whole = recipeNutrition(recipe.ingredients, 1, index);
  const portions = portionCount(recipe.servings, whole.totals.energy_kcal, recipe.suits);
  return {
    recipe_version: recipe.version,
    servings: portions.servings,
    servings_from: portions.from,
    per_serving: scaleNutrients(whole.totals, 1 / portions.servings),
    total: whole.totals,
    coverage_by_mass: whole.coverage.mass,
    coverage_by_energy: whole.coverage.energy,
    allergens: whole.allergens.contains,
    origins: whole.origins.contains,
    unknown_lines: [...new Set([...whole.allergens.unknownIn, ...whole.origins.unknownIn])],
    main: whole.main,
    lines: whole.lines.map(storedLine),
    energy_check: {
      from_macros_kcal: toHundredths(whole.energyCheck.fromMacrosKcal),
      from_macros_kcal_per_serving: toHundredths(
        whole.energyCheck.fromMacrosKcal && whole.energyCheck.fromMacrosKcal / portions.servings,
      ),
      differs: whole.energyCheck.differs,
      lines: whole.lines.flatMap(doubtfulLine),
    },
  };
}

function storedLine(resolved: ResolvedLine & { shareOfEnergy: number | null }, at: number): StoredLine {
  return {
    original: resolved.line.original,
    food_id: resolved.food?.foodId ?? null,
    food: resolved.food ? [resolved.food, ...resolved.also].map(nameOf).join(" and ") : null,
    score: Math.round(resolved.score * 1000) / 1000,
    reason: resolved.reason,
    grams: resolved.grams,
    grams_from: resolved.gramsFrom,
    nutrients: resolved.nutrients,
    share_of_energy: toHundredths(resolved.shareOfEnergy),
    ...(resolved.parts.length > 0 ? { parts: resolved.parts.map((part) => storedPart(part, at)) } : {}),
  };
}

function storedPart({ line, food, grams }: ResolvedLine, at: number): StoredPart {
  const { quantity, quantity_max, unit } = line;
  return { line: at, food_id: food?.foodId ?? null, text: line.food, quantity, quantity_max, unit, grams };
}

/** A line whose food's record can't be right: one in a big recipe doesn't move the sum far enough to be seen. */
function doubtfulLine(resolved: ResolvedLine, line: number): DoubtfulLine[] {
  const parts = resolved.parts.length > 0 ? resolved.parts : [resolved];
  return parts.flatMap(({ food }) => {
    const check = food && checkFoodEnergy(food);
    if (!food || !check?.differs) return [];
    const from_macros_kcal_per_100g = toHundredths(check.fromMacrosKcal);
    return [
      {
        ...{ line, original: resolved.line.original, food_id: food.foodId, food: nameOf(food) },
        ...{ energy_kcal_per_100g: food.per100g.energy_kcal, from_macros_kcal_per_100g },
      },
    ];
  });
}

const nameOf = (food: FoodRecord) => food.name ?? food.description;

const toHundredths = (number: number | null) => (number === null ? null : Math.round(number * 100) / 100);
