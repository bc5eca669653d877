import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { importExport, importExportInput } from "../import_export.ts";
import type { Tandoor } from "../tandoor_account.ts";

/**
 * Recipes from Tandoor, to Tandoor, or both ways. Runs again where it was stopped, and writes nothing where nothing has changed.
 *
 * @param mode Tandoor's recipes to here (import), ours to Tandoor (export), or both ways (sync).
 * @param dry_run Tell what would be done, and write nothing.
 * @param conflicts Whose change counts where both sides changed the same; ask lists them and changes nothing.
 * @param keyword Only recipes with this keyword, which is a tag here.
 * @param changed_since Only recipes that changed since this day or time.
 * @param ids Only these recipes: ids of ours, or numbers of Tandoor's.
 * @param write_nutrition Our nutrition in Tandoor's recipes: where there is none of somebody else's, always, or never.
 * @param deletions Whether what was deleted on one side goes on the other: unless it is most of all recipes, always, or never.
 * @param check Read every recipe of Tandoor's, or only those that it marks as changed: quicker, and blind to a renamed food.
 * @param tandoor The server and token; left out, the workspace's own.
 * @param household_id Whose recipes; left out, the default household's.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  mode: "import" | "export" | "sync",
  dry_run: boolean = false,
  conflicts: "ask" | "ours" | "theirs" | "newest" = "ask",
  keyword?: string,
  changed_since?: string,
  ids?: string[],
  write_nutrition: "missing" | "always" | "never" = "missing",
  deletions: "guarded" | "follow" | "ignore" = "guarded",
  check: "all" | "changed" = "all",
  tandoor?: Tandoor,
  household_id?: string,
  db?: Postgresql,
) {
  const which = { keyword, changed_since, ids, household_id, tandoor };
  const how = { mode, dry_run, conflicts, write_nutrition, deletions, check };
  const input = parseInput(importExportInput, { ...how, ...which });
  return withDatabase(db, (database) => importExport(database, input));
}
