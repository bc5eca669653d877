import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { foodIndexFor } from "../../foods/food_store.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { nutritionOf } from "./calculate_nutrition.ts";
import { fileFields, readFiles } from "./import_file.ts";
import { fileOrigin, type ImportOrigin } from "./import_recipes.ts";
import { readUrl } from "./import_url.ts";
import { exportedId, parseKeptRecipe } from "./kept_recipe.ts";
import { type RecipeContent, type RecipeDraft, recipeContent } from "./recipe.ts";
import type { StoredNutrition } from "./recipe_nutrition_store.ts";
import { findRecipeByOrigin, recipeIfAny } from "./recipe_store.ts";
import type { PageLimits } from "./web/web_page.ts";

export const previewImportInput = z
  .strictObject({
    url: z.string().trim().min(1).max(2_000).optional(),
    ...fileFields,
    household_id: z.uuid().optional(),
  })
  .refine(
    ({ url, content, files }) =>
      [url, content, files?.length || undefined].filter((one) => one !== undefined).length === 1,
    { path: ["url"], message: "Give the address of a page, the text of a file, or files, one of them." },
  );

type Shown = Pick<
  RecipeContent,
  | "name"
  | "description"
  | "servings"
  | "prep_minutes"
  | "cook_minutes"
  | "tags"
  | "suits"
  | "steps"
  | "source_url"
  | "image_url"
>;

export type PreviewedRecipe =
  | (Shown & {
      /** What an import of it would do: `new`, or bring the one of the same origin up to date, unless it is archived. */
      would_be: "new" | "updated" | "archived";
      nutrition: StoredNutrition;
    })
  | { name: string; problem: string };

export type Preview = {
  recipes: PreviewedRecipe[];
  /** How many more there are than are shown. */
  more: number;
};

const MOST_SHOWN = 100;

/**
 * What an import would bring, with its nutrition as it would be worked out: the recipe of a web page, or those of files.
 * Nothing is stored. Recipes that would be refused say why.
 *
 * @throws what `importUrl` and `importFile` do.
 */
export async function previewImport(
  database: Database,
  input: z.output<typeof previewImportInput>,
  limits: PageLimits,
): Promise<Preview> {
  const read = input.url === undefined ? await draftsOfFiles(input) : await draftOfPage(input.url, limits);
  const recipes = await database.transaction(async (tx) => {
    const household = await resolveHousehold(tx, input.household_id);
    const index = await foodIndexFor(tx, household.household_id);
    const previews: PreviewedRecipe[] = [];
    for (const one of read.slice(0, MOST_SHOWN)) {
      if ("problem" in one) previews.push(one);
      else previews.push(await previewOf(tx, household, one, index));
    }
    return previews;
  });
  return { recipes, more: Math.max(0, read.length - MOST_SHOWN) };
}

type Draft = { draft: RecipeDraft; from: ImportOrigin; exported?: string };

async function draftOfPage(address: string, limits: PageLimits): Promise<Draft[]> {
  const { draft, url } = await readUrl(address, limits);
  return [{ draft, from: { origin: "url", origin_ref: url } }];
}

async function draftsOfFiles(
  input: Pick<z.output<typeof previewImportInput>, "content" | "files">,
): Promise<(Draft | { name: string; problem: string })[]> {
  const seen = new Map<string, number>();
  return (await readFiles(input)).map((read) => {
    if ("problem" in read) return read;
    try {
      const draft = parseKeptRecipe(read.kept);
      return { draft, from: fileOrigin(read.kept, draft, seen), exported: exportedId(read.kept) };
    } catch (error) {
      if (error instanceof InvalidInput) return { name: read.name, problem: error.message };
      throw error;
    }
  });
}

async function previewOf(
  tx: Tx,
  household: Household,
  { draft, from, exported }: Draft,
  index: Parameters<typeof nutritionOf>[1],
): Promise<PreviewedRecipe> {
  const content = recipeContent(draft);
  const ours = exported === undefined ? undefined : await recipeIfAny(tx, household, exported);
  const known = ours ?? (await findRecipeByOrigin(tx, household, from));
  const {
    name,
    description,
    servings,
    prep_minutes,
    cook_minutes,
    tags,
    suits,
    steps,
    source_url,
    image_url,
  } = content;
  return {
    ...{ name, description, servings, prep_minutes, cook_minutes, tags, suits, steps, source_url, image_url },
    would_be: known ? (known.archived ? "archived" : "updated") : "new",
    nutrition: nutritionOf({ ...content, version: 1 }, index),
  };
}
