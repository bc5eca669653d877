import { NUTRIENTS, type Nutrient, type Nutrients } from "../../../foods/nutrients.ts";
import type { Recipe } from "../recipe.ts";

/** A recipe as import_file reads it back without loss. What is empty is left out. */
export function recipeAsJson(recipe: Recipe): Record<string, unknown> {
  // That it suits no meal is said too: left out, it would be read from its title.
  const { suits } = recipe;
  return { ...withoutEmpty(fieldsOf(recipe)), suits };
}

function fieldsOf(recipe: Recipe): Record<string, unknown> {
  const { recipe_id, origin, origin_ref } = recipe;
  return {
    recipe_id,
    slug: origin === "file" ? origin_ref : null,
    name: recipe.name,
    description: recipe.description,
    servings: recipe.servings,
    servings_text: recipe.servings_text,
    ingredients: recipe.ingredients.map((line) => line.original),
    steps: recipe.steps,
    tags: recipe.tags,
    prep_time: recipe.prep_minutes,
    cook_time: recipe.cook_minutes,
    cuisine: recipe.cuisine,
    keeps_days: recipe.keeps_days,
    source_url: recipe.source_url,
    image_url: recipe.image_url,
    rating: recipe.rating,
  };
}

/** What `identifier` begins with in JSON-LD of ours: read again, the recipe is known by it. */
export const OUR_IDENTIFIER = "meal-planner:";

/** schema.org's names of the nutrients (NutritionInformation), and the unit that each is told in. */
const NUTRITION: Partial<Record<Nutrient, [name: string, unit: string]>> = {
  energy_kcal: ["calories", "kcal"],
  protein_g: ["proteinContent", "g"],
  fat_g: ["fatContent", "g"],
  saturated_fat_g: ["saturatedFatContent", "g"],
  carbohydrate_g: ["carbohydrateContent", "g"],
  fibre_g: ["fiberContent", "g"],
  sugars_g: ["sugarContent", "g"],
  sodium_mg: ["sodiumContent", "mg"],
  cholesterol_mg: ["cholesterolContent", "mg"],
};

/** A recipe as schema.org/Recipe in JSON-LD, with its nutrition per serving where that is known. */
export function recipeAsJsonLd(recipe: Recipe, perServing: Nutrients | null): Record<string, unknown> {
  return withoutEmpty({
    "@context": "https://schema.org",
    "@type": "Recipe",
    identifier: `${OUR_IDENTIFIER}${recipe.recipe_id}`,
    name: recipe.name,
    description: recipe.description,
    recipeYield: recipe.servings === null ? recipe.servings_text : `${recipe.servings} servings`,
    recipeIngredient: recipe.ingredients.map((line) => line.original),
    recipeInstructions: recipe.steps.map((text) => ({ "@type": "HowToStep", text })),
    keywords: recipe.tags.join(", "),
    recipeCategory: recipe.suits,
    prepTime: isoDuration(recipe.prep_minutes),
    cookTime: isoDuration(recipe.cook_minutes),
    recipeCuisine: recipe.cuisine,
    url: recipe.source_url,
    image: recipe.image_url,
    nutrition: perServing && nutritionOf(perServing),
  });
}

function nutritionOf(perServing: Nutrients): Record<string, unknown> {
  const figures = NUTRIENTS.flatMap((nutrient) => {
    const [name, unit] = NUTRITION[nutrient] ?? [];
    const figure = perServing[nutrient];
    return name === undefined || figure === null ? [] : [[name, `${Math.round(figure * 10) / 10} ${unit}`]];
  });
  return { "@type": "NutritionInformation", servingSize: "1 serving", ...Object.fromEntries(figures) };
}

function isoDuration(minutes: number | null): string | null {
  return minutes === null ? null : `PT${minutes}M`;
}

function withoutEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  const empty = (value: unknown) =>
    value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !empty(value)));
}
