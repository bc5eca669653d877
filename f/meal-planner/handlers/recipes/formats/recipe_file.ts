import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { InvalidInput } from "../../../database/errors.ts";
import { readZipEntries } from "../../../foods/datasets/zip_archive.ts";
import type { ReadRecipe } from "../import_recipes.ts";
import { nameOf } from "../kept_recipe.ts";
import { type DataNode, linkedRecipes, recipesIn } from "../web/linked_data.ts";
import { microdataRecipes } from "../web/microdata.ts";
import type { KeptFields } from "./kept_fields.ts";
import { markdownRecipes } from "./markdown.ts";
import { fieldsOfMealieRecipe, isMealieRecipe } from "./mealie.ts";
import { fieldsOfPaprikaRecipe, isPaprikaRecipe } from "./paprika.ts";
import { fieldsOfSchemaRecipe } from "./schema_org.ts";
import { fieldsOfTandoorRecipe, isTandoorRecipe } from "./tandoor.ts";
import { tolerantFields } from "./tolerant_fields.ts";

export type RecipeFile = { name: string; bytes: Uint8Array };

/** Of one file, unpacked: a text recipe is some kilobytes, one with its photo in it some megabytes. */
const LARGEST_FILE_BYTES = 50_000_000;
/** Tandoor's export is a zip of zips. */
const DEEPEST_ARCHIVE = 2;
/** What lies beside recipes in an export and is none. */
const NO_RECIPE = /\.(jpe?g|png|webp|gif|avif|heic|svg|css|js|pdf|db|sqlite)$/i;

/**
 * The recipes of a file, by what is in it and not by its name: our JSON, JSON-LD, Mealie, Tandoor, Paprika, Markdown, a
 * saved page, or an archive (zip, gzip) of such files. In an archive, a file that can't be read is told by its name.
 *
 * @throws InvalidInput where the file itself can't be read.
 */
export async function readRecipeFile(file: RecipeFile, depth = 0): Promise<ReadRecipe[]> {
  const { name } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50) return readArchive(file, depth);
  if (bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return readRecipeFile({ name, bytes: unpack(bytes) }, depth);
  }
  if (bytes.includes(0)) throw unreadable("Neither text nor a zip or gzip archive.");
  const text = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trim();
  if (/^[[{]/.test(text)) return jsonRecipes(parseJson(text));
  if (text.startsWith("<")) return pageRecipes(text);
  const recipes = markdownRecipes(text);
  if (recipes.length === 0) {
    throw unreadable("Not JSON, a page, or Markdown with a # title. See import_file for what is read.");
  }
  return recipes.map((kept, index) => ({ name: nameOf(kept, index), kept }));
}

function jsonRecipes(data: unknown): ReadRecipe[] {
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
  return linked.map((recipe) => readFields(fieldsOfSchemaRecipe(recipe), index));
}

function pageRecipes(html: string): ReadRecipe[] {
  const linked = linkedRecipes(html);
  const nodes = linked.length > 0 ? linked : microdataRecipes(html);
  if (nodes.length === 0) throw unreadable("The page holds no recipe as schema.org data.");
  return nodes.map((node, index) => readFields(fieldsOfSchemaRecipe(node), index));
}

function readFields(fields: KeptFields, index: number): ReadRecipe {
  return { name: nameOf(fields, index), kept: tolerantFields(fields) };
}

async function readArchive(file: RecipeFile, depth: number): Promise<ReadRecipe[]> {
  if (depth >= DEEPEST_ARCHIVE) throw unreadable("Archives within archives. Unpack it.");
  const folder = await mkdtemp(join(tmpdir(), "meal-planner-recipes-"));
  try {
    const path = join(folder, "archive.zip");
    await writeFile(path, file.bytes);
    const recipes: ReadRecipe[] = [];
    for (const entry of await readZipEntries(path)) {
      if (NO_RECIPE.test(entry.name)) continue;
      const label = depth === 0 ? entry.name : `${file.name}/${entry.name}`;
      recipes.push(
        ...(await readOrReport(label, async () => {
          const bytes = await readAll(await entry.open());
          return readRecipeFile({ name: label, bytes }, depth + 1);
        })),
      );
    }
    return recipes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What can't be read is told by its name; the others go on. */
export async function readOrReport(name: string, read: () => Promise<ReadRecipe[]>): Promise<ReadRecipe[]> {
  try {
    return await read();
  } catch (error) {
    // A damaged entry fails in the unpacker, with an error of zlib's.
    const damaged = String((error as { code?: unknown }).code).startsWith("Z_");
    if (!(error instanceof InvalidInput) && !damaged) throw error;
    return [{ name, problem: damaged ? "It is damaged and can't be unpacked." : (error as Error).message }];
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST_FILE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE_BYTES });
  } catch (error) {
    throw (error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE"
      ? tooLarge()
      : unreadable("A damaged gzip.");
  }
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

const tooLarge = () => unreadable(`Unpacked it is over ${LARGEST_FILE_BYTES} bytes. Give recipes in parts.`);

function unreadable(message: string): InvalidInput {
  return new InvalidInput([{ path: "content", message }]);
}
