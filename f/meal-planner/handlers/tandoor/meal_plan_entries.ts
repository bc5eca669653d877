import { z } from "zod";
import type { PublishedMeal } from "../meal_planning/published_meals.ts";
import { roundAmount, sameName } from "./tandoor_names.ts";
import type { TandoorMealPlan } from "./tandoor_shapes.ts";

/** An entry of Tandoor's meal plan as a plan's meal asks for it. */
export const wantedEntrySchema = z.object({
  date: z.iso.date(),
  position: z.int().min(0),
  meal_type: z.string(),
  /** Tandoor's recipe; null where it doesn't have it, and the title names it. */
  recipe: z.object({ id: z.int(), name: z.string() }).nullable(),
  title: z.string(),
  servings: z.number(),
  /** Who eats how much. */
  portions: z.string(),
});
export type WantedEntry = z.infer<typeof wantedEntrySchema>;

const LONGEST_TITLE = 64;

/** Pure. `recipes`: Tandoor's recipes by the id of ours. */
export function wantedEntries(
  meals: readonly PublishedMeal[],
  recipes: ReadonlyMap<string, { id: number; name: string }>,
): WantedEntry[] {
  return meals.map((meal) => {
    const recipe = recipes.get(meal.recipe_id) ?? null;
    return {
      date: meal.date,
      position: meal.position,
      meal_type: meal.slot,
      recipe,
      title: recipe ? "" : shortTitle(meal.recipe),
      servings: roundAmount(meal.servings),
      portions: portionsInWords(meal),
    };
  });
}

function portionsInWords({ portions, guests }: PublishedMeal): string {
  const all = guests > 0 ? [...portions, { name: "guests", size: guests }] : portions;
  return all.map(({ name, size }) => `${name} ${roundAmount(size)}`).join(", ");
}

/** A title of at most the length that Tandoor takes. */
export function shortTitle(title: string): string {
  return [...title].slice(0, LONGEST_TITLE).join("").trim();
}

const MARKER = /^\[meal-planner ([0-9a-f-]{36}) (\d{4}-\d{2}-\d{2})\/(\d+)\].*$/m;

/** The line of the note by which an entry is known as ours, whatever else somebody writes into the note. */
export function noteLine(planId: string, entry: WantedEntry): string {
  const marker = `[meal-planner ${planId} ${placeOf(entry)}]`;
  return entry.portions === "" ? marker : `${marker} ${entry.portions}`;
}

/** A note with our line in it; the rest of it is theirs. */
export function noteWith(note: string, line: string): string {
  if (MARKER.test(note)) return note.replace(MARKER, () => line);
  return note.trim() === "" ? line : `${note.trimEnd()}\n\n${line}`;
}

/** The place in the plan that an entry stands for: "2026-01-05/0". Undefined where it isn't this plan's. */
export function placeIn(planId: string, note: string): string | undefined {
  const [, plan, date, position] = MARKER.exec(note) ?? [];
  return plan === planId ? `${date}/${position}` : undefined;
}

export function placeOf(entry: { date: string; position: number }): string {
  return `${entry.date}/${entry.position}`;
}

export type EntryChanges = {
  create: WantedEntry[];
  change: { remote: TandoorMealPlan; entry: WantedEntry }[];
  remove: TandoorMealPlan[];
  unchanged: number;
};

/**
 * What brings Tandoor's entries of a plan in line with the wanted ones. Of two entries for one place (an answer was lost,
 * and the call repeated) the older stays.
 */
export function compareEntries(
  planId: string,
  wanted: readonly WantedEntry[],
  remote: readonly TandoorMealPlan[],
): EntryChanges {
  const changes: EntryChanges = { create: [], change: [], remove: [], unchanged: 0 };
  const byPlace = new Map<string, TandoorMealPlan>();
  for (const entry of [...remote].sort((a, b) => a.id - b.id)) {
    const place = placeIn(planId, entry.note);
    if (place === undefined) continue;
    if (byPlace.has(place)) changes.remove.push(entry);
    else byPlace.set(place, entry);
  }
  for (const entry of wanted) {
    const place = placeOf(entry);
    const found = byPlace.get(place);
    byPlace.delete(place);
    if (!found) changes.create.push(entry);
    else if (isSame(planId, entry, found)) changes.unchanged += 1;
    else changes.change.push({ remote: found, entry });
  }
  changes.remove.push(...byPlace.values());
  return changes;
}

function isSame(planId: string, entry: WantedEntry, remote: TandoorMealPlan): boolean {
  return (
    // A time with the server's offset; the hour is the meal type's.
    remote.from_date.slice(0, 10) === entry.date &&
    (remote.recipe?.id ?? null) === (entry.recipe?.id ?? null) &&
    remote.title === entry.title &&
    roundAmount(remote.servings) === entry.servings &&
    sameName(remote.meal_type.name, entry.meal_type) &&
    noteWith(remote.note, noteLine(planId, entry)) === remote.note
  );
}
