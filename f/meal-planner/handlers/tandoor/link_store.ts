import type { Queryable, Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import type { WrittenNutrition } from "./nutrition_back.ts";
import type { FieldHashes } from "./recipe_fields.ts";
import type { RecipeDocument } from "./recipe_payload.ts";

/** One recipe here and its counterpart in Tandoor. */
export type Link = {
  link_id: string;
  recipe_id: string;
  /** null while a create is under way, or its answer was lost. */
  tandoor_id: number | null;
  begun_at: Date;
  ours: FieldHashes;
  theirs: FieldHashes;
  recipe_version: number | null;
  tandoor_updated_at: string | null;
  document: RecipeDocument | null;
  written_nutrition: WrittenNutrition | null;
  sent_image: string | null;
};

const COLUMNS = `link_id, recipe_id, tandoor_id, begun_at, ours, theirs, recipe_version, tandoor_updated_at, document,
  written_nutrition, sent_image`;

export async function linksByTandoorId(
  db: Queryable,
  connectionId: string,
  tandoorIds: readonly number[],
): Promise<Map<number, Link>> {
  const { rows } = await db.query<Link>(
    `select ${COLUMNS} from meal_planner.tandoor_recipes
     where connection_id = $1::uuid and tandoor_id = any ($2::integer[])`,
    [connectionId, tandoorIds],
  );
  return new Map(rows.flatMap((link) => (link.tandoor_id === null ? [] : [[link.tandoor_id, link]])));
}

export async function linkOfRecipe(
  db: Queryable,
  connectionId: string,
  recipeId: string,
): Promise<Link | undefined> {
  const { rows } = await db.query<Link>(
    `select ${COLUMNS} from meal_planner.tandoor_recipes
     where connection_id = $1::uuid and recipe_id = $2::uuid`,
    [connectionId, recipeId],
  );
  return rows[0];
}

/** Where our recipes are in Tandoor, for those that are there. */
export async function tandoorIdsOf(
  db: Queryable,
  connectionId: string,
  recipeIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ recipe_id: string; tandoor_id: number }>(
    `select recipe_id, tandoor_id from meal_planner.tandoor_recipes
     where connection_id = $1::uuid and recipe_id = any ($2::uuid[]) and tandoor_id is not null`,
    [connectionId, recipeIds],
  );
  return new Map(rows.map((row) => [row.recipe_id, row.tandoor_id]));
}

/**
 * Links a recipe to Tandoor's, or (without an id) notes that it is about to be made there. Undefined where either has
 * another counterpart already; of two that are linked at once, one is.
 */
export async function insertLink(
  db: Queryable,
  connectionId: string,
  recipeId: string,
  tandoorId: number | null,
): Promise<Link | undefined> {
  const { rows } = await db.query<Link>(
    `insert into meal_planner.tandoor_recipes as l (link_id, connection_id, recipe_id, tandoor_id)
     values ($1::uuid, $2::uuid, $3::uuid, $4::integer)
     on conflict do nothing
     returning ${COLUMNS}`,
    [newId(), connectionId, recipeId, tandoorId],
  );
  return rows[0];
}

/** Says what a begun create came to. False where Tandoor's recipe has another counterpart. */
export async function completeLink(tx: Tx, linkId: string, tandoorId: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meal_planner.tandoor_recipes as l set tandoor_id = $2::integer
     where link_id = $1::uuid and tandoor_id is null
       and not exists (select 1 from meal_planner.tandoor_recipes as other
         where other.connection_id = l.connection_id and other.tandoor_id = $2::integer)`,
    [linkId, tandoorId],
  );
  return rowCount > 0;
}

export type LinkState = Omit<Link, "link_id" | "recipe_id" | "tandoor_id" | "begun_at">;

/** Keeps what both sides are now. Where that is known already, nothing is written. */
export async function saveLink(tx: Tx, linkId: string, state: LinkState): Promise<void> {
  await tx.query(
    `update meal_planner.tandoor_recipes set ours = $2::jsonb, theirs = $3::jsonb, recipe_version = $4::integer,
       tandoor_updated_at = $5::text, document = $6::jsonb, written_nutrition = $7::jsonb, sent_image = $8::text
     where link_id = $1::uuid
       and (ours, theirs, recipe_version, tandoor_updated_at, document, written_nutrition, sent_image)
         is distinct from ($2::jsonb, $3::jsonb, $4::integer, $5::text, $6::jsonb, $7::jsonb, $8::text)`,
    [
      linkId,
      JSON.stringify(state.ours),
      JSON.stringify(state.theirs),
      state.recipe_version,
      state.tandoor_updated_at,
      state.document && JSON.stringify(state.document),
      state.written_nutrition && JSON.stringify(state.written_nutrition),
      state.sent_image,
    ],
  );
}

export async function noteImage(db: Queryable, linkId: string, imageUrl: string | null): Promise<void> {
  await db.query("update meal_planner.tandoor_recipes set sent_image = $2::text where link_id = $1::uuid", [
    linkId,
    imageUrl,
  ]);
}

/** A conflict that is still open is over by that. */
export async function deleteLink(db: Queryable, linkId: string): Promise<void> {
  await db.query(
    `update meal_planner.tandoor_conflicts set state = 'settled', settled_at = now(),
       decided_by = coalesce(decided_by, 'sync')
     where link_id = $1::uuid and state <> 'settled'`,
    [linkId],
  );
  await db.query("delete from meal_planner.tandoor_recipes where link_id = $1::uuid", [linkId]);
}

/** The document that is known of a recipe from any Tandoor, the latest. */
export async function knownDocument(db: Queryable, recipeId: string): Promise<RecipeDocument | null> {
  const { rows } = await db.query<{ document: RecipeDocument }>(
    `select document from meal_planner.tandoor_recipes
     where recipe_id = $1::uuid and document is not null order by begun_at desc limit 1`,
    [recipeId],
  );
  return rows[0]?.document ?? null;
}
