import type { Recipe } from "../recipes/recipe.ts";
import { writeContent } from "../recipes/update_recipe.ts";
import { keepConflict, settleConflict, type Unsettled } from "./conflict_store.ts";
import { type Decision, decide, type FieldState } from "./decide.ts";
import { type Link, noteImage, saveLink } from "./link_store.ts";
import { isOwnSource, type NutritionWrite, nutritionWrite, type WrittenNutrition } from "./nutrition_back.ts";
import { contentWith } from "./our_content.ts";
import { ourNutrition } from "./our_nutrition.ts";
import { findTandoorRecipe, patchTandoorRecipe, setTandoorImage } from "./recipe_api.ts";
import {
  FIELDS,
  type Field,
  type FieldHashes,
  hashFields,
  ourFields,
  type SharedRecipe,
  saysTheSame,
} from "./recipe_fields.ts";
import { documentOf, patchPayload, templateOf } from "./recipe_payload.ts";
import type { Run } from "./run.ts";
import type { ReportedConflict } from "./run_report.ts";
import type { TandoorRecipe } from "./tandoor_shapes.ts";
import { inOrder, theirFields } from "./their_recipe.ts";

export type Pair = {
  link: Link;
  /** How the link came to be: see decide. */
  kind: "known" | "met" | "made";
  ours: Recipe;
  theirs: TandoorRecipe;
  unsettled?: Unsettled;
};

/** Brings the two sides of a recipe together, as far as the run's mode goes. */
export async function syncPair(run: Run, pair: Pair): Promise<void> {
  const { link } = pair;
  const theirs = theirFields(pair.theirs, run.api.address);
  const decision = await decideOn(run, pair, theirs);
  const name = pair.ours.name;
  const ids = { name, recipe_id: link.recipe_id, tandoor_id: link.tandoor_id };
  const conflict = decision.conflict && conflictOf(pair, theirs, decision);
  if (conflict) run.report.found(conflict);
  if (conflict?.kept === null) {
    if (!run.options.dryRun) {
      const { connection_id } = run.connection;
      await run.transaction((tx) => keepConflict(tx, connection_id, link.link_id, conflict, ""));
    }
    run.report[run.options.mode === "export" ? "exported" : "imported"].unchanged++;
    return;
  }
  const ours = await takeTheirs(run, pair, theirs, decision);
  const told = await tellOurs(run, { ...pair, ours }, decision);
  if (run.options.mode !== "export") {
    if (decision.toOurs.length > 0)
      run.report.did({ side: "here", action: "update", ...ids, fields: decision.toOurs });
    else run.report.imported.unchanged++;
  }
  if (run.options.mode !== "import") {
    const fields = [...decision.toTheirs, ...(told.nutrition ? (["nutrition"] as const) : [])];
    if (fields.length > 0) run.report.did({ side: "tandoor", action: "update", ...ids, fields });
    else run.report.exported.unchanged++;
  }
  if (run.options.dryRun) return;
  await keepState(run, { ...pair, ours, theirs: told.theirs }, decision, told.written, conflict);
}

async function decideOn(run: Run, pair: Pair, theirs: SharedRecipe): Promise<Decision> {
  const { link, unsettled } = pair;
  const ours = ourFields(pair.ours);
  const [ourHashes, theirHashes] = [hashFields(ours), hashFields(theirs)];
  const fields = {} as Record<Field, FieldState>;
  for (const field of FIELDS) {
    // A picture that we sent is another address there, and the same picture.
    const sentImage = field === "image_url" && link.sent_image !== null && link.sent_image === ours.image_url;
    fields[field] = {
      oursChanged: link.ours[field] !== ourHashes[field],
      theirsChanged: link.theirs[field] !== theirHashes[field],
      same: saysTheSame(field, ours, theirs) || (sentImage && theirs.image_url !== null),
      oursEmpty: isEmpty(ours[field]),
      theirsEmpty: isEmpty(theirs[field]),
    };
  }
  const { mode } = run.options;
  const policy = unsettled?.kept ?? run.options.policy;
  const theirsIsNewer =
    policy === "newest" &&
    Date.parse(pair.theirs.updated_at) > (await updatedAt(run, link.recipe_id)).getTime();
  return decide({ mode, policy, theirsIsNewer, link: pair.kind, fields });
}

