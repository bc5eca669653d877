import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";
import { migrate } from "../f/meal-planner/database/migrate.ts";
import { newId } from "../f/meal-planner/database/new_id.ts";
import { parseInput } from "../f/meal-planner/database/parse_input.ts";
import { loadStarterFoods } from "../f/meal-planner/foods/load_starter_foods.ts";
import { setGoals, setGoalsInput } from "../f/meal-planner/handlers/nutrition/set_goals.ts";
import { type Household, setHousehold } from "../f/meal-planner/households/household.ts";
import { setPerson, setPersonInput } from "../f/meal-planner/households/person.ts";
import { createDatabase, resourceFromUrl } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";
import { SAMPLE_PEOPLE } from "../local/sample_household/household.ts";
import { loadSampleHousehold } from "../local/start/local_household.ts";

/** A migrated database of a benchmark's own, gone when the work is done. */
export async function withBenchDatabase(
  purpose: string,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const name = `${purpose}_bench_${process.pid}`;
  const url = process.env.DATABASE_URL;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const server: Postgresql = url ? resourceFromUrl(url) : await startServer({ home });
  const admin = new pg.Client({ ...server, database: url ? server.dbname : "postgres", ssl: false });
  await admin.connect();
  await createDatabase(admin, name);
  const database = new Database({ ...server, dbname: name });
  try {
    await migrate(database);
    await work(database);
  } finally {
    await database.close();
    await admin.query(`drop database ${name}`);
    await admin.end();
    if (!url) {
      await stopServer(home);
      await rm(home, { recursive: true, force: true });
    }
  }
}

/** The sample household's recipes with their nutrition worked out, to be copied into others. */
export async function loadSample(database: Database, deliver: () => Promise<unknown>): Promise<void> {
  await database.transaction(loadStarterFoods);
  await loadSampleHousehold(database);
  await deliver();
}

/** A household of the sample's people with their goals and no recipe. */
export async function newHousehold(database: Database, name: string): Promise<Household> {
  return database.transaction(async (tx) => {
    const household = await setHousehold(tx, {
      ...{ name, time_zone: "Europe/Berlin", make_default: false },
    });
    const { household_id } = household;
    for (const { goals, ...person } of SAMPLE_PEOPLE) {
      const { person_id } = await setPerson(tx, household, parseInput(setPersonInput, person));
      await setGoals(tx, parseInput(setGoalsInput, { person: person_id, goals, household_id }));
    }
    return household;
  });
}

/**
 * Fills a box with copies of the sample's recipes, until there are `count`. Each copy's figures are up to 30 % more or
 * less than the original's, always the same ones.
 */
export async function fillBox(database: Database, household: Household, count: number): Promise<void> {
  await database.query(
    `with sample as (
       select r.*, row_number() over (order by r.name) - 1 as at, count(*) over () as n
       from meal_planner.recipes r
       join meal_planner.households h using (household_id) where h.is_default
     ), copies as (
       select gen_random_uuid() as copy_id, number, sample.*
       from generate_series(0, $2::integer - 1) as number join sample on sample.at = number % sample.n
     ), recipes as (
       insert into meal_planner.recipes (recipe_id, household_id, name, description, servings, servings_text,
         prep_minutes, cook_minutes, cuisine, tags, suits, keeps_days, ingredients, steps, rating, origin, search)
       select copy_id, $1::uuid, name || ' ' || number / n, description, servings, servings_text,
         prep_minutes, cook_minutes, cuisine, tags, suits, keeps_days, ingredients, steps, rating, 'manual', search
       from copies
     )
     insert into meal_planner.recipe_nutrition (recipe_id, recipe_version, servings, servings_from, total, per_serving,
       coverage_by_mass, coverage_by_energy, allergens, origins, unknown_lines, main, lines)
     select copy_id, 1, f.servings, servings_from, total,
       (select jsonb_object_agg(key, round((value::text::numeric
          * (0.7 + 0.6 * mod(abs(hashtext(copies.number || key)), 1000) / 1000.0)), 2))
        from jsonb_each(f.per_serving) where jsonb_typeof(value) = 'number'),
       coverage_by_mass, coverage_by_energy, allergens, origins, unknown_lines, main, lines
     from copies join meal_planner.recipe_nutrition f on f.recipe_id = copies.recipe_id`,
    [household.household_id, count],
  );
  await database.query("analyze meal_planner.recipes, meal_planner.recipe_nutrition");
}

/** Weeks that the household has lived by: plans that are done, one after the other, the last one ending at `until`. */
export async function livePast(
  database: Database,
  household: Household,
  weeks: number,
  until: string,
): Promise<void> {
  const plans = Array.from({ length: weeks }, (_, week) => ({ plan_id: newId(), week: weeks - week }));
  await database.query(
    `with plans as (
       insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days, slots)
       select plan_id, $1::uuid, 'done', $2::date - 7 * week, 7, '{breakfast,lunch,snack,dinner}'
       from jsonb_to_recordset($3::jsonb) as p (plan_id uuid, week integer)
       returning plan_id, start_date
     ), people as (
       select jsonb_object_agg(person_id, 1) as portions from meal_planner.people where household_id = $1::uuid
     ), box as (
       select recipe_id, slot, row_number() over (partition by slot order by name) - 1 as at,
         count(*) over (partition by slot) as n
       from meal_planner.recipes cross join unnest(suits) as slot where household_id = $1::uuid
     )
     insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions, mark)
     select plan_id, start_date + day, place - 1, slot, box.recipe_id, people.portions,
       case when (day + place) % 9 = 0 then 'skipped' else 'eaten' end
     from plans cross join generate_series(0, 6) as day
     cross join unnest(array['breakfast', 'lunch', 'snack', 'dinner']) with ordinality as s (slot, place)
     join box using (slot) cross join people
     where box.at = mod(abs(hashtext(plan_id::text || day || slot)), box.n)`,
    [household.household_id, until, JSON.stringify(plans)],
  );
}
