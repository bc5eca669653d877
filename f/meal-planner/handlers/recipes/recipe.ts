import { z } from "zod";
import { looseText, plainText } from "../../database/plain_text.ts";
import { type IngredientLine, parseIngredientLine } from "../../foods/ingredient_line.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import { inferMeals, MEALS, type Meal } from "./meal_fit.ts";
import { servings } from "./servings.ts";

const ingredientObject = z.strictObject({
  name: plainText(200),
  quantity: z
    .number()
    .gt(0, { message: "Must be more than 0; leave it out for “to taste”." })
    .max(100_000, { message: "At most 100000." })
    .nullish(),
  unit: plainText(30).nullish(),
  note: plainText(200).nullish(),
});

/** `"2 large eggs, beaten"`, or `{name, quantity?, unit?, note?}`; both end as a line that is kept as written. */
export const ingredient = z.union([plainText(500), ingredientObject], {
  error: 'An ingredient is a line such as "2 large eggs, beaten", or {name, quantity?, unit?, note?}.',
});

const tag = plainText(60).transform((text) => text.toLowerCase());

/** Of preparing or of cooking: two weeks. */
export const MOST_MINUTES = 20_160;

const minutes = z
  .int({ error: "Must be a whole number of minutes." })
  .min(0, { message: "Must not be less than 0 minutes." })
  .max(MOST_MINUTES, {
    message: `At most ${MOST_MINUTES} minutes, two weeks. Say longer times in the steps.`,
  });
const STARS = { message: "Must be a whole number from 1 to 5." };

const details = {
  description: looseText(5_000).default(""),
  prep_minutes: minutes.nullish(),
  cook_minutes: minutes.nullish(),
  cuisine: plainText(60).nullish(),
  tags: z.array(tag).max(50).default([]),
  suits: z.array(z.enum(MEALS)).max(4).optional(),
  keeps_days: z.int().min(0).max(30).default(0),
  steps: z.array(plainText(5_000)).max(100).default([]),
  source_url: z.url({ protocol: /^https?$/, message: "Must be an http(s) address." }).nullish(),
  image_url: z.url({ protocol: /^https?$/, message: "Must be an http(s) address." }).nullish(),
  rating: z.int(STARS).min(1, STARS).max(5, STARS).nullish(),
};

const ingredients = z
  .array(ingredient)
  .min(1, { message: "A recipe needs at least one ingredient." })
  .max(200, { message: "At most 200 ingredients." });

export const recipeInput = z.strictObject({ name: plainText(200), ingredients, servings, ...details });

export const createRecipeInput = recipeInput.extend({ household_id: z.uuid().optional() });

/** What an author may write; `servings` is null where a source doesn't say. */
export type RecipeDraft = Omit<z.output<typeof recipeInput>, "servings"> & {
  servings: number | null;
  servings_text?: string;
};

export type Recipe = {
  recipe_id: string;
  household_id: string;
  version: number;
  name: string;
  description: string;
  servings: number | null;
  servings_text: string;
  prep_minutes: number | null;
  cook_minutes: number | null;
  cuisine: string | null;
  tags: string[];
  suits: Meal[];
  keeps_days: number;
  ingredients: IngredientLine[];
  steps: string[];
  source_url: string | null;
  image_url: string | null;
  rating: number | null;
  origin: string;
  origin_ref: string | null;
  archived: boolean;
};

export type RecipeContent = Omit<
  Recipe,
  "recipe_id" | "household_id" | "version" | "origin" | "origin_ref" | "archived"
>;

export type RecipeNutritionFigures = { per_serving: Nutrients; total: Nutrients };

/** The stored form of a draft: lines parsed, meals inferred where the author doesn't say. */
export function recipeContent(draft: RecipeDraft): RecipeContent {
  return {
    name: draft.name,
    description: draft.description.trim(),
    servings: draft.servings,
    servings_text: draft.servings_text ?? "",
    prep_minutes: draft.prep_minutes ?? null,
    cook_minutes: draft.cook_minutes ?? null,
    cuisine: draft.cuisine ?? null,
    tags: [...new Set(draft.tags)],
    suits: draft.suits ?? inferMeals(draft.name, draft.tags, draft.ingredients.length),
    keeps_days: draft.keeps_days,
    ingredients: draft.ingredients.map((item) => parseIngredientLine(ingredientText(item))),
    steps: draft.steps,
    source_url: draft.source_url ?? null,
    image_url: draft.image_url ?? null,
    rating: draft.rating ?? null,
  };
}

/** `{name: "chicken", quantity: 200, unit: "g", note: "diced"}` → `200 g chicken, diced` */
function ingredientText(item: z.output<typeof ingredient>): string {
  if (typeof item === "string") return item;
  const amount = [item.quantity, item.unit, item.name].filter((part) => part !== null && part !== undefined);
  return item.note ? `${amount.join(" ")}, ${item.note}` : amount.join(" ");
}
