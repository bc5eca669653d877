import type { Tx } from "../../database/connection.ts";
import type { Recipe, RecipeContent } from "./recipe.ts";
import { comparableContent } from "./recipe_store.ts";

/** What a recipe's source said when it was last imported; null where that wasn't kept. */
export type ImportedContent = Record<string, unknown> | null;

export async function readImportedContent(tx: Tx, recipeId: string): Promise<ImportedContent> {
  const { rows } = await tx.query<{ imported: ImportedContent }>(
    "select imported from meal_planner.recipes where recipe_id = $1::uuid",
    [recipeId],
  );
  return rows[0]?.imported ?? null;
}

/** Keeps what the source says, beside the recipe and without a new version of it. */
export async function keepImportedContent(tx: Tx, recipeId: string, source: RecipeContent): Promise<void> {
  await tx.query(
    `update meal_planner.recipes set imported = $2::jsonb
     where recipe_id = $1::uuid and imported is distinct from $2::jsonb`,
    [recipeId, JSON.stringify(comparableContent(source))],
  );
}

/**
 * A stored recipe with what changed in its source since it was last imported. What didn't change there stays as the
 * household has it: a rating, a tag, a line put right. Where nobody knows what the source said before, all that it says
 * now counts. Pure.
 */
export function withChangesOfSource(
  stored: Recipe,
  source: RecipeContent,
  before: ImportedContent,
): RecipeContent {
  const now: Record<string, unknown> = comparableContent(source);
  const stays = Object.keys(now).filter((field) =>
    before === null ? isEmpty(now[field]) : same(now[field], before[field]),
  );
  return { ...source, ...Object.fromEntries(stays.map((field) => [field, stored[field as keyof Recipe]])) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || value === 0 || (Array.isArray(value) && value.length === 0);
}
