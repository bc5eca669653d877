import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { type ImportOutcome, importRecipes } from "./import_recipes.ts";

export const importFileInput = z.strictObject({
  content: z.string().min(1).max(50_000_000),
  household_id: z.uuid().optional(),
});

export type ImportReport = {
  imported: number;
  updated: number;
  unchanged: number;
  refused: number;
  recipes: ImportOutcome[];
};

/**
 * Imports a file of recipes: a JSON array, or one recipe.
 *
 * @throws InvalidInput where the file as a whole can't be read; a single bad recipe is refused alone.
 */
export async function importFile(
  database: Database,
  { content, household_id }: z.output<typeof importFileInput>,
): Promise<ImportReport> {
  const recipes = await importRecipes(database, parseRecipes(content), household_id);
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

function parseRecipes(content: string): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidInput([
      { path: "content", message: `Not JSON: ${reason}. Give a JSON array of recipes.` },
    ]);
  }
  if (Array.isArray(parsed)) return parsed;
  if (typeof parsed === "object" && parsed !== null) return [parsed];
  throw new InvalidInput([
    { path: "content", message: "Give a JSON array of recipes, or one recipe as an object." },
  ]);
}
