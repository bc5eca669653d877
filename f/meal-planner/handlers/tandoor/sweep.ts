import { Unauthorized } from "../../database/errors.ts";
import { concurrently } from "./concurrently.ts";
import { unsettledConflicts } from "./conflict_store.ts";
import { goneHere, goneThere, isMassDeletion } from "./gone_recipes.ts";
import { type Link, linksByTandoorId } from "./link_store.ts";
import { makeInTandoor, meetRecipe } from "./new_recipes.ts";
import {
  countGone,
  countUnlinked,
  hasBegunLinks,
  noteSeen,
  unlinkedNames,
  unlinkedRecipes,
  unseenLinks,
} from "./our_recipes.ts";
import { findTandoorRecipe, keywords, recipePages } from "./recipe_api.ts";
import type { Run } from "./run.ts";
import { syncPair } from "./sync_pair.ts";
import type { Query } from "./tandoor_api.ts";

/** So many of Tandoor's recipes are read at once. */
const AT_ONCE = 6;

type Seen = { id: number; name: string; updated_at: string };

/** Whether deletions on a side are followed. */
type Following = { here: boolean; tandoor: boolean };

/** Goes through all recipes of both sides that the run is about, a page at a time. */
export async function sweep(run: Run): Promise<void> {
  const begun = await hasBegunLinks(run);
  const { linked, here } = await countGone(run);
  const guarded = run.options.deletions === "guarded";
  const following: Following = {
    tandoor: !(guarded && isMassDeletion(here, linked)),
    here: true,
  };
  if (!following.tandoor && run.options.mode !== "import") run.report.heldDeletions.tandoor = here;
  for await (const items of theirPages(run)) await seePage(run, items, begun, following);
  if (run.options.filter === null) {
    const { linked: all, unseen } = await countGone(run);
    following.here = !(guarded && isMassDeletion(unseen, all));
    if (!following.here && run.options.mode !== "export") run.report.heldDeletions.here = unseen;
  }
  // Where the list was of some recipes only, each that wasn't in it is asked for; that none is there means that it is gone.
  if (following.here) {
    for await (const page of unseenLinks(run)) await seeUnseen(run, page, following);
  }
  if (run.options.mode === "import") return;
  await run.progress.expect(await countUnlinked(run));
  for await (const recipeIds of unlinkedRecipes(run)) {
    await concurrently(recipeIds, AT_ONCE, async (recipeId) => {
      const ours = await run.findOurs(recipeId);
      if (!ours || run.wouldLink.has(recipeId)) return;
      const what = { name: ours.name, recipe_id: recipeId, tandoor_id: null };
      await run.attempt("exported", what, () => makeInTandoor(run, ours));
    });
  }
}

/** Tandoor's recipes that the run is about, from its lists or by their ids. */
async function* theirPages(run: Run): AsyncGenerator<Seen[]> {
  const { filter } = run.options;
  if (filter?.tandoorIds) {
    await run.progress.expect(filter.tandoorIds.length);
    const found = await Promise.all(filter.tandoorIds.map((id) => findTandoorRecipe(run.api, id)));
    yield found.flatMap((recipe) => recipe ?? []);
  }
  if (filter?.tandoorIds || filter?.recipeIds) return;
  const query = await queryOf(run);
  if (!query) return;
  let isFirst = true;
  for await (const { items, total } of recipePages(run.api, query)) {
    if (isFirst) await run.progress.expect(total);
    isFirst = false;
    const since = filter?.changedSince?.getTime() ?? 0;
    const recent = items.filter((item) => Date.parse(item.updated_at) >= since);
    await run.progress.finish(items.length - recent.length);
    // A list that is read while it changes may show one twice.
    yield [...new Map(recent.map((item) => [item.id, item])).values()];
  }
}

