import type { Database, Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { emit } from "../../events/producers/emit.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { keepImportedContent, readImportedContent, withChangesOfSource } from "./imported_content.ts";
import { exportedId, isPart, parseKeptRecipe, referenceOf } from "./kept_recipe.ts";
import { type Recipe, type RecipeDraft, recipeContent } from "./recipe.ts";
import { insertRecipe, lockRecipe, lockRecipeByOrigin } from "./recipe_store.ts";
import { writeContent } from "./update_recipe.ts";

export type ImportOutcome =
  | { name: string; outcome: "imported" | "updated" | "unchanged"; recipe_id: string }
  | { name: string; outcome: "refused"; reason: string };

/** A recipe as read from a file, or why it can't be read. */
export type ReadRecipe = { name: string; kept: unknown } | { name: string; problem: string };

/**
 * Imports recipes as people keep them (kept_recipe.ts), each in a transaction of its own: one that is wrong is
 * refused with its name and the reason, the others go on. Importing again changes only what differs in the source, so a
 * run that was cut off is finished by the next, and what the household changed itself stays. A recipe that
 * export_recipes wrote is brought back to what it says.
 */
export async function importRecipes(
  database: Database,
  recipes: readonly ReadRecipe[],
  householdId?: string,
): Promise<ImportOutcome[]> {
  const household = await database.transaction((tx) => resolveHousehold(tx, householdId));
  const outcomes: ImportOutcome[] = [];
  const seen = new Map<string, number>();
  for (const read of recipes) {
    outcomes.push("kept" in read ? await importKept(database, household, read, seen) : refused(read));
  }
  return outcomes;
}

async function importKept(
  database: Database,
  household: Household,
  { name, kept }: Extract<ReadRecipe, { kept: unknown }>,
  seen: Map<string, number>,
): Promise<ImportOutcome> {
  try {
    const draft = parseKeptRecipe(kept);
    const from = fileOrigin(kept, draft, seen);
    return await database.transaction(async (tx) => {
      const ours = await lockExported(tx, household, kept);
      return ours ? writeExported(tx, ours, draft, isPart(kept)) : importRecipe(tx, household, draft, from);
    });
  } catch (error) {
    if (error instanceof InvalidInput) return refused({ name, problem: error.message });
    throw error;
  }
}

/** The household's own recipe that export_recipes wrote, if this is one. */
async function lockExported(tx: Tx, household: Household, kept: unknown): Promise<Recipe | undefined> {
  const id = exportedId(kept);
  return id === undefined ? undefined : lockRecipe(tx, household, id);
}

async function writeExported(
  tx: Tx,
  stored: Recipe,
  draft: RecipeDraft,
  part: boolean,
): Promise<ImportOutcome> {
  const { recipe_id } = stored;
  const { name } = draft;
  if (stored.archived) return { name, outcome: "unchanged", recipe_id };
  const said = recipeContent(draft);
  const content = part ? withChangesOfSource(stored, said, null) : said;
  const { changed } = await writeContent(tx, stored, content);
  return { name, outcome: changed.length > 0 ? "updated" : "unchanged", recipe_id };
}

function refused({ name, problem }: { name: string; problem: string }): ImportOutcome {
  return { name, outcome: "refused", reason: problem };
}

/** What a recipe of a file is known by. `seen` counts through one file. */
export function fileOrigin(kept: unknown, draft: RecipeDraft, seen: Map<string, number>): ImportOrigin {
  return { origin: "file", origin_ref: numbered(referenceOf(kept, draft), seen) };
}

/** The second of one title in a file is another recipe: `porridge`, `porridge #2`. */
function numbered(reference: string, seen: Map<string, number>): string {
  const count = (seen.get(reference) ?? 0) + 1;
  seen.set(reference, count);
  return count === 1 ? reference : `${reference} #${count}`;
}

export type ImportOrigin = { origin: "file" | "url" | "tandoor" | "fatsecret"; origin_ref: string };

/**
 * Stores one recipe of an origin, or brings what changed there since the last import into the stored one. Two imports of
 * one recipe come one after the other.
 */
export async function importRecipe(
  tx: Tx,
  household: Household,
  draft: RecipeDraft,
  from: ImportOrigin,
): Promise<ImportOutcome> {
  const { household_id } = household;
  const source = recipeContent(draft);
  const { name } = source;
  const recipe = await insertRecipe(tx, household, source, from);
  if (recipe) {
    const { recipe_id, version } = recipe;
    await keepImportedContent(tx, recipe_id, source);
    await emit(tx, [
      {
        type: "RecipeImported",
        detail: { household_id, recipe_id, version, name, ...from },
      },
    ]);
    return { name, outcome: "imported", recipe_id };
  }
  // The insert found it there, and recipes of an origin are only ever archived, so it is there still.
  const stored = (await lockRecipeByOrigin(tx, household, from))!;
  const { recipe_id } = stored;
  if (stored.archived) return { name, outcome: "unchanged", recipe_id };
  const before = await readImportedContent(tx, recipe_id);
  const { changed } = await writeContent(tx, stored, withChangesOfSource(stored, source, before));
  await keepImportedContent(tx, recipe_id, source);
  return { name, outcome: changed.length > 0 ? "updated" : "unchanged", recipe_id };
}
