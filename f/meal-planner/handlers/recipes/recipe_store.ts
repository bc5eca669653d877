import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import type { Household } from "../../households/household.ts";
import type { Recipe, RecipeContent } from "./recipe.ts";

const COLUMNS = `recipe_id, household_id, version, name, description, servings, servings_text, prep_minutes,
  cook_minutes, cuisine, tags, suits, keeps_days, ingredients, steps, source_url, image_url, rating, origin,
  origin_ref, archived_at is not null as archived`;

const vector = (text: string) => `to_tsvector('english', meal_planner.without_accents(${text}))`;

const SEARCH = `setweight(${vector("$3::text")}, 'A')
  || setweight(${vector("array_to_string($10::text[], ' ') || ' ' || coalesce($9::text, '')")}, 'B')
  || setweight(${vector(`(select coalesce(string_agg(line ->> 'food', ' '), '')
       from jsonb_array_elements($13::jsonb) as line)`)}, 'C')
  || setweight(${vector("$4::text")}, 'D')`;

export type Origin = { origin: string; origin_ref: string | null };

/** Stores a new recipe. Where one of the same origin is there already, nothing is stored and the answer is undefined. */
export async function insertRecipe(
  tx: Tx,
  household: Household,
  content: RecipeContent,
  from: Origin,
): Promise<Recipe | undefined> {
  const { rows } = await tx.query<Recipe>(
    `insert into meal_planner.recipes (recipe_id, household_id, name, description, servings, servings_text,
       prep_minutes, cook_minutes, cuisine, tags, suits, keeps_days, ingredients, steps, source_url, image_url,
       rating, origin, origin_ref, search)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::double precision, $6::text, $7::integer, $8::integer,
       $9::text, $10::text[], $11::text[], $12::integer, $13::jsonb, $14::text[], $15::text, $16::text,
       $17::smallint, $18::text, $19::text, ${SEARCH})
     on conflict (household_id, origin, origin_ref) where origin_ref is not null do nothing
     returning ${COLUMNS}`,
    [newId(), household.household_id, ...contentValues(content), from.origin, from.origin_ref],
  );
  return rows[0];
}

/**
 * Overwrites a recipe's content where its version is still `expectedVersion`; undefined where it isn't, and
 * then nothing is written.
 */
export async function replaceRecipe(
  tx: Tx,
  recipe: Pick<Recipe, "recipe_id" | "household_id">,
  content: RecipeContent,
  expectedVersion: number,
): Promise<Recipe | undefined> {
  const { rows } = await tx.query<Recipe>(
    `update meal_planner.recipes set name = $3::text, description = $4::text, servings = $5::double precision,
       servings_text = $6::text, prep_minutes = $7::integer, cook_minutes = $8::integer, cuisine = $9::text,
       tags = $10::text[], suits = $11::text[], keeps_days = $12::integer, ingredients = $13::jsonb,
       steps = $14::text[], source_url = $15::text, image_url = $16::text, rating = $17::smallint,
       search = ${SEARCH}, version = version + 1, updated_at = now()
     where recipe_id = $1::uuid and household_id = $2::uuid and version = $18::integer and archived_at is null
     returning ${COLUMNS}`,
    [recipe.recipe_id, recipe.household_id, ...contentValues(content), expectedVersion],
  );
  return rows[0];
}

function contentValues(content: RecipeContent): unknown[] {
  return [
    content.name,
    content.description,
    content.servings,
    content.servings_text,
    content.prep_minutes,
    content.cook_minutes,
    content.cuisine,
    content.tags,
    content.suits,
    content.keeps_days,
    JSON.stringify(content.ingredients),
    content.steps,
    content.source_url,
    content.image_url,
    content.rating,
  ];
}

/** @throws NotFound where the household has no such recipe. */
export async function findRecipe(tx: Tx, household: Household, recipeId: string): Promise<Recipe> {
  const recipe = await recipeIfAny(tx, household, recipeId);
  if (recipe) return recipe;
  throw new NotFound(
    "recipe",
    recipeId,
    "List them with f/meal-planner/handlers/recipes/list_recipes/script.",
  );
}

