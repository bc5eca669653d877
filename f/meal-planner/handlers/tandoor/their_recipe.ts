import { webAddress } from "../recipes/formats/web_address.ts";
import { cut } from "./ingredient_rows.ts";
import type { SharedRecipe } from "./recipe_fields.ts";
import { ingredientLines, instructionLines } from "./step_lines.ts";
import type { TandoorRecipe } from "./tandoor_shapes.ts";

/** Marks what we made there, so that a create whose answer was lost is found again: the recipe's id here. */
const MARK = /#meal-planner-recipe=([0-9a-f-]{36})$/;
const NO_SOURCE = "meal-planner:";

/** A source with our mark; of a recipe without one, the mark alone. */
export function markedSource(sourceUrl: string | null, recipeId: string): string {
  const source = sourceUrl ?? "";
  // One with a fragment of its own keeps it: the mark stands at the very end.
  return `${source === "" ? NO_SOURCE : source}#meal-planner-recipe=${recipeId}`;
}

/** The id that a source is marked with, if any. */
export function markIn(sourceUrl: string): string | undefined {
  return MARK.exec(sourceUrl)?.[1];
}

function withoutMark(sourceUrl: string): string {
  const source = sourceUrl.replace(MARK, "");
  return source === NO_SOURCE ? "" : source;
}

const LONGEST = { description: 5_000, tag: 60, minutes: 20_160 };
const MOST = { tags: 50, steps: 100, ingredients: 200 };

/** Tandoor's recipe in our words. `address` is what a picture's path begins with where it is told without a host. */
export function theirFields(recipe: TandoorRecipe, address: string): SharedRecipe {
  const steps = inOrder(recipe);
  const rows = ingredientLines(steps).map((line) => line.text);
  const texts = instructionLines(steps).map((line) => line.text);
  return {
    name: recipe.name.trim(),
    description: cut(recipe.description.trim(), LONGEST.description),
    servings: servingsOf(recipe),
    prep_minutes: minutesOf(recipe.working_time),
    cook_minutes: minutesOf(recipe.waiting_time),
    source_url: webAddress(withoutMark(recipe.source_url)) ?? null,
    tags: tagsOf(recipe),
    ingredients: rows.slice(0, MOST.ingredients),
    steps: fitting(texts),
    image_url: (recipe.image && webAddress(recipe.image, `${address}/`)) || null,
  };
}

/** The steps and rows as people see them. */
export function inOrder(recipe: Pick<TandoorRecipe, "steps">): TandoorRecipe["steps"] {
  const byOrder = (a: { order: number; id: number }, b: { order: number; id: number }) =>
    a.order - b.order || a.id - b.id;
  return [...recipe.steps]
    .sort(byOrder)
    .map((step) => ({ ...step, ingredients: [...step.ingredients].sort(byOrder) }));
}

/** Tandoor keeps 0 for a time that nobody has given. */
function minutesOf(minutes: number): number | null {
  return minutes > 0 ? Math.min(Math.round(minutes), LONGEST.minutes) : null;
}

function servingsOf({ servings, servings_text }: TandoorRecipe): SharedRecipe["servings"] {
  const count = servings > 0 ? Math.min(servings, 500) : null;
  const text = servings_text.trim();
  return { count, text: text === "" ? "" : `${servings} ${text}` };
}

function tagsOf(recipe: TandoorRecipe): string[] {
  const names = recipe.keywords.map((keyword) => cut(keyword.name.trim().toLowerCase(), LONGEST.tag));
  return [...new Set(names.filter((name) => name !== ""))].slice(0, MOST.tags);
}

/** At most so many steps: what is more is told with the last one. */
function fitting(texts: readonly string[]): string[] {
  if (texts.length <= MOST.steps) return [...texts];
  const first = texts.slice(0, MOST.steps - 1);
  return [
    ...first,
    texts
      .slice(MOST.steps - 1)
      .join(" ")
      .slice(0, 5_000),
  ];
}
