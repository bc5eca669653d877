import { z } from "zod";

/**
 * Tandoor's objects as its API tells them, with the fields that are used here; others are kept. Amounts are numbers
 * there, and texts in some versions.
 */
const amount = z.union([z.number(), z.string()]).transform(Number).pipe(z.number());
const id = z.int();
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

export const named = z.looseObject({ id, name: z.string() });

export const foodShape = z.looseObject({ id, name: z.string(), plural_name: z.string().nullish() });
export const unitShape = foodShape;

export const ingredientShape = z.looseObject({
  id,
  food: foodShape.nullish(),
  unit: unitShape.nullish(),
  amount,
  note: text,
  order: z.int().default(0),
  is_header: z.boolean().default(false),
  no_amount: z.boolean().default(false),
  original_text: text,
});

export const stepShape = z.looseObject({
  id,
  name: text,
  instruction: text,
  ingredients: z.array(ingredientShape),
  time: z
    .int()
    .nullish()
    .transform((minutes) => minutes ?? 0),
  order: z.int().default(0),
  step_recipe: z.int().nullish(),
});

export const nutritionShape = z.looseObject({
  id: id.nullish(),
  calories: amount,
  carbohydrates: amount,
  fats: amount,
  proteins: amount,
  source: text,
});

export const propertyTypeShape = z.looseObject({
  id,
  name: z.string(),
  unit: z.string().nullish(),
  fdc_id: z.int().nullish(),
});

export const propertyShape = z.looseObject({
  id: id.nullish(),
  property_amount: amount.nullable(),
  property_type: propertyTypeShape,
});

/** As lists have them: no steps, no source. */
export const recipeOverviewShape = z.looseObject({
  id,
  name: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const recipeShape = z.looseObject({
  id,
  name: z.string(),
  description: text,
  image: z.string().nullish(),
  keywords: z.array(named).default([]),
  steps: z.array(stepShape),
  working_time: z
    .int()
    .nullish()
    .transform((minutes) => minutes ?? 0),
  waiting_time: z
    .int()
    .nullish()
    .transform((minutes) => minutes ?? 0),
  created_at: z.string(),
  updated_at: z.string(),
  source_url: text,
  nutrition: nutritionShape.nullish(),
  properties: z.array(propertyShape).default([]),
  servings: z.number(),
  servings_text: text,
  rating: amount.nullish(),
});

export const mealTypeShape = z.looseObject({
  id,
  name: z.string(),
  order: z.int().default(0),
  time: z.string().nullish(),
});

export const mealPlanShape = z.looseObject({
  id,
  title: text,
  recipe: z.looseObject({ id, name: z.string() }).nullish(),
  servings: amount,
  note: text,
  from_date: z.string(),
  to_date: z.string().nullish(),
  meal_type: mealTypeShape,
  shopping: z.boolean().default(false),
});

export const shoppingEntryShape = z.looseObject({
  id,
  list_recipe: z.int().nullish(),
  food: foodShape.nullish(),
  unit: unitShape.nullish(),
  amount,
  order: z.int().default(0),
  checked: z.boolean().default(false),
  ingredient: z.int().nullish(),
  completed_at: z.string().nullish(),
});

export const shoppingRecipeShape = z.looseObject({
  id,
  name: text,
  recipe: z.int().nullish(),
  mealplan: z.int().nullish(),
  servings: amount,
});

export type TandoorRecipeOverview = z.output<typeof recipeOverviewShape>;
export type TandoorRecipe = z.output<typeof recipeShape>;
export type TandoorStep = z.output<typeof stepShape>;
export type TandoorIngredient = z.output<typeof ingredientShape>;
export type TandoorNutrition = z.output<typeof nutritionShape>;
export type TandoorProperty = z.output<typeof propertyShape>;
export type TandoorPropertyType = z.output<typeof propertyTypeShape>;
export type TandoorNamed = z.output<typeof named>;
export type TandoorFood = z.output<typeof foodShape>;
export type TandoorMealType = z.output<typeof mealTypeShape>;
export type TandoorMealPlan = z.output<typeof mealPlanShape>;
export type TandoorShoppingEntry = z.output<typeof shoppingEntryShape>;
export type TandoorShoppingRecipe = z.output<typeof shoppingRecipeShape>;
