import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { UnpackBudget } from "./formats/recipe_archive.ts";
import { type RecipeFile, readOrReport, readRecipeFile } from "./formats/recipe_file.ts";
import { type ImportOutcome, importRecipes, type ReadRecipe } from "./import_recipes.ts";

const MOST_FILES = 1_000;

/** What may be handed over: the text of one file, or several files. */
export const fileFields = {
  content: z.string().min(1).max(50_000_000).optional(),
  files: z
    .array(
      z
        .strictObject({
          name: plainText(300),
          content: z.string().max(50_000_000).optional(),
          base64: z.base64({ message: "Not base64." }).max(100_000_000).optional(),
        })
        .refine((file) => (file.content === undefined) !== (file.base64 === undefined), {
          message: "Give content for a text or base64 for any file, one of the two.",
        }),
    )
    .max(MOST_FILES, { message: `At most ${MOST_FILES} files at once. Send them in parts.` })
    .optional(),
};

export const importFileInput = z
  .strictObject({
    ...fileFields,
    household_id: z.uuid().optional(),
  })
  .refine((input) => input.content !== undefined || (input.files?.length ?? 0) > 0, {
    path: ["content"],
    message: "Give the text of a file, or files.",
  });

export type ImportReport = {
  imported: number;
  updated: number;
  unchanged: number;
  refused: number;
  recipes: ImportOutcome[];
};

/**
 * Imports recipes from files of any form that formats/recipe_file.ts reads. A bad recipe is refused alone, and so is a
 * bad file among several.
 *
 * @throws InvalidInput where `content` as a whole can't be read.
 */
export async function importFile(
  database: Database,
  { content, files, household_id }: z.output<typeof importFileInput>,
): Promise<ImportReport> {
  const read = await readFiles({ content, files });
  const recipes = await importRecipes(database, read, household_id);
  const count = (outcome: ImportOutcome["outcome"]) =>
    recipes.filter((recipe) => recipe.outcome === outcome).length;
  return {
    imported: count("imported"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    recipes,
  };
}

/**
 * The recipes of some files; a file among several that can't be read is told by its name.
 *
 * @throws InvalidInput where `content` as a whole can't be read.
 */
export async function readFiles({
  content,
  files,
}: Pick<z.output<typeof importFileInput>, "content" | "files">): Promise<ReadRecipe[]> {
  const budget = new UnpackBudget();
  const read = content === undefined ? [] : await readRecipeFile(textFile("content", content), budget);
  for (const { name, content: text, base64 } of files ?? []) {
    const file =
      text === undefined ? { name, bytes: Buffer.from(base64 ?? "", "base64") } : textFile(name, text);
    read.push(...(await readOrReport(name, () => readRecipeFile(file, budget))));
  }
  return read;
}

/** The mark says that this is text already, whatever charset a saved page says that it was in. */
function textFile(name: string, text: string): RecipeFile {
  return { name, bytes: Buffer.from(`\ufeff${text}`, "utf8") };
}
