import type { Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { type Nutrients, scaleNutrients } from "../../foods/nutrients.ts";
import type { Household } from "../../households/household.ts";
import { type DiaryEntry, type Eaten, keptFigures, type MealPlace } from "./diary_entry.ts";

const COLUMNS = `e.entry_id, e.person_id, e.version, e.date, e.slot, e.kind, e.name, e.recipe_id, e.food_id, e.line,
  e.portion, e.grams, e.nutrients, e.coverage, e.note, e.origin, e.origin_ref, e.plan_id, e.plan_date,
  e.plan_position`;

// What waits for its recipe's figures takes them from there.
const WITH_RECIPE = `left join meal_planner.recipe_nutrition n on e.nutrients is null and n.recipe_id = e.recipe_id`;
const RECIPE_FIGURES = "n.per_serving as recipe_figures, n.coverage_by_mass as recipe_coverage";

type StoredEntry = DiaryEntry & { recipe_figures: Nutrients | null; recipe_coverage: number | null };

function entryOf({ recipe_figures, recipe_coverage, ...entry }: StoredEntry): DiaryEntry {
  if (entry.nutrients || !recipe_figures || entry.portion === null) return entry;
  const nutrients = keptFigures(scaleNutrients(recipe_figures, entry.portion));
  return { ...entry, nutrients, coverage: recipe_coverage, note: "by the recipe's nutrition" };
}

export type NewEntry = Eaten & {
  person_id: string;
  date: string;
  slot: string | null;
  origin: string;
  origin_ref: string | null;
  meal: MealPlace | null;
};

/** Stores an entry; undefined where the person has logged that planned meal, or that entry of its origin, already. */
export async function insertEntry(
  tx: Tx,
  household: Household,
  entry: NewEntry,
): Promise<DiaryEntry | undefined> {
  const { rows } = await tx.query<{ entry_id: string }>(
    `insert into meal_planner.diary_entries (entry_id, household_id, person_id, date, slot, kind, name, recipe_id,
       food_id, line, portion, grams, nutrients, coverage, note, origin, origin_ref, plan_id, plan_date, plan_position)
     values ($1::uuid, $2::uuid, $3::uuid, $4::date, $5::text, $6::text, $7::text, $8::uuid, $9::uuid, $10::text,
       $11::double precision, $12::double precision, $13::jsonb, $14::double precision, $15::text, $16::text,
       $17::text, $18::uuid, $19::date, $20::integer)
     on conflict do nothing
     returning entry_id`,
    [
      newId(),
      household.household_id,
      ...[entry.person_id, entry.date, entry.slot, entry.kind, entry.name],
      ...[entry.recipe_id, entry.food_id, entry.line, entry.portion, entry.grams],
      entry.nutrients && JSON.stringify(keptFigures(entry.nutrients)),
      ...[entry.coverage, entry.note, entry.origin, entry.origin_ref],
      ...[entry.meal?.plan_id ?? null, entry.meal?.plan_date ?? null, entry.meal?.plan_position ?? null],
    ],
  );
  return rows[0] && (await findEntry(tx, household, rows[0].entry_id))?.entry;
}

/** An entry, deleted ones included; undefined where the household has none of that id. */
export async function findEntry(
  tx: Tx,
  household: Household,
  entryId: string,
): Promise<{ entry: DiaryEntry; deleted: boolean } | undefined> {
  const { rows } = await tx.query<StoredEntry & { deleted: boolean }>(
    `select ${COLUMNS}, ${RECIPE_FIGURES}, e.deleted_at is not null as deleted
     from meal_planner.diary_entries e ${WITH_RECIPE}
     where e.entry_id = $1::uuid and e.household_id = $2::uuid`,
    [entryId, household.household_id],
  );
  if (!rows[0]) return undefined;
  const { deleted, ...stored } = rows[0];
  return { entry: entryOf(stored), deleted };
}

/** What people ate from a day to another, both included, in the order in which it was logged. */
export async function entriesBetween(
  tx: Tx,
  personIds: readonly string[],
  from: string,
  to: string,
): Promise<DiaryEntry[]> {
  const { rows } = await tx.query<StoredEntry>(
    `select ${COLUMNS}, ${RECIPE_FIGURES} from meal_planner.diary_entries e ${WITH_RECIPE}
     where e.person_id = any ($1::uuid[]) and e.date between $2::date and $3::date and e.deleted_at is null
     order by e.date, e.entry_id`,
    [personIds, from, to],
  );
  return rows.map(entryOf);
}

/** A person's entry for a planned meal. */
export async function entryOfMeal(
  tx: Tx,
  personId: string,
  meal: MealPlace,
): Promise<DiaryEntry | undefined> {
  const { rows } = await tx.query<StoredEntry>(
    `select ${COLUMNS}, ${RECIPE_FIGURES} from meal_planner.diary_entries e ${WITH_RECIPE}
     where e.person_id = $1::uuid and e.plan_id = $2::uuid and e.plan_date = $3::date
       and e.plan_position = $4::integer and e.deleted_at is null`,
    [personId, meal.plan_id, meal.plan_date, meal.plan_position],
  );
  return rows[0] && entryOf(rows[0]);
}

/** A person's entry by its id in another system, deleted ones included. */
export async function entryOfOrigin(
  tx: Tx,
  personId: string,
  origin: string,
  originRef: string,
): Promise<{ entry: DiaryEntry; deleted: boolean } | undefined> {
  const { rows } = await tx.query<StoredEntry & { deleted: boolean }>(
    `select ${COLUMNS}, ${RECIPE_FIGURES}, e.deleted_at is not null as deleted
     from meal_planner.diary_entries e ${WITH_RECIPE}
     where e.person_id = $1::uuid and e.origin = $2::text and e.origin_ref = $3::text`,
    [personId, origin, originRef],
  );
  if (!rows[0]) return undefined;
  const { deleted, ...stored } = rows[0];
  return { entry: entryOf(stored), deleted };
}

/** Overwrites an entry where its version is still `entry.version`; false where it isn't. */
export async function replaceEntry(tx: Tx, entry: DiaryEntry): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meal_planner.diary_entries set date = $3::date, slot = $4::text, name = $5::text, food_id = $6::uuid,
       line = $7::text, portion = $8::double precision, grams = $9::double precision, nutrients = $10::jsonb,
       coverage = $11::double precision, note = $12::text, version = version + 1, updated_at = now()
     where entry_id = $1::uuid and version = $2::integer and deleted_at is null`,
    [
      ...[entry.entry_id, entry.version, entry.date, entry.slot, entry.name, entry.food_id, entry.line],
      ...[entry.portion, entry.grams, entry.nutrients && JSON.stringify(keptFigures(entry.nutrients))],
      ...[entry.coverage, entry.note],
    ],
  );
  return rowCount > 0;
}

/** Takes an entry out of the diary where its version is still `version`; false where it isn't, or it is out already. */
export async function markDeleted(tx: Tx, entryId: string, version: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meal_planner.diary_entries set deleted_at = now(), version = version + 1
     where entry_id = $1::uuid and version = $2::integer and deleted_at is null`,
    [entryId, version],
  );
  return rowCount > 0;
}

/**
 * Keeps the figures of a recipe with the entries that were waiting for them, as they are now: changed later, the recipe
 * doesn't change what was eaten. Not a change of the entries, for they have shown these figures already.
 */
export async function keepAwaitedFigures(tx: Tx, recipeId: string): Promise<void> {
  const { rows } = await tx.query<StoredEntry>(
    `select ${COLUMNS}, ${RECIPE_FIGURES} from meal_planner.diary_entries e ${WITH_RECIPE}
     where e.recipe_id = $1::uuid and e.nutrients is null and n.per_serving is not null for update of e`,
    [recipeId],
  );
  const known = rows.map(entryOf).filter((entry) => entry.nutrients !== null);
  await tx.query(
    `update meal_planner.diary_entries e set nutrients = new.nutrients, coverage = new.coverage, note = new.note
     from unnest($1::uuid[], $2::jsonb[], $3::double precision[], $4::text[]) as new (entry_id, nutrients, coverage, note)
     where e.entry_id = new.entry_id`,
    [
      known.map((entry) => entry.entry_id),
      known.map((entry) => JSON.stringify(entry.nutrients)),
      known.map((entry) => entry.coverage),
      known.map((entry) => entry.note),
    ],
  );
}
