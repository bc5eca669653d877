import type { Tx } from "../../database/connection.ts";
import { CALCULATION_VERSION } from "../../foods/calculation_version.ts";
import type { Nutrients } from "../../foods/nutrients.ts";

/** One food of a line of several, with what the line says of it: the amount is its own, or its share. */
export type StoredPart = {
  /** Which of the recipe's lines, from 0. */
  line: number;
  food_id: string | null;
  text: string | null;
  quantity: number | null;
  quantity_max: number | null;
  unit: string | null;
  grams: number | null;
};

export type StoredLine = {
  original: string;
  food_id: string | null;
  food: string | null;
  score: number;
  reason: string;
  grams: number | null;
  grams_from: string;
  nutrients: Nutrients | null;
  /** Of the energy that is known, from 0 to 1. */
  share_of_energy?: number | null;
  /** Each food of "salt and pepper", the first included; left out for a line of one food. */
  parts?: StoredPart[];
};

export type DoubtfulLine = {
  /** Which of the recipe's lines, from 0. */
  line: number;
  original: string;
  food_id: string;
  food: string;
  energy_kcal_per_100g: number | null;
  from_macros_kcal_per_100g: number | null;
};

export type StoredNutrition = {
  recipe_version: number;
  /** How many portions the recipe makes, as counted here. */
  servings: number;
  /** `stated` by the recipe, or sized by its energy where it doesn't say. */
  servings_from: string;
  per_serving: Nutrients;
  total: Nutrients;
  coverage_by_mass: number;
  coverage_by_energy: number;
  allergens: string[];
  origins: string[];
  /** Lines as written whose food, allergens or origins aren't known: they may add to both. */
  unknown_lines: string[];
  main: string | null;
  lines: StoredLine[];
  /**
   * The whole recipe's energy by its macronutrients (4, 9 and 4 kcal a gram, fibre 2). Where it differs by over a
   * quarter from the energy by the records, a record is likely wrong, or there is alcohol in it.
   */
  energy_check?: {
    from_macros_kcal: number | null;
    from_macros_kcal_per_serving?: number | null;
    differs: boolean;
    /** Lines whose own food's energy isn't what its macronutrients can give. */
    lines?: DoubtfulLine[];
  } | null;
};

const COLUMNS = `recipe_version, servings, servings_from, per_serving, total, coverage_by_mass,
  coverage_by_energy, allergens, origins, unknown_lines, main, lines, energy_check`;

export async function readRecipeNutrition(tx: Tx, recipeId: string): Promise<StoredNutrition | undefined> {
  const { rows } = await tx.query<StoredNutrition>(
    `select ${COLUMNS} from meal_planner.recipe_nutrition where recipe_id = $1::uuid`,
    [recipeId],
  );
  return rows[0];
}

/**
 * Keeps the newer of two: figures of an older version of the recipe never replace those of a later one. False where
 * nothing was written, because there were later ones or the very same.
 */
export async function writeRecipeNutrition(
  tx: Tx,
  recipeId: string,
  figures: StoredNutrition,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into meal_planner.recipe_nutrition as n (recipe_id, ${COLUMNS}, calculation_version)
     values ($1::uuid, $2::integer, $3::double precision, $4::text, $5::jsonb, $6::jsonb, $7::double precision,
       $8::double precision, $9::text[], $10::text[], $11::text[], $12::text, $13::jsonb, $14::jsonb, $15::integer)
     on conflict (recipe_id) do update set recipe_version = excluded.recipe_version, servings = excluded.servings,
       servings_from = excluded.servings_from, per_serving = excluded.per_serving, total = excluded.total,
       coverage_by_mass = excluded.coverage_by_mass, coverage_by_energy = excluded.coverage_by_energy,
       allergens = excluded.allergens, origins = excluded.origins, unknown_lines = excluded.unknown_lines, main = excluded.main, lines = excluded.lines,
       energy_check = excluded.energy_check,
       calculation_version = excluded.calculation_version, calculated_at = now()
     where n.recipe_version <= excluded.recipe_version
       and to_jsonb(n) - $16::text[] is distinct from to_jsonb(excluded) - $16::text[]`,
    [
      recipeId,
      figures.recipe_version,
      figures.servings,
      figures.servings_from,
      JSON.stringify(figures.per_serving),
      JSON.stringify(figures.total),
      figures.coverage_by_mass,
      figures.coverage_by_energy,
      figures.allergens,
      figures.origins,
      figures.unknown_lines,
      figures.main,
      JSON.stringify(figures.lines),
      JSON.stringify(figures.energy_check ?? null),
      CALCULATION_VERSION,
      ["calculated_at", "calculation_version"],
    ],
  );
  if (rowCount === 0) await noteVersion(tx, recipeId, figures.recipe_version);
  return rowCount > 0;
}

/** The same figures as before, by a newer way: nothing to tell. */
async function noteVersion(tx: Tx, recipeId: string, recipeVersion: number): Promise<void> {
  await tx.query(
    `update meal_planner.recipe_nutrition set calculation_version = $2::integer
     where recipe_id = $1::uuid and recipe_version = $3::integer and calculation_version < $2::integer`,
    [recipeId, CALCULATION_VERSION, recipeVersion],
  );
}
