import { MealPlannerError } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { parseIngredientLine } from "../../foods/ingredient_line.ts";
import { nameKey } from "../../foods/word_forms.ts";
import { hadNoEffect } from "../../http/http_failure.ts";
import { importRecipe } from "../recipes/import_recipes.ts";
import type { Recipe } from "../recipes/recipe.ts";
import { findRecipe } from "../recipes/recipe_store.ts";
import {
  completeLink,
  deleteLink,
  insertLink,
  knownDocument,
  type Link,
  linkOfRecipe,
  linksByTandoorId,
  saveLink,
} from "./link_store.ts";
import { isOwnSource, type NutritionWrite, nutritionWrite } from "./nutrition_back.ts";
import { draftOfTheirs } from "./our_content.ts";
import { ourNutrition } from "./our_nutrition.ts";
import { createTandoorRecipe, findTandoorRecipe, recipePages } from "./recipe_api.ts";
import { hashFields, ourFields } from "./recipe_fields.ts";
import { createPayload, documentOf } from "./recipe_payload.ts";
import type { Run } from "./run.ts";
import { sendImage, syncPair } from "./sync_pair.ts";
import type { TandoorRecipe } from "./tandoor_shapes.ts";
import { inOrder, markIn, theirFields } from "./their_recipe.ts";

/**
 * A recipe of Tandoor's that has no counterpart yet: one that we made and lost the answer of, one that we have too, or a
 * new one, which is then made here.
 */
export async function meetRecipe(run: Run, theirs: TandoorRecipe, isBack = false): Promise<void> {
  const marked = await linkMarked(run, theirs);
  const met = marked ?? (await linkTwin(run, theirs));
  if (met) return syncPair(run, { ...met, theirs });
  if (run.options.mode === "export") return;
  const shared = theirFields(theirs, run.api.address);
  const draft = draftOfTheirs(shared);
  const action = { side: "here", action: "create", name: draft.name, tandoor_id: theirs.id } as const;
  if (run.options.dryRun) return run.report.did({ ...action, recipe_id: null });
  const recipeId = await run.transaction(async (tx) => {
    const { connection_id } = run.connection;
    const origin_ref = `${connection_id}/${theirs.id}${isBack ? `/${newId()}` : ""}`;
    const outcome = await importRecipe(tx, run.household, draft, { origin: "tandoor", origin_ref });
    if (outcome.outcome === "refused") return undefined;
    const link = await insertLink(tx, connection_id, outcome.recipe_id, theirs.id);
    if (!link) return undefined;
    const stored = await findRecipe(tx, run.household, outcome.recipe_id);
    await saveLink(tx, link.link_id, stateOf(stored, theirs, run.api.address));
    return outcome.recipe_id;
  });
  if (recipeId) run.report.did({ ...action, recipe_id: recipeId });
  if (recipeId && run.options.mode === "sync") await writeBack(run, recipeId, theirs);
}

/** What the sides are when one was just made from the other. */
function stateOf(ours: Recipe, theirs: TandoorRecipe, address: string) {
  const own = isOwnSource(theirs.nutrition?.source ?? "");
  return {
    ours: hashFields(ourFields(ours)),
    theirs: hashFields(theirFields(theirs, address)),
    recipe_version: ours.version,
    tandoor_updated_at: theirs.updated_at,
    document: documentOf(theirs, inOrder(theirs), own),
    written_nutrition: null,
    sent_image: null,
  };
}

/** A new recipe's nutrition goes back in the same run. */
async function writeBack(run: Run, recipeId: string, theirs: TandoorRecipe): Promise<void> {
  if (run.options.writeNutrition === "never") return;
  const ours = await run.findOurs(recipeId);
  const link = await linkOfRecipe(run.database, run.connection.connection_id, recipeId);
  if (!ours || !link) return;
  const counts = { ...run.report.imported };
  await syncPair(run, { link, kind: "known", ours, theirs });
  // It is one recipe of the run, told of as new already.
  run.report.imported.unchanged = counts.unchanged;
}

