import type { IngredientLine } from "../../foods/ingredient_line.ts";
import type { RecipeContent } from "../recipes/recipe.ts";
import { cut, type IngredientRow, rowOfLine } from "./ingredient_rows.ts";
import { type MergedRow, type MergedStep, mergeSteps, type TemplateStep } from "./merge_steps.ts";
import { type Field, HELD, heldServings, ourFields } from "./recipe_fields.ts";
import type { TandoorRecipe } from "./tandoor_shapes.ts";
import { markedSource } from "./their_recipe.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Payload = Record<string, unknown>;

/** What Tandoor holds of a recipe beside our words, kept from when it was last seen there. */
export type RecipeDocument = {
  keywords: string[];
  steps: Omit<TemplateStep, "id">[];
  nutrition: Payload | null;
  properties: { property_amount: number | null; property_type: { name: string; unit: string | null } }[];
};

/** A new recipe in Tandoor's form, in the shape that it had where we know it from. */
export function createPayload(
  recipeId: string,
  content: RecipeContent,
  document: RecipeDocument | null,
  vocabulary: Vocabulary,
): Payload {
  const template = document?.steps ?? [];
  const lines = { ingredients: content.ingredients, steps: content.steps };
  const merged = mergeSteps(template, lines, rowsBy(vocabulary));
  return {
    ...plainFields(content, ["name", "description", "servings", "prep_minutes", "cook_minutes"]),
    source_url: sourceFor(content.source_url, recipeId),
    internal: true,
    keywords: content.tags.map((tag) => ({ name: keywordFor(tag, document?.keywords ?? [], vocabulary) })),
    steps: merged.map((step, order) => stepPayload(step, order, template, vocabulary)),
    ...(document?.nutrition ? { nutrition: document.nutrition } : {}),
    ...(document?.properties.length ? { properties: document.properties } : {}),
  };
}

/** The given fields of ours, put into the recipe as it is there now. */
export function patchPayload(
  recipeId: string,
  content: RecipeContent,
  remote: { recipe: TandoorRecipe; template: readonly TemplateStep[] },
  fields: ReadonlySet<Field>,
  vocabulary: Vocabulary,
): Payload {
  const payload = plainFields(content, [...fields]);
  if (fields.has("source_url")) payload.source_url = sourceFor(content.source_url, recipeId);
  if (fields.has("tags")) {
    const there = remote.recipe.keywords.map((keyword) => keyword.name);
    payload.keywords = content.tags.map((tag) => ({ name: keywordFor(tag, there, vocabulary) }));
  }
  if (fields.has("ingredients") || fields.has("steps")) {
    const lines = {
      ...(fields.has("ingredients") ? { ingredients: content.ingredients } : {}),
      ...(fields.has("steps") ? { steps: content.steps } : {}),
    };
    const merged = mergeSteps(remote.template, lines, rowsBy(vocabulary));
    payload.steps = merged.map((step, order) => stepPayload(step, order, remote.template, vocabulary));
  }
  return payload;
}

const rowsBy = (vocabulary: Vocabulary) => (line: IngredientLine) =>
  rowOfLine(line, (unit) => vocabulary.unit(unit));

/** A source that leaves no room for the mark goes without it. */
function sourceFor(sourceUrl: string | null, recipeId: string): string | null {
  const marked = markedSource(sourceUrl, recipeId);
  if (marked.length <= HELD.source_url) return marked;
  return sourceUrl !== null && sourceUrl.length <= HELD.source_url ? sourceUrl : null;
}

function keywordFor(tag: string, there: readonly string[], vocabulary: Vocabulary): string {
  const same = there.find((name) => name.trim().toLowerCase() === tag.toLowerCase());
  return same ?? vocabulary.keyword(cut(tag, HELD.keyword));
}

function plainFields(content: RecipeContent, fields: readonly Field[]): Payload {
  const payload: Payload = {};
  for (const field of fields) {
    if (field === "name") payload.name = cut(content.name, HELD.name);
    if (field === "description") payload.description = cut(content.description.trim(), HELD.description);
    if (field === "prep_minutes") payload.working_time = content.prep_minutes ?? 0;
    if (field === "cook_minutes") payload.waiting_time = content.cook_minutes ?? 0;
    if (field === "servings") {
      const held = heldServings(ourFields(content).servings);
      payload.servings = held.count;
      payload.servings_text = held.text;
    }
  }
  return payload;
}

/** Of what is there already, only what changes is said: the rest stays as it is, to the last digit. */
function stepPayload(
  step: MergedStep,
  order: number,
  template: readonly TemplateStep[],
  vocabulary: Vocabulary,
): Payload {
  const source = step.source === undefined ? undefined : template[step.source];
  const ingredients = step.rows.map((row, at) => rowPayload(row, at, source, vocabulary));
  const { name, instruction } = step;
  const words = { name: cut(name, HELD.name), instruction, order };
  if (source?.id === undefined) {
    return { ...words, time: source?.time ?? 0, show_ingredients_table: true, ingredients };
  }
  return {
    id: source.id,
    order,
    ...(name === source.name ? {} : { name: words.name }),
    ...(instruction === source.instruction ? {} : { instruction }),
    ingredients,
  };
}

function rowPayload(
  merged: MergedRow,
  order: number,
  step: TemplateStep | undefined,
  vocabulary: Vocabulary,
): Payload {
  const row: (IngredientRow & { id?: number }) | undefined =
    "row" in merged ? merged.row : step?.ingredients[merged.kept];
  if (!row) throw new RangeError("A kept row must be one of its step's.");
  if (row.id !== undefined) return { id: row.id, order };
  const { amount, note, is_header, no_amount, original_text } = row;
  return {
    food: row.food ? { name: vocabulary.food(row.food.name) } : null,
    unit: row.unit ? { name: row.unit.name } : null,
    ...{ amount, note, is_header, no_amount, original_text, order },
  };
}

/** A recipe's steps as they are there, in order. */
export function templateOf(steps: TandoorRecipe["steps"]): TemplateStep[] {
  return steps.map((step) => ({
    id: step.id,
    name: step.name,
    instruction: step.instruction,
    time: step.time,
    holdsMore: step.step_recipe != null || step.file != null,
    ingredients: step.ingredients.map(
      ({ id, food, unit, amount, note, is_header, no_amount, original_text }) => ({
        id,
        food: food ? { name: food.name, plural_name: food.plural_name ?? null } : null,
        unit: unit ? { name: unit.name } : null,
        ...{ amount, note, is_header, no_amount, original_text },
      }),
    ),
  }));
}

/** What is kept of a recipe as it is there, to make it again elsewhere. */
export function documentOf(
  recipe: TandoorRecipe,
  steps: TandoorRecipe["steps"],
  own: boolean,
): RecipeDocument {
  const { nutrition } = recipe;
  const figures = nutrition && {
    calories: nutrition.calories,
    carbohydrates: nutrition.carbohydrates,
    fats: nutrition.fats,
    proteins: nutrition.proteins,
    source: nutrition.source,
  };
  return {
    keywords: recipe.keywords.map((keyword) => keyword.name),
    steps: templateOf(steps).map(({ id: _, ...step }) => ({
      ...step,
      ingredients: step.ingredients.map(({ id: _id, ...row }) => row),
    })),
    // Figures of our own are worked out anew.
    nutrition: own ? null : (figures ?? null),
    properties: own
      ? []
      : recipe.properties.map(({ property_amount, property_type: { name, unit } }) => ({
          property_amount,
          property_type: { name, unit: unit ?? null },
        })),
  };
}
