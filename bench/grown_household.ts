import pg from "pg";
import type { Database } from "../f/meal-planner/database/connection.ts";
import { parseInput } from "../f/meal-planner/database/parse_input.ts";
import { setUp } from "../f/meal-planner/handlers/database/set_up.ts";
import { activatePlan } from "../f/meal-planner/handlers/meal_planning/activate_plan.ts";
import { generatePlan, generatePlanInput } from "../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import { handleEvents } from "../local/start/handle_events.ts";
import { loadSampleHousehold } from "../local/start/local_household.ts";

const RECIPES = 1_000;
const WEEKS = 52;

/** The sample household as it may be after a year: a thousand recipes, 52 weeks eaten and logged, and one ahead. */
export async function grownHousehold(
  database: Database,
): Promise<{ recipes: number; plans: number; diary_entries: number }> {
  await setUp(database);
  await loadSampleHousehold(database);
  const signal = new AbortController().signal;
  await handleEvents(database, signal);
  await copyRecipes(database);
  const input = parseInput(generatePlanInput, { time_limit_ms: 3_000 });
  const { plan_id } = await generatePlan(database, input);
  await database.transaction((tx) => activatePlan(tx, { plan_id, replace: false }));
  await handleEvents(database, signal);
  await copyPlan(database, plan_id);
  await logMeals(database);
  await database.query("analyze");
  const { rows } = await database.query<{ recipes: number; plans: number; diary_entries: number }>(
    `select (select count(*) from meal_planner.recipes) as recipes,
       (select count(*) from meal_planner.meal_plans) as plans,
       (select count(*) from meal_planner.diary_entries) as diary_entries`,
  );
  return rows[0]!;
}

/** Written as rows: as recipes they would take minutes to work out, and their figures are those of the first ones. */
async function copyRecipes(database: Database): Promise<void> {
  const recipe = await columnsOf(database, "recipes");
  const nutrition = await columnsOf(database, "recipe_nutrition");
  await database.query(
    `with numbered as (
       select r.*, row_number() over (order by name) as place, count(*) over () as all_of_them from meal_planner.recipes r
     ), copies as (
       select n.recipe_id as was, gen_random_uuid() as becomes, copy
       from numbered n, generate_series(1, $1::integer / n.all_of_them::integer) as copy
       where copy * n.all_of_them + n.place <= $1::integer
     ), written as (
       insert into meal_planner.recipes (${recipe})
       select ${recipe} from (
         select (jsonb_populate_record(r, jsonb_build_object(
           'recipe_id', c.becomes, 'name', r.name || ' ' || c.copy, 'origin_ref', null))).*
         from copies c join meal_planner.recipes r on r.recipe_id = c.was) copied
     )
     insert into meal_planner.recipe_nutrition (${nutrition})
     select ${nutrition} from (
       select (jsonb_populate_record(n, jsonb_build_object('recipe_id', c.becomes))).*
       from copies c join meal_planner.recipe_nutrition n on n.recipe_id = c.was) copied`,
    [RECIPES],
  );
}

/** The columns that are written, those that Postgres reckons left out. */
async function columnsOf(database: Database, table: string): Promise<string> {
  const { rows } = await database.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'meal_planner' and table_name = $1::text and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => pg.escapeIdentifier(column_name)).join(", ");
}

/** A year of weeks as the one planned, each changed ten times. */
async function copyPlan(database: Database, planId: string): Promise<void> {
  await database.query(
    `with weeks as (
       select gen_random_uuid() as becomes, week from generate_series(1, $2::integer) as week
     ), plans as (
       insert into meal_planner.meal_plans
       select (jsonb_populate_record(p, jsonb_build_object(
         'plan_id', w.becomes, 'state', 'done', 'start_date', p.start_date - 7 * w.week))).*
       from weeks w, meal_planner.meal_plans p where p.plan_id = $1::uuid
     ), changes as (
       insert into meal_planner.plan_changes (plan_id, version, reason)
       select w.becomes, version, 'a change' from weeks w, generate_series(1, 10) as version
     )
     insert into meal_planner.plan_meals
     select (jsonb_populate_record(m, jsonb_build_object(
       'plan_id', w.becomes, 'date', m.date - 7 * w.week, 'mark', 'eaten'))).*
     from weeks w, meal_planner.plan_meals m where m.plan_id = $1::uuid`,
    [planId, WEEKS],
  );
}

async function logMeals(database: Database): Promise<void> {
  await database.query(
    `insert into meal_planner.diary_entries
       (entry_id, household_id, person_id, date, slot, kind, name, recipe_id, portion, nutrients, coverage, origin,
        plan_id, plan_date, plan_position)
     select gen_random_uuid(), p.household_id, e.key::uuid, m.date, m.slot, 'recipe', r.name, r.recipe_id,
       e.value::double precision, n.per_serving, 1, 'plan', m.plan_id, m.date, m.position
     from meal_planner.plan_meals m join meal_planner.meal_plans p using (plan_id)
       join meal_planner.recipes r using (recipe_id) join meal_planner.recipe_nutrition n using (recipe_id)
       cross join lateral jsonb_each_text(m.portions) e
     where p.state = 'done' and e.value::double precision > 0`,
  );
}
