import { numberIn } from "../../format/number_in.ts";
import type { Args } from "../../runnables/runnables.ts";
import type { Recipe } from "./RecipeView.tsx";

export const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Meal = (typeof MEALS)[number];

/** A recipe as a form holds it. */
export type RecipeDraft = {
  name: string;
  servings: string;
  ingredients: string;
  steps: string;
  description: string;
  prep: string;
  cook: string;
  keeps: string;
  cuisine: string;
  tags: string;
  picture: string;
  source: string;
  /** None: they are guessed from the name. */
  suits: Meal[];
};

export const EMPTY_DRAFT: RecipeDraft = {
  name: "",
  servings: "2",
  ingredients: "",
  steps: "",
  description: "",
  prep: "",
  cook: "",
  keeps: "",
  cuisine: "",
  tags: "",
  picture: "",
  source: "",
  suits: [],
};

export function draftOf(recipe: Recipe): RecipeDraft {
  const text = (value: number | string | null) => (value === null ? "" : String(value));
  return {
    name: recipe.name,
    servings: text(recipe.servings),
    ingredients: recipe.ingredients.map(({ original }) => original).join("\n"),
    steps: recipe.steps.join("\n"),
    description: recipe.description,
    prep: text(recipe.prep_minutes),
    cook: text(recipe.cook_minutes),
    keeps: text(recipe.keeps_days || null),
    cuisine: text(recipe.cuisine),
    tags: recipe.tags.join(", "),
    picture: text(recipe.image_url),
    source: text(recipe.source_url),
    suits: recipe.suits,
  };
}

/** What the scripts take. Where nothing is said of the meals, they are left out. */
export function recipeOf(draft: RecipeDraft): Omit<Args<"create_recipe">, "household_id"> {
  const orNull = (text: string) => text.trim() || null;
  const number = (text: string) => (text.trim() === "" ? null : numberIn(text));
  return {
    name: draft.name.trim(),
    servings: numberIn(draft.servings),
    ingredients: linesOf(draft.ingredients),
    steps: linesOf(draft.steps),
    description: draft.description.trim(),
    prep_minutes: number(draft.prep),
    cook_minutes: number(draft.cook),
    keeps_days: number(draft.keeps) ?? 0,
    cuisine: orNull(draft.cuisine),
    tags: draft.tags
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    image_url: orNull(draft.picture),
    source_url: orNull(draft.source),
    ...(draft.suits.length > 0 ? { suits: draft.suits } : {}),
  };
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
