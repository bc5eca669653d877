import type { Queryable } from "../../database/connection.ts";
import { KEPT_SECONDS } from "./catalogue_food.ts";

const NAME = "Food logged at FatSecret";
const NOTE = "FatSecret's name and figures may be kept for a day; sync_diary brings them back.";

/** Notes whose name and figures are FatSecret's, from now for a day; and whose are ours by now. */
export async function noteContent(
  db: Queryable,
  entries: readonly { entry_id: string; own: boolean }[],
): Promise<void> {
  const theirs = entries.filter(({ own }) => !own).map(({ entry_id }) => entry_id);
  await db.query(
    `insert into meal_planner.fatsecret_kept (entry_id, entry_version, expires_at)
     select entry_id, version, now() + make_interval(secs => $2::float8)
     from meal_planner.diary_entries where entry_id = any ($1::uuid[]) order by entry_id
     on conflict (entry_id) do update set entry_version = excluded.entry_version, expires_at = excluded.expires_at`,
    [theirs, KEPT_SECONDS],
  );
  await db.query("delete from meal_planner.fatsecret_kept where entry_id = any ($1::uuid[])", [
    entries.filter(({ own }) => own).map(({ entry_id }) => entry_id),
  ]);
}

/**
 * Takes FatSecret's content out of our tables that has stood there for a day: names and figures of diary entries that
 * nobody has changed here, and weights. The ids stay, so that the next synchronisation brings back what is still there.
 * How many entries and weights there were.
 */
export async function forgetOldContent(db: Queryable, atMost: number): Promise<number> {
  const { rowCount: entries } = await db.query(
    `with old as (
       select entry_id, entry_version from meal_planner.fatsecret_kept where expires_at <= now()
       order by expires_at limit $1::integer for update skip locked
     ), forgotten as (
       delete from meal_planner.fatsecret_kept k using old where k.entry_id = old.entry_id
     ), blank as (
       update meal_planner.diary_entries d set name = $2::text, line = $2::text, nutrients = null, grams = null,
         note = $3::text, updated_at = now()
       from old left join meal_planner.fatsecret_entries f using (entry_id)
       where d.entry_id = old.entry_id and (d.version = old.entry_version
         or f.owner = 'theirs' and f.state = 'done' and f.wanted_version = d.version)
       returning d.entry_id, d.kind, d.line, d.grams, d.food_id, d.recipe_id, d.portion
     ), digested as (
       update meal_planner.fatsecret_entries f
       set eaten_digest = md5(concat_ws('|', d.kind, d.line, d.grams, d.food_id, d.recipe_id, d.portion))
       from blank d where f.entry_id = d.entry_id
     )
     select entry_id from old`,
    [atMost, NAME, NOTE],
  );
  const { rowCount: weights } = await db.query(
    `with old as (
       delete from meal_planner.fatsecret_weights where ctid = any (array(
         select ctid from meal_planner.fatsecret_weights where expires_at <= now()
         order by expires_at limit $1::integer for update skip locked))
       returning person_id, date, weight_kg, theirs
     ), forgotten as (
       delete from meal_planner.weighings w using old
       where old.theirs and w.person_id = old.person_id and w.date = old.date and w.weight_kg = old.weight_kg
     )
     select person_id from old`,
    [atMost],
  );
  return entries + weights;
}