type Met = { link: Link; kind: "met" | "made"; ours: Recipe };

/** The one that it was made from, by the mark that we put into its source. */
async function linkMarked(run: Run, theirs: TandoorRecipe): Promise<Met | undefined> {
  const recipeId = markIn(theirs.source_url);
  if (!recipeId) return undefined;
  const ours = await run.findOurs(recipeId);
  if (!ours) return undefined;
  const { connection_id } = run.connection;
  const link = await linkOfRecipe(run.database, connection_id, recipeId);
  // A copy that somebody made there has the mark too; it is a recipe of its own.
  if (link?.tandoor_id != null) return undefined;
  if (!link) return linkNow(run, ours, theirs, "met");
  if (run.options.dryRun) {
    run.wouldLink.add(recipeId);
    return { link, kind: "made", ours };
  }
  const isLinked = await run.transaction((tx) => completeLink(tx, link.link_id, theirs.id));
  return isLinked ? { link: { ...link, tandoor_id: theirs.id }, kind: "made", ours } : undefined;
}

async function linkNow(
  run: Run,
  ours: Recipe,
  theirs: TandoorRecipe,
  kind: "met" | "made",
): Promise<Met | undefined> {
  const { connection_id } = run.connection;
  if (run.options.dryRun) {
    if (run.wouldLink.has(ours.recipe_id)) return undefined;
    run.wouldLink.add(ours.recipe_id);
    return { link: unsavedLink(ours.recipe_id, theirs.id), kind, ours };
  }
  const link = await run.transaction((tx) => insertLink(tx, connection_id, ours.recipe_id, theirs.id));
  return link && { link, kind, ours };
}

const unsavedLink = (recipe_id: string, tandoor_id: number): Link => ({
  ...{ link_id: newId(), recipe_id, tandoor_id, begun_at: new Date() },
  ...{ ours: {}, theirs: {}, recipe_version: null, tandoor_updated_at: null, document: null },
  ...{ written_nutrition: null, sent_image: null },
});

/** Of two recipes of one name, so much of what goes in must be the same for them to be one. */
const NEAR_SAME = 0.5;

/** One of ours that is the same recipe: of the same name, and of the same source or with much the same ingredients. */
async function linkTwin(run: Run, theirs: TandoorRecipe): Promise<Met | undefined> {
  const { rows } = await run.database.query<{ recipe_id: string }>(
    `select r.recipe_id from meal_planner.recipes r
     where r.household_id = $1::uuid and r.archived_at is null and lower(r.name) = lower($2::text)
       and not exists (select 1 from meal_planner.tandoor_recipes l
         where l.connection_id = $3::uuid and l.recipe_id = r.recipe_id)
     order by r.recipe_id limit 10`,
    [run.household.household_id, theirs.name.trim(), run.connection.connection_id],
  );
  const shared = theirFields(theirs, run.api.address);
  for (const { recipe_id } of rows) {
    const ours = await run.findOurs(recipe_id);
    if (!ours) continue;
    const sameSource = ours.source_url !== null && ours.source_url === shared.source_url;
    if (!sameSource && likeness(ours, shared.ingredients) < NEAR_SAME) continue;
    const met = await linkNow(run, ours, theirs, "met");
    if (met) return met;
  }
  return undefined;
}

/** Of all foods of two recipes, the share that both have. */
function likeness(ours: Recipe, theirLines: readonly string[]): number {
  const mine = new Set(ours.ingredients.flatMap((line) => (line.food ? [nameKey(line.food)] : [])));
  const theirs = new Set(
    theirLines.map(parseIngredientLine).flatMap((line) => (line.food ? [nameKey(line.food)] : [])),
  );
  const both = [...mine].filter((food) => theirs.has(food)).length;
  const either = mine.size + theirs.size - both;
  return either === 0 ? 0 : both / either;
}

