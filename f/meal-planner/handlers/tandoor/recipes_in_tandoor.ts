import type { Tx } from "../../database/connection.ts";

/**
 * Tandoor's recipes for recipes of ours, as far as an import or export has linked them with the server at `address`. A
 * link may be to a recipe that is gone there.
 */
export async function recipesInTandoor(
  tx: Tx,
  householdId: string,
  address: string,
  recipeIds: readonly string[],
): Promise<Map<string, { id: number; name: string }>> {
  const { rows } = await tx.query<{ recipe_id: string; id: number; name: string }>(
    `select distinct on (link.recipe_id) link.recipe_id, link.tandoor_id as id, recipe.name
     from meal_planner.tandoor_recipes link
     join meal_planner.tandoor_connections connection using (connection_id)
     join meal_planner.recipes recipe on recipe.recipe_id = link.recipe_id
     where connection.household_id = $1::uuid and connection.address = $2::text
       and link.recipe_id = any ($3::uuid[]) and link.tandoor_id is not null
     order by link.recipe_id, connection.last_run_at desc nulls last, link.tandoor_id`,
    [householdId, address, recipeIds],
  );
  return new Map(rows.map(({ recipe_id, id, name }) => [recipe_id, { id, name }]));
}
