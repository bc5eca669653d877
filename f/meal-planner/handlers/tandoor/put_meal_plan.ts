import { tellingEffect } from "../../http/partly_done.ts";
import { dateAfter } from "../meal_planning/calendar.ts";
import type { PublishedPlan, PutCounts } from "../meal_planning/publishing_place.ts";
import {
  createMealPlan,
  createMealType,
  deleteMealPlan,
  mealPlans,
  mealTypes,
  patchMealPlan,
} from "./meal_plan_api.ts";
import { compareEntries, noteLine, noteWith, shortTitle, type WantedEntry } from "./meal_plan_entries.ts";
import { findTandoorRecipe } from "./recipe_api.ts";
import type { TandoorApi } from "./tandoor_api.ts";
import { foldName, sameName } from "./tandoor_names.ts";
import type { TandoorMealPlan, TandoorMealType } from "./tandoor_shapes.ts";

// An entry that somebody has moved there is still found, within a month of the plan.
const AROUND_DAYS = 31;

/**
 * Makes Tandoor's entries of a plan what is wanted: looks first, so that it repairs whatever an earlier run left, and
 * writes nothing where nothing differs. An empty list takes the plan off the calendar. Entries of people and of other
 * plans stay, and so does what people wrote into the notes of ours.
 *
 * @throws As Tandoor fails; `details.effect` is `unknown` where something was written before.
 */
export async function putMealPlan(
  api: TandoorApi,
  plan: PublishedPlan,
  wanted: readonly WantedEntry[],
  signal?: AbortSignal,
): Promise<PutCounts> {
  const span = {
    from_date: dateAfter(plan.start_date, -AROUND_DAYS),
    to_date: dateAfter(plan.start_date, plan.days - 1 + AROUND_DAYS),
  };
  const remote: TandoorMealPlan[] = [];
  for await (const entry of mealPlans(api, span)) remote.push(entry);
  const changes = compareEntries(plan.plan_id, await withLiveRecipes(api, wanted, remote, signal), remote);
  return tellingEffect(async (wrote) => {
    const typeOf = mealTypeFinder(api, wrote);
    for (const entry of changes.create) {
      signal?.throwIfAborted();
      const day = `${entry.date}T00:00:00`;
      const fields = await fieldsOf(plan.plan_id, entry, "", typeOf);
      // A time without offset is the server's own: its midnight is where the meal type's time belongs.
      await createMealPlan(api, { ...fields, from_date: day, to_date: day });
      wrote();
    }
    for (const { remote: found, entry } of changes.change) {
      signal?.throwIfAborted();
      const fields = await fieldsOf(plan.plan_id, entry, found.note, typeOf);
      const noon = `${entry.date}T12:00:00`;
      const hasMoved = found.from_date.slice(0, 10) !== entry.date;
      await patchMealPlan(api, found.id, {
        ...fields,
        ...(hasMoved ? { from_date: noon, to_date: noon } : {}),
      });
      wrote();
    }
    for (const { id } of changes.remove) {
      signal?.throwIfAborted();
      await deleteMealPlan(api, id);
      wrote();
    }
    const { create, change, remove, unchanged } = changes;
    return { created: create.length, updated: change.length, removed: remove.length, unchanged };
  });
}

/**
 * A recipe that is gone there breaks an entry (500); the entry names it by its title then. Those that entries link to are
 * there, so a run that changes nothing asks for none.
 */
async function withLiveRecipes(
  api: TandoorApi,
  wanted: readonly WantedEntry[],
  remote: readonly TandoorMealPlan[],
  signal: AbortSignal | undefined,
): Promise<WantedEntry[]> {
  const isThere = new Map<number, boolean>(
    remote.flatMap(({ recipe }) => (recipe ? [[recipe.id, true] as const] : [])),
  );
  for (const { recipe } of wanted) {
    if (!recipe || isThere.has(recipe.id)) continue;
    signal?.throwIfAborted();
    isThere.set(recipe.id, (await findTandoorRecipe(api, recipe.id)) !== undefined);
  }
  return wanted.map((entry) =>
    entry.recipe && !isThere.get(entry.recipe.id)
      ? { ...entry, recipe: null, title: shortTitle(entry.recipe.name) }
      : entry,
  );
}

type TypeFinder = (name: string) => Promise<{ id: number; name: string }>;

async function fieldsOf(planId: string, entry: WantedEntry, note: string, typeOf: TypeFinder) {
  return {
    title: entry.title,
    recipe: entry.recipe,
    servings: entry.servings,
    note: noteWith(note, noteLine(planId, entry)),
    meal_type: await typeOf(entry.meal_type),
  };
}

/** Looks at the types once, when one is first needed: a run that changes nothing doesn't ask. */
function mealTypeFinder(api: TandoorApi, wrote: () => void): TypeFinder {
  let types: TandoorMealType[] | undefined;
  return async (name) => {
    if (!types) {
      types = [];
      for await (const type of mealTypes(api)) types.push(type);
    }
    let type = types.find((known) => sameName(known.name, name));
    if (!type) {
      const folded = foldName(name);
      type = await createMealType(api, { name: folded.charAt(0).toUpperCase() + folded.slice(1) });
      wrote();
      types.push(type);
    }
    return { id: type.id, name: type.name };
  };
}
