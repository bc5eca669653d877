import type { DataNode } from "../web/linked_data.ts";
import type { KeptFields } from "./kept_fields.ts";
import { amountText, namesOf, textOf } from "./plain_values.ts";
import { webAddress } from "./web_address.ts";

/** Whether JSON is a recipe as Mealie exports one (version 1 and later): its ingredients are objects. */
export function isMealieRecipe(node: DataNode): boolean {
  const ingredients = node.recipeIngredient ?? node.recipe_ingredient;
  return Array.isArray(ingredients) && ingredients.some((item) => typeof item === "object");
}

export function fieldsOfMealieRecipe(node: DataNode): KeptFields {
  const ingredients = (node.recipeIngredient ?? node.recipe_ingredient) as unknown[];
  const steps = [node.recipeInstructions ?? node.recipe_instructions].flat();
  const servings = node.recipeServings ?? node.recipe_servings;
  const rating = Math.round(Number(node.rating ?? 0));
  return {
    slug: textOf(node.slug) ? `mealie ${textOf(node.slug)}` : undefined,
    name: textOf(node.name),
    description: textOf(node.description),
    servings: Number(servings) > 0 ? Number(servings) : textOf(node.recipeYield ?? node.recipe_yield),
    ingredients: ingredients.flatMap(linesOf),
    steps: steps.flatMap(stepsOf),
    prep_time: textOf(node.prepTime ?? node.prep_time),
    cook_time: textOf(node.performTime ?? node.perform_time ?? node.cookTime ?? node.cook_time),
    tags: [...namesOf(node.tags), ...namesOf(node.recipeCategory ?? node.recipe_category)],
    source_url: webAddress(node.orgURL ?? node.org_url),
    rating: rating >= 1 && rating <= 5 ? rating : undefined,
  };
}

/** A line, and before it the heading of the section that it begins. */
function linesOf(item: unknown): string[] {
  if (typeof item === "string") return [item];
  const node = (item ?? {}) as DataNode;
  const heading = textOf(node.title);
  const written = textOf(node.originalText ?? node.original_text) || textOf(node.display);
  const composed = amountText(node.quantity, node.unit, node.food, node.note);
  return [...(heading === "" ? [] : [`${heading}:`]), written || composed];
}

function stepsOf(step: unknown): string[] {
  if (typeof step === "string") return [step];
  const { title: heading, text: said } = (step ?? {}) as DataNode;
  const [title, text] = [textOf(heading), textOf(said)];
  return [title === "" ? text : `${title}: ${text}`];
}