/** Undefined where nothing can match: Tandoor has no such keyword. */
async function queryOf(run: Run): Promise<Query | undefined> {
  const { filter } = run.options;
  const query: Query = {};
  if (filter?.changedSince) {
    // Tandoor compares days, in its own time zone.
    query.updatedon_gte = new Date(filter.changedSince.getTime() - 86_400_000).toISOString().slice(0, 10);
  }
  if (!filter?.keyword) return query;
  const ids: number[] = [];
  for await (const keyword of keywords(run.api)) {
    if (keyword.name.trim().toLowerCase() === filter.keyword.toLowerCase()) ids.push(keyword.id);
  }
  return ids.length > 0 ? { ...query, keywords_or: ids } : undefined;
}

async function seePage(run: Run, items: Seen[], begun: boolean, following: Following): Promise<void> {
  const ids = items.map((item) => item.id);
  const links = await linksByTandoorId(run.database, run.connection.connection_id, ids);
  const linkIds = [...links.values()].map((link) => link.link_id);
  const unsettled = await unsettledConflicts(run.database, linkIds);
  const isExport = run.options.mode === "export";
  const names = await unlinkedNames(
    run,
    items.map((item) => item.name),
  );
  await noteSeen(run, ids);
  await concurrently(items, AT_ONCE, async (item) => {
    const link = links.get(item.id);
    const what = { name: item.name, recipe_id: link?.recipe_id ?? null, tandoor_id: item.id };
    await run.attempt(isExport ? "exported" : "imported", what, async () => {
      if (link) return seeLinked(run, link, item, unsettled.get(link.link_id), following);
      // Exporting, only what may be one of ours already is looked at.
      if (isExport && !begun && !names.has(item.name.trim().toLowerCase())) return;
      const theirs = await findTandoorRecipe(run.api, item.id);
      if (theirs) await meetRecipe(run, theirs);
    });
  });
}

async function seeLinked(
  run: Run,
  link: Link,
  item: Seen,
  unsettled: Parameters<typeof goneHere>[3],
  following: Following,
): Promise<void> {
  const ours = await run.findOurs(link.recipe_id);
  if (!ours && (!following.tandoor || run.options.mode === "import")) return;
  const isQuick = run.options.check === "changed" && !unsettled?.kept;
  if (isQuick && ours?.version === link.recipe_version && item.updated_at === link.tandoor_updated_at) {
    run.report[run.options.mode === "export" ? "exported" : "imported"].unchanged++;
    return;
  }
  const theirs = await findTandoorRecipe(run.api, item.id);
  // It went between the list and now: the next run finds it gone.
  if (!theirs) return;
  if (ours) await syncPair(run, { link, kind: "known", ours, theirs, unsettled });
  else await goneHere(run, link, theirs, unsettled);
}

/** Linked recipes that weren't listed: gone, hidden from this user, or not what the filter asked Tandoor for. */
async function seeUnseen(
  run: Run,
  page: { link_id: string; tandoor_id: number }[],
  following: Following,
): Promise<void> {
  await run.progress.expect(page.length);
  const ids = page.map((row) => row.tandoor_id);
  const links = await linksByTandoorId(run.database, run.connection.connection_id, ids);
  const unsettled = await unsettledConflicts(
    run.database,
    page.map((row) => row.link_id),
  );
  await concurrently([...links.values()], AT_ONCE, async (link) => {
    const ours = await run.findOurs(link.recipe_id);
    const name = ours?.name ?? `recipe ${link.tandoor_id} of Tandoor`;
    const what = { name, recipe_id: link.recipe_id, tandoor_id: link.tandoor_id };
    await run.attempt(run.options.mode === "export" ? "exported" : "imported", what, async () => {
      const theirs = await findTandoorRecipe(run.api, link.tandoor_id!).catch((error: unknown) => {
        // Somebody made it private: it is there, and none of ours to delete.
        if (error instanceof Unauthorized) return "hidden" as const;
        throw error;
      });
      if (theirs === "hidden") return;
      const conflict = unsettled.get(link.link_id);
      if (!theirs) await goneThere(run, link, ours, conflict);
      else if (ours) await syncPair(run, { link, kind: "known", ours, theirs, unsettled: conflict });
      else if (following.tandoor) await goneHere(run, link, theirs, conflict);
    });
  });
}
