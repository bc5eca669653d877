import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type ImportExportResult, importExport, importExportInput } from "./import_export.ts";
import { tandoorResource } from "./tandoor_account.ts";

export const resolveConflictInput = z.strictObject({
  conflict_ids: z.array(z.uuid()).min(1).max(200).describe("Which; list_conflicts gives the ids."),
  keep: z.enum(["ours", "theirs"]).describe("Whose version stays where both changed the same."),
  tandoor: tandoorResource.optional().describe("The server and token; left out, the workspace's own."),
  household_id: z.uuid().optional().describe("Whose; left out, the default household's."),
});

/**
 * Decides conflicts and carries the decision out at once, for those recipes only. Where Tandoor can't be used just now
 * the decision stays, and the next sync carries it out.
 *
 * @throws NotFound where one of them isn't there or is settled already; then none is decided.
 */
export async function resolveConflict(
  database: Database,
  input: z.output<typeof resolveConflictInput>,
): Promise<ImportExportResult> {
  const ids = [...new Set(input.conflict_ids)];
  const recipes = await database.transaction(async (tx) => {
    const household = await resolveHousehold(tx, input.household_id);
    const { rows } = await tx.query<{ conflict_id: string; recipe_id: string }>(
      `update meal_planner.tandoor_conflicts c set state = 'decided', kept = $3::text, decided_by = 'person'
       from meal_planner.tandoor_connections k
       where c.conflict_id = any ($2::uuid[]) and c.state <> 'settled'
         and k.connection_id = c.connection_id and k.household_id = $1::uuid
       returning c.conflict_id, c.recipe_id`,
      [household.household_id, ids, input.keep],
    );
    const missing = ids.find((id) => !rows.some((row) => row.conflict_id === id));
    if (missing) {
      throw new NotFound(
        "conflict to decide",
        missing,
        "List them with f/meal-planner/handlers/tandoor/list_conflicts/script.",
      );
    }
    return rows.map((row) => row.recipe_id);
  });
  const { tandoor, household_id } = input;
  const run = importExportInput.parse({ mode: "sync", conflicts: "ask", ids: recipes, household_id });
  return importExport(database, { ...run, tandoor });
}
