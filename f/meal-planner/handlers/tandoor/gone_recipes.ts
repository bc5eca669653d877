import { deleteRecipe } from "../recipes/delete_recipe.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { keepConflict, settleConflict, type Unsettled } from "./conflict_store.ts";
import { deleteLink, type Link } from "./link_store.ts";
import { makeInTandoor, meetRecipe } from "./new_recipes.ts";
import { deleteTandoorRecipe } from "./recipe_api.ts";
import { FIELDS, type FieldHashes, hashFields, ourFields } from "./recipe_fields.ts";
import type { Run } from "./run.ts";
import type { ReportedConflict } from "./run_report.ts";
import type { TandoorRecipe } from "./tandoor_shapes.ts";
import { theirFields } from "./their_recipe.ts";

function isChanged(before: FieldHashes, now: FieldHashes): boolean {
  return FIELDS.some((field) => before[field] !== now[field]);
}

/**
 * A recipe that is gone from Tandoor goes here too, unless it was changed here since: then the policy decides, and where
 * it says nothing else, what somebody wrote is kept.
 */
export async function goneThere(run: Run, link: Link, ours: Recipe | undefined, unsettled?: Unsettled) {
  const { mode, dryRun } = run.options;
  if (!ours) {
    if (!dryRun) await deleteLink(run.database, link.link_id);
    return;
  }
  if (mode === "export" || run.options.deletions === "ignore") {
    run.report[mode === "export" ? "exported" : "imported"].unchanged++;
    return;
  }
  const what = { name: ours.name, recipe_id: ours.recipe_id, tandoor_id: link.tandoor_id };
  if (isChanged(link.ours, hashFields(ourFields(ours)))) {
    const kept = winner(run, unsettled, "ours");
    const conflict = await tell(run, link, { kind: "deleted_there", ...what, fields: [], kept }, unsettled);
    if (conflict.kept === null || dryRun) return;
    if (conflict.kept === "ours") {
      await run.transaction((tx) => deleteLink(tx, link.link_id));
      if (mode === "sync") await makeInTandoor(run, ours);
      return;
    }
  }
  run.report.did({ side: "here", action: "delete", ...what });
  if (dryRun) return;
  await run.transaction(async (tx) => {
    await deleteRecipe(tx, { recipe_id: ours.recipe_id, household_id: ours.household_id });
    await deleteLink(tx, link.link_id);
  });
}

/** A recipe that is gone here goes from Tandoor too, unless it was changed there since. */
export async function goneHere(run: Run, link: Link, theirs: TandoorRecipe, unsettled?: Unsettled) {
  const { mode, dryRun, deletions } = run.options;
  if (mode === "import" || deletions === "ignore") {
    run.report[mode === "import" ? "imported" : "exported"].unchanged++;
    return;
  }
  const what = { name: theirs.name, recipe_id: link.recipe_id, tandoor_id: theirs.id };
  if (isChanged(link.theirs, hashFields(theirFields(theirs, run.api.address)))) {
    const kept = winner(run, unsettled, "theirs");
    const conflict = await tell(run, link, { kind: "deleted_here", ...what, fields: [], kept }, unsettled);
    if (conflict.kept === null || dryRun) return;
    if (conflict.kept === "theirs") {
      await run.transaction((tx) => deleteLink(tx, link.link_id));
      if (mode === "sync") await meetRecipe(run, theirs, true);
      return;
    }
  }
  run.report.did({ side: "tandoor", action: "delete", ...what });
  if (dryRun) return;
  await run.write(() => deleteTandoorRecipe(run.api, theirs.id));
  await run.transaction((tx) => deleteLink(tx, link.link_id));
}

/** `newest` can't know when something was deleted: what somebody wrote is kept. */
function winner(run: Run, unsettled: Unsettled | undefined, content: "ours" | "theirs") {
  if (unsettled?.kept) return unsettled.kept;
  const { policy } = run.options;
  if (policy === "ask") return null;
  return policy === "newest" ? content : policy;
}

/** Tells of a conflict, and keeps it: open until somebody decides, or with what was decided. */
async function tell(
  run: Run,
  link: Link,
  conflict: ReportedConflict,
  unsettled: Unsettled | undefined,
): Promise<ReportedConflict> {
  run.report.found(conflict);
  if (run.options.dryRun) return conflict;
  const { connection_id } = run.connection;
  await run.transaction(async (tx) => {
    if (unsettled?.kept) await settleConflict(tx, link.link_id, conflict.kept, "person");
    else await keepConflict(tx, connection_id, link.link_id, conflict, run.options.policy);
  });
  return conflict;
}

/** From so many on, and where they are more than half, deletions are taken for a mistake. */
const LEAST_HELD = 5;

/**
 * Whether the recipes that are gone are so many that somebody should look first: an empty or a wrong space looks the
 * same as one whose recipes were all deleted.
 */
export function isMassDeletion(gone: number, all: number): boolean {
  return gone >= LEAST_HELD && gone * 2 > all;
}
