import { parseKeptRecipe } from "../recipes/kept_recipe.ts";
import { type Recipe, type RecipeContent, type RecipeDraft, recipeContent } from "../recipes/recipe.ts";
import type { Field, SharedRecipe } from "./recipe_fields.ts";

/**
 * What Tandoor says, as an author would write it here.
 *
 * @throws InvalidInput where it can't be a recipe here, such as one without ingredients.
 */
export function draftOfTheirs(theirs: SharedRecipe): RecipeDraft {
  return parseKeptRecipe({
    name: theirs.name,
    description: theirs.description,
    servings: theirs.servings.count,
    servings_text: theirs.servings.text,
    ingredients: theirs.ingredients,
    steps: theirs.steps,
    tags: theirs.tags,
    prep_time: theirs.prep_minutes,
    cook_time: theirs.cook_minutes,
    source_url: theirs.source_url,
    image_url: theirs.image_url,
  });
}

/** Our recipe with those fields as Tandoor has them; what Tandoor doesn't hold (cuisine, rating…) stays. */
export function contentWith(stored: Recipe, theirs: SharedRecipe, fields: ReadonlySet<Field>): RecipeContent {
  const draft = draftOfTheirs(theirs);
  const mine: RecipeDraft = { ...stored, ingredients: stored.ingredients.map((line) => line.original) };
  const { servings, servings_text, ingredients, ...plain } = draft;
  const taken = Object.fromEntries(Object.entries(plain).filter(([field]) => fields.has(field as Field)));
  return recipeContent({
    ...mine,
    ...taken,
    ...(fields.has("servings") ? { servings, servings_text } : {}),
    ...(fields.has("ingredients") ? { ingredients } : {}),
    ...(fields.has("image_url") ? { image_url: theirs.image_url } : {}),
    ...(fields.has("source_url") ? { source_url: theirs.source_url } : {}),
  });
}