export async function recipeIfAny(
  tx: Tx,
  household: Household,
  recipeId: string,
): Promise<Recipe | undefined> {
  const { rows } = await tx.query<Recipe>(
    `select ${COLUMNS} from meal_planner.recipes where recipe_id = $1::uuid and household_id = $2::uuid`,
    [recipeId, household.household_id],
  );
  return rows[0];
}

export async function findRecipeByOrigin(
  tx: Tx,
  household: Household,
  from: Origin,
): Promise<Recipe | undefined> {
  const { rows } = await tx.query<Recipe>(
    `select ${COLUMNS} from meal_planner.recipes
     where household_id = $1::uuid and origin = $2::text and origin_ref = $3::text`,
    [household.household_id, from.origin, from.origin_ref],
  );
  return rows[0];
}

/** The recipe of an origin, held until the transaction ends: another import of it waits. */
export async function lockRecipeByOrigin(
  tx: Tx,
  household: Household,
  from: Origin,
): Promise<Recipe | undefined> {
  await tx.query(
    `select from meal_planner.recipes
     where household_id = $1::uuid and origin = $2::text and origin_ref = $3::text for no key update`,
    [household.household_id, from.origin, from.origin_ref],
  );
  return findRecipeByOrigin(tx, household, from);
}

/**
 * A recipe of the household, held until the transaction ends, so that nobody changes it and no plan takes it up
 * meanwhile; undefined where it has none of that id.
 */
export async function lockRecipe(
  tx: Tx,
  household: Household,
  recipeId: string,
): Promise<Recipe | undefined> {
  await tx.query(
    `select from meal_planner.recipes where recipe_id = $1::uuid and household_id = $2::uuid for update`,
    [recipeId, household.household_id],
  );
  return recipeIfAny(tx, household, recipeId);
}

/** The ids of all of a household's recipes that aren't archived, by name. */
export async function listRecipeIds(tx: Tx, household: Household): Promise<string[]> {
  const { rows } = await tx.query<{ recipe_id: string }>(
    `select recipe_id from meal_planner.recipes
     where household_id = $1::uuid and archived_at is null order by lower(name), recipe_id`,
    [household.household_id],
  );
  return rows.map((row) => row.recipe_id);
}

/**
 * Takes a recipe out of use, or back into it, where its version is still `expectedVersion`; undefined where it isn't.
 * It is a version of its own with the same figures: plans and diaries that have the recipe still count with them.
 */
export async function setArchived(
  tx: Tx,
  recipe: Pick<Recipe, "recipe_id">,
  archived: boolean,
  expectedVersion: number,
): Promise<{ version: number } | undefined> {
  const { rows } = await tx.query<{ version: number }>(
    `with changed as (
       update meal_planner.recipes
       set archived_at = case when $2::boolean then now() end, version = version + 1, updated_at = now()
       where recipe_id = $1::uuid and version = $3::integer and (archived_at is null) = $2::boolean
       returning recipe_id, version
     ), figures as (
       update meal_planner.recipe_nutrition n set recipe_version = changed.version
       from changed where n.recipe_id = changed.recipe_id and n.recipe_version = changed.version - 1
     )
     select version from changed`,
    [recipe.recipe_id, archived, expectedVersion],
  );
  return rows[0];
}

/** What of a recipe can be compared: a line is the same when its text is, however it is understood by now. */
export function comparableContent(
  content: RecipeContent,
): Omit<RecipeContent, "ingredients"> & { ingredients: string[] } {
  const { name, description, servings, servings_text, prep_minutes, cook_minutes, cuisine, tags } = content;
  const { suits, keeps_days, steps, source_url, image_url, rating } = content;
  return {
    ...{ name, description, servings, servings_text, prep_minutes, cook_minutes, cuisine, tags },
    ...{ suits, keeps_days, steps, source_url, image_url, rating },
    ingredients: content.ingredients.map((line) => line.original),
  };
}
