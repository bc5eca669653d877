import { z } from "zod";
import { parseInput } from "../../database/parse_input.ts";
import { looseText, plainText } from "../../database/plain_text.ts";
import { parseMinutes } from "./duration.ts";
import { type RecipeDraft, recipeInput } from "./recipe.ts";
import { parseServings } from "./servings.ts";

const line = z.union([z.string(), z.looseObject({ text: z.string() }).transform((item) => item.text)], {
  error: 'Must be a line of text, or {text: "…"}.',
});

/** One text with a line each is as good as a list. */
const lines = z.union([z.string().transform((text) => text.split(/\r?\n/)), z.array(line)], {
  error: "Must be a list of lines.",
});

const filled = (texts: string[]) => texts.map((text) => text.trim()).filter((text) => text !== "");

/**
 * A recipe as people keep it: `title` or `name`; `servings` a number, text such as "2-3 people", or missing;
 * `ingredients` and `steps` as lines or `{text}`; `tags`; times as text; what else export_recipes writes. Fields that aren't known are passed over.
 */
const keptRecipe = z.looseObject(
  {
    title: z.string().optional(),
    name: z.string().optional(),
    slug: looseText(500).optional(),
    servings: z.union([z.number(), z.string()]).nullish(),
    servings_text: z.string().nullish(),
    ingredients: lines,
    steps: lines.optional(),
    tags: z.array(z.string()).optional(),
    intro: z.string().nullish(),
    description: z.string().nullish(),
    prep_time: z.union([z.string(), z.number()]).nullish(),
    cook_time: z.union([z.string(), z.number()]).nullish(),
    cuisine: z.string().nullish(),
    suits: z.array(z.string()).nullish(),
    keeps_days: z.number().nullish(),
    source_url: z.string().nullish(),
    image_url: z.string().nullish(),
    rating: z.number().nullish(),
  },
  { error: "A recipe is {title or name, ingredients, servings, steps, tags, …}." },
);

const draft = recipeInput.extend({
  servings: recipeInput.shape.servings.nullable(),
  servings_text: looseText(500),
});

/**
 * What a recipe as people keep it says, checked as an author's own is.
 *
 * @throws InvalidInput with every problem found.
 */
export function parseKeptRecipe(recipe: unknown): RecipeDraft {
  const kept = parseInput(keptRecipe, recipe);
  return parseInput(draft, {
    name: kept.title ?? kept.name ?? "",
    description: (kept.intro ?? kept.description ?? "").slice(0, 5_000),
    servings: parseServings(kept.servings),
    servings_text: (kept.servings_text ?? servingsAsText(kept.servings)).trim().slice(0, 500),
    ingredients: filled(kept.ingredients),
    steps: filled(kept.steps ?? []),
    tags: filled(kept.tags ?? []),
    prep_minutes: parseMinutes(kept.prep_time),
    cook_minutes: parseMinutes(kept.cook_time),
    cuisine: kept.cuisine?.trim() || undefined,
    suits: kept.suits ?? undefined,
    keeps_days: kept.keeps_days ?? undefined,
    source_url: kept.source_url || undefined,
    image_url: kept.image_url || undefined,
    rating: kept.rating ?? undefined,
  });
}

/** What the source says where it says more than a number. */
function servingsAsText(servings: string | number | null | undefined): string {
  if (typeof servings !== "string" || /^\s*\d+(?:[.,]\d+)?\s*(?:servings?)?\s*$/i.test(servings)) return "";
  return servings.trim();
}

/** What a recipe is called, to name it in a report whatever else is wrong with it. */
export function nameOf(kept: unknown, index: number): string {
  const { title, name } = (kept ?? {}) as { title?: unknown; name?: unknown };
  const called = plainText(200).safeParse(title ?? name);
  return called.success ? called.data : `recipe ${index + 1}`;
}

/** Its id where it comes from: a slug where it has one, else the id that export_recipes gave it, else its title. */
export function referenceOf(kept: unknown, recipe: Pick<RecipeDraft, "name">): string {
  const { slug } = kept as { slug?: unknown };
  if (typeof slug === "string" && slug.trim() !== "") return slug.trim();
  return exportedId(kept) ?? recipe.name.toLowerCase();
}

/** The id of one of our recipes, as export_recipes writes it. */
export function exportedId(kept: unknown): string | undefined {
  const { recipe_id } = kept as { recipe_id?: unknown };
  return z.uuid().safeParse(recipe_id).data;
}

/** Whether it says only part of what a recipe has (JSON-LD), so that the rest isn't meant to be empty. */
export function isPart(kept: unknown): boolean {
  return (kept as { is_part?: unknown }).is_part === true;
}
