import { createHash } from "node:crypto";
import { InvalidInput } from "../../../database/errors.ts";
import type { ReadRecipe } from "../import_recipes.ts";
import { nameOf } from "../kept_recipe.ts";
import { type DataNode, linkedRecipes, recipesIn } from "../web/linked_data.ts";
import { microdataRecipes } from "../web/microdata.ts";
import { pageText } from "../web/page_text.ts";
import type { KeptFields } from "./kept_fields.ts";
import { markdownRecipes } from "./markdown.ts";
import { fieldsOfMealieRecipe, isMealieRecipe } from "./mealie.ts";
import { isMealieBackup, recipesOfMealieBackup } from "./mealie_backup.ts";
import { fieldsOfPaprikaRecipe, isPaprikaRecipe } from "./paprika.ts";
import { gunzipped, isGzip, isZip, type UnpackBudget, unreadable, withArchive } from "./recipe_archive.ts";
import { fieldsOfSchemaRecipe } from "./schema_org.ts";
import { fieldsOfTandoorRecipe, isTandoorRecipe } from "./tandoor.ts";
import { tolerantFields } from "./tolerant_fields.ts";

export type RecipeFile = { name: string; bytes: Uint8Array };

/** Tandoor's export is a zip of zips. */
const DEEPEST_ARCHIVE = 2;
/** What lies beside recipes in an export and is none. */
const NO_RECIPE = /\.(jpe?g|png|webp|gif|avif|heic|svg|css|js|pdf|db|sqlite|woff2?)$/i;

/**
 * The recipes of a file, by what is in it and not by its name: our JSON, JSON-LD, Mealie, Tandoor, Paprika, Markdown, a
 * saved page, or an archive (zip, gzip) of such files. In an archive, a file that can't be read is told by its name.
 *
 * @param budget Shared by the files of one import.
 * @throws InvalidInput where the file itself can't be read.
 */
export async function readRecipeFile(
  { name, bytes: content }: RecipeFile,
  budget: UnpackBudget,
  depth = 0,
): Promise<ReadRecipe[]> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (isZip(bytes)) {
    if (depth >= DEEPEST_ARCHIVE) throw unreadable("Archives within archives. Unpack it.");
    return readArchive(depth === 0 ? "" : `${name}/`, bytes, budget, depth);
  }
  if (isGzip(bytes)) {
    if (depth > DEEPEST_ARCHIVE) throw unreadable("Archives within archives. Unpack it.");
    return readRecipeFile({ name, bytes: gunzipped(bytes, budget) }, budget, depth + 1);
  }
  const text = pageText(bytes).trim();
  if (text.includes("\u0000")) throw unreadable("Neither text nor a zip or gzip archive.");
  if (text === "") throw unreadable("It is empty.");
  if (/^[[{]/.test(text)) return jsonRecipes(parseJson(text));
  if (text.startsWith("<")) return pageRecipes(text);
  const recipes = markdownRecipes(text);
  if (recipes.length === 0) {
    throw unreadable("Not JSON, a page, or Markdown with a # title. See import_file for what is read.");
  }
  return recipes.map((kept, index) => ({ name: nameOf(kept, index), kept }));
}

async function readArchive(
  within: string,
  bytes: Buffer,
  budget: UnpackBudget,
  depth: number,
): Promise<ReadRecipe[]> {
  return withArchive(bytes, budget, async (files) => {
    const recipes: ReadRecipe[] = [];
    for (const { path, read } of files) {
      if (NO_RECIPE.test(path)) continue;
      const name = `${within}${path}`;
      const found = await readOrReport(name, async () => {
        budget.takeFile();
        return readRecipeFile({ name, bytes: await read() }, budget, depth + 1);
      });
      recipes.push(...found);
      // The rest would only say the same again.
      if (budget.isSpent) break;
    }
    return recipes;
  });
}

/** What can't be read is told by its name; the others go on. */
export async function readOrReport(name: string, read: () => Promise<ReadRecipe[]>): Promise<ReadRecipe[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return [{ name, problem: error.message }];
  }
}

function jsonRecipes(data: unknown): ReadRecipe[] {
  if (isMealieBackup(data)) {
    return recipesOfMealieBackup(data).map((node, index) => readFields(fieldsOfMealieRecipe(node), index));
  }
  const list = Array.isArray(data) ? data : isBox(data) ? data.recipes : [data];
  return list.flatMap((item, index) => jsonRecipe(item, index));
}

/** `{"recipes": […]}`, as a whole box is exported. */
function isBox(data: unknown): data is { recipes: unknown[] } {
  return typeof data === "object" && data !== null && Array.isArray((data as DataNode).recipes);
}

function jsonRecipe(item: unknown, index: number): ReadRecipe[] {
  const asOurs: ReadRecipe[] = [{ name: nameOf(item, index), kept: item }];
  if (item === null || typeof item !== "object" || Array.isArray(item)) return asOurs;
  const node = item as DataNode;
  if (isMealieRecipe(node)) return [readFields(fieldsOfMealieRecipe(node), index)];
  if (isTandoorRecipe(node)) return [readFields(fieldsOfTandoorRecipe(node), index)];
  if (isPaprikaRecipe(node)) return [readFields(fieldsOfPaprikaRecipe(node), index)];
  if (!("@type" in node || "@graph" in node || "recipeIngredient" in node)) return asOurs;
  const linked = "recipeIngredient" in node ? [node] : recipesIn(node);
  if (linked.length === 0) return [{ name: nameOf(item, index), problem: "JSON-LD without a Recipe in it." }];
  return linked.map((recipe) => readFields(schemaFields(recipe), index));
}

function pageRecipes(html: string): ReadRecipe[] {
  const linked = linkedRecipes(html);
  const nodes = linked.length > 0 ? linked : microdataRecipes(html);
  if (nodes.length === 0) throw unreadable("The page holds no recipe as schema.org data.");
  return nodes.map((node, index) => readFields(schemaFields(node), index));
}

const LONGEST_SLUG = 500;

/** Two sites' recipes of one title are two: a page's address is part of what its recipe is known by. */
function schemaFields(node: DataNode): KeptFields {
  const fields = fieldsOfSchemaRecipe(node);
  if (!fields.source_url || fields.recipe_id) return fields;
  const known = `${fields.source_url} ${fields.name.toLowerCase()}`;
  const slug = known.length <= LONGEST_SLUG ? known : createHash("sha256").update(known).digest("hex");
  return { ...fields, slug };
}

function readFields(fields: KeptFields, index: number): ReadRecipe {
  return { name: nameOf(fields, index), kept: tolerantFields(fields) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(
      `Not JSON: ${error instanceof Error ? error.message : error}. Give one recipe or an array of them.`,
    );
  }
}
