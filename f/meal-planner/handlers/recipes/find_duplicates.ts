import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type ComparedRecipe, type MergeProposal, mergeProposals } from "./same_recipe.ts";

export const findDuplicatesInput = z.strictObject({ household_id: z.uuid().optional() });

/** Proposes which of a household's recipes to merge. Nothing is changed; merge_recipes does it. */
export async function findDuplicates(
  tx: Tx,
  input: z.output<typeof findDuplicatesInput>,
): Promise<{ proposals: MergeProposal[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<ComparedRecipe>(
    `select recipe_id, version, name, source_url, rating,
       (select coalesce(array_agg(distinct line ->> 'food'), '{}')
        from jsonb_array_elements(ingredients) as line where line ->> 'food' is not null) as foods,
       cardinality(steps) + (description <> '')::integer + (image_url is not null)::integer as fullness
     from meal_planner.recipes
     where household_id = $1::uuid and archived_at is null`,
    [household.household_id],
  );
  return { proposals: mergeProposals(rows) };
}