/** Makes one of our recipes in Tandoor, once, whatever happened to an earlier try. */
export async function makeInTandoor(run: Run, ours: Recipe): Promise<void> {
  const { recipe_id, name } = ours;
  const { connection_id } = run.connection;
  const begun = await linkOfRecipe(run.database, connection_id, recipe_id);
  if (begun) {
    const made = await findMarked(run, recipe_id, begun.begun_at);
    if (made) return meetRecipe(run, made);
  }
  const action = { side: "tandoor", action: "create", name, recipe_id } as const;
  if (run.options.dryRun) return run.report.did({ ...action, tandoor_id: null });
  const own = await firstNutrition(run, ours);
  const outcome = await run.write(async () => {
    const link = begun ?? (await run.transaction((tx) => insertLink(tx, connection_id, recipe_id, null)));
    return link && { link, made: await create(run, link, ours, own) };
  });
  if (!outcome) return;
  const { link, made } = outcome;
  if (typeof made === "number") return run.report.did({ ...action, tandoor_id: made });
  // The answer is lost: what was made is looked for at once. Where it isn't there, the next run looks again.
  const found = await findMarked(run, recipe_id, link.begun_at);
  if (!found) throw made;
  run.report.did({ ...action, tandoor_id: found.id });
  await meetRecipe(run, found);
}

/** Our figures for a recipe that has none of its own from where it was before. */
async function firstNutrition(run: Run, ours: Recipe): Promise<NutritionWrite | undefined> {
  if (run.options.writeNutrition === "never") return undefined;
  const figures = await ourNutrition(run, ours);
  if (!figures) return undefined;
  const bare = { nutrition: null, properties: [] };
  return nutritionWrite(bare, figures, await run.nutrientTypes(), null, "missing");
}

/** The new recipe's id; or, where its answer was lost, how. */
async function create(
  run: Run,
  link: Link,
  ours: Recipe,
  nutrition: NutritionWrite | undefined,
): Promise<number | MealPlannerError> {
  const document = await knownDocument(run.database, ours.recipe_id);
  const payload = createPayload(ours.recipe_id, ours, document, run.vocabulary);
  const own = document?.nutrition || document?.properties.length ? undefined : nutrition;
  let made: TandoorRecipe;
  try {
    made = await createTandoorRecipe(run.api, { ...payload, ...own?.payload });
  } catch (error) {
    if (error instanceof MealPlannerError && !hadNoEffect(error)) return error;
    await deleteLink(run.database, link.link_id);
    throw error;
  }
  const known = { ...stateOf(ours, made, run.api.address), written_nutrition: own?.written ?? null };
  // A picture that isn't there yet is left as ours to send, should this run end here.
  const { image_url: _, ...withoutImage } = known.ours;
  const hasImage = ours.image_url !== null;
  await run.transaction(async (tx) => {
    await completeLink(tx, link.link_id, made.id);
    await saveLink(tx, link.link_id, hasImage ? { ...known, ours: withoutImage } : known);
  });
  if (!hasImage) return made.id;
  const after = await sendImage(run, link.link_id, ours, made);
  const full = { ...stateOf(ours, after, run.api.address), written_nutrition: known.written_nutrition };
  await run.transaction((tx) => saveLink(tx, link.link_id, { ...full, sent_image: ours.image_url }));
  return made.id;
}

const DAYS_BACK = 2;

/** The recipe in Tandoor that bears the mark of ours: among those without a counterpart that were made since. */
export async function findMarked(
  run: Run,
  recipeId: string,
  since: Date,
): Promise<TandoorRecipe | undefined> {
  const from = new Date(since.getTime() - DAYS_BACK * 86_400_000).toISOString().slice(0, 10);
  for await (const { items } of recipePages(run.api, { createdon_gte: from, sort_order: "-created_at" })) {
    const ids = items.map((item) => item.id);
    const known = await linksByTandoorId(run.database, run.connection.connection_id, ids);
    for (const id of ids.filter((one) => !known.has(one))) {
      const recipe = await findTandoorRecipe(run.api, id);
      if (recipe && markIn(recipe.source_url) === recipeId) return recipe;
    }
  }
  return undefined;
}