function isEmpty(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

async function updatedAt(run: Run, recipeId: string): Promise<Date> {
  const { rows } = await run.database.query<{ updated_at: Date }>(
    "select updated_at from meal_planner.recipes where recipe_id = $1::uuid",
    [recipeId],
  );
  return rows[0]?.updated_at ?? new Date(0);
}

function conflictOf(pair: Pair, theirs: SharedRecipe, { conflict }: Decision): ReportedConflict {
  const ours = ourFields(pair.ours);
  return {
    kind: "both_changed",
    name: pair.ours.name,
    recipe_id: pair.link.recipe_id,
    tandoor_id: pair.link.tandoor_id,
    fields: (conflict?.contested ?? []).map(({ field, kept }) => ({
      field,
      ours: ours[field],
      theirs: theirs[field],
      kept,
    })),
    kept: conflict?.kept ?? null,
  };
}

/** Writes what is theirs into our recipe. */
async function takeTheirs(
  run: Run,
  { ours }: Pair,
  theirs: SharedRecipe,
  { toOurs }: Decision,
): Promise<Recipe> {
  if (toOurs.length === 0 || run.options.dryRun) return ours;
  const content = contentWith(ours, theirs, new Set(toOurs));
  const { version } = await run.transaction((tx) => writeContent(tx, ours, content));
  return { ...ours, ...content, version };
}

type Told = { theirs: TandoorRecipe; written: WrittenNutrition | null; nutrition: boolean };

/** Writes what is ours, and its nutrition, to Tandoor. */
async function tellOurs(run: Run, pair: Pair, { toTheirs }: Decision): Promise<Told> {
  const { link, ours, theirs } = pair;
  const untold: Told = { theirs, written: link.written_nutrition, nutrition: false };
  const { mode, dryRun } = run.options;
  if (mode === "import") return untold;
  const write = await nutritionFor(run, pair);
  if (dryRun || (toTheirs.length === 0 && !write)) return { ...untold, nutrition: write !== undefined };
  return run.write(async () => {
    const fields = new Set(toTheirs.filter((field) => field !== "image_url"));
    const remote = { recipe: theirs, template: templateOf(inOrder(theirs)) };
    const payload = {
      ...(fields.size > 0 ? patchPayload(ours.recipe_id, ours, remote, fields, run.vocabulary) : {}),
      ...write?.payload,
    };
    const isPlain = Object.keys(payload).length > 0;
    let after = isPlain ? await patchTandoorRecipe(run.api, theirs.id, payload) : theirs;
    if (toTheirs.includes("image_url")) after = await sendImage(run, link.link_id, ours, after);
    const written = write?.written ?? link.written_nutrition;
    return { theirs: after, written, nutrition: write !== undefined };
  });
}

async function nutritionFor(run: Run, { ours, theirs, link }: Pair): Promise<NutritionWrite | undefined> {
  const { writeNutrition } = run.options;
  if (writeNutrition === "never") return undefined;
  const figures = await ourNutrition(run, ours);
  if (!figures) return undefined;
  const types = await run.nutrientTypes();
  return nutritionWrite(theirs, figures, types, link.written_nutrition, writeNutrition);
}

/** Lets Tandoor fetch our picture. That it was sent is noted before, so that a lost answer doesn't look like a change of theirs. */
export async function sendImage(
  run: Run,
  linkId: string,
  ours: Recipe,
  theirs: TandoorRecipe,
): Promise<TandoorRecipe> {
  await noteImage(run.database, linkId, ours.image_url);
  await setTandoorImage(run.api, theirs.id, ours.image_url);
  return (await findTandoorRecipe(run.api, theirs.id)) ?? theirs;
}

/** Remembers what both sides are now, in the fields that were brought together. */
async function keepState(
  run: Run,
  pair: Pair,
  decision: Decision,
  written: WrittenNutrition | null,
  conflict: ReportedConflict | undefined,
): Promise<void> {
  const { link, ours, theirs, unsettled } = pair;
  const steps = inOrder(theirs);
  const ourHashes = hashFields(ourFields(ours));
  const theirHashes = hashFields(theirFields(theirs, run.api.address));
  const settled = [...decision.toOurs, ...decision.toTheirs, ...decision.agreed];
  const state = {
    ours: withFields(link.ours, ourHashes, [...settled, ...decision.dropOurs]),
    theirs: withFields(link.theirs, theirHashes, [...settled, ...decision.dropTheirs]),
    recipe_version: ours.version,
    tandoor_updated_at: theirs.updated_at,
    document: documentOf(theirs, steps, written !== null || isOwnSource(theirs.nutrition?.source ?? "")),
    written_nutrition: written,
    sent_image: decision.toTheirs.includes("image_url") ? ours.image_url : link.sent_image,
  };
  await run.transaction(async (tx) => {
    await saveLink(tx, link.link_id, state);
    if (unsettled) await settleConflict(tx, link.link_id, conflict?.kept ?? "both", "sync");
    else if (conflict) {
      const { connection_id } = run.connection;
      await keepConflict(tx, connection_id, link.link_id, conflict, run.options.policy);
    }
  });
}

function withFields(before: FieldHashes, now: Record<Field, string>, fields: readonly Field[]): FieldHashes {
  const after = { ...before };
  for (const field of fields) after[field] = now[field];
  return after;
}
