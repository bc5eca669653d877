import { createHash } from "node:crypto";
import type { RecipeContent } from "../recipes/recipe.ts";
import { cut } from "./ingredient_rows.ts";

/** What a recipe here and one there both hold. Each is compared, and moves, by itself. */
export const FIELDS = [
  "name",
  "description",
  "servings",
  "prep_minutes",
  "cook_minutes",
  "source_url",
  "tags",
  "ingredients",
  "steps",
  "image_url",
] as const;
export type Field = (typeof FIELDS)[number];

/** A recipe in our words, from whichever side. */
export type SharedRecipe = {
  name: string;
  description: string;
  servings: { count: number | null; text: string };
  prep_minutes: number | null;
  cook_minutes: number | null;
  source_url: string | null;
  tags: string[];
  ingredients: string[];
  steps: string[];
  image_url: string | null;
};

export type FieldHashes = Partial<Record<Field, string>>;

export function ourFields(recipe: RecipeContent): SharedRecipe {
  return {
    name: recipe.name,
    description: recipe.description,
    servings: { count: recipe.servings, text: recipe.servings_text },
    prep_minutes: recipe.prep_minutes,
    cook_minutes: recipe.cook_minutes,
    source_url: recipe.source_url,
    tags: recipe.tags,
    ingredients: recipe.ingredients.map((line) => line.original),
    steps: recipe.steps,
    image_url: recipe.image_url,
  };
}

/** A hash for each field: what a side had is remembered by it, so that the side that changed is known later. */
export function hashFields(recipe: SharedRecipe): Record<Field, string> {
  const hashes = {} as Record<Field, string>;
  for (const field of FIELDS) hashes[field] = hash(hashed(recipe, field));
  return hashes;
}

function hashed(recipe: SharedRecipe, field: Field): unknown {
  // A picture's host and signature may change; where it lies says whether it is the same one.
  if (field === "image_url") return recipe.image_url?.replace(/^https?:\/\/[^/]+/, "").replace(/[?#].*$/, "");
  if (field === "tags") return [...recipe.tags].sort();
  return recipe[field];
}

function hash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64url")
    .slice(0, 22);
}

/** Whether both sides say the same in a field, as far as Tandoor's columns can hold what we say. */
export function saysTheSame(field: Field, ours: SharedRecipe, theirs: SharedRecipe): boolean {
  const [a, b] = [comparable(field, ours), comparable(field, theirs)];
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What Tandoor's columns hold, in characters. */
export const HELD = { name: 128, description: 512, servings_text: 32, keyword: 64, source_url: 1024 };

function comparable(field: Field, recipe: SharedRecipe): unknown {
  switch (field) {
    case "name":
      return cut(recipe.name.trim(), HELD.name);
    case "description":
      return cut(recipe.description.trim().replace(/\r\n/g, "\n"), HELD.description);
    case "servings":
      return heldServings(recipe.servings);
    case "prep_minutes":
    case "cook_minutes":
      return recipe[field] || null;
    case "tags":
      return recipe.tags.map((tag) => tag.toLowerCase()).sort();
    case "steps":
      return recipe.steps.flatMap((step) => step.split(/\r?\n/)).flatMap((line) => line.trim() || []);
    case "ingredients":
      return recipe.ingredients.map((line) => line.trim());
    default:
      return recipe[field];
  }
}

/** `4 people` is told there as 4 and `people`; a number there is whole, and at least 1. */
export function heldServings({ count, text }: SharedRecipe["servings"]): { count: number; text: string } {
  const rest = text.trim().replace(/^[\d.,/½¼¾–-]+\s*/, "");
  return { count: Math.max(1, Math.round(count ?? 1)), text: cut(rest, HELD.servings_text) };
}
