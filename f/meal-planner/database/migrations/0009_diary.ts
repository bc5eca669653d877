import type { Migration } from "../migrate.ts";

export const diary: Migration = {
  id: 9,
  name: "diary",
  sql: `
    -- A goal as a share of the energy goal of its day; target is null then. Both null end the goal.
    alter table meal_planner.nutrition_goals
      add column percent_of_energy double precision check (percent_of_energy > 0 and percent_of_energy <= 100);

    -- {from_macros_kcal, differs}: energy by the general factors beside the energy by the records.
    alter table meal_planner.recipe_nutrition add column energy_check jsonb;

    create table meal_planner.diary_entries (
      entry_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      person_id uuid not null references meal_planner.people on delete cascade,
      version integer not null default 1,
      -- A date in the household's time zone.
      date date not null,
      slot text,
      kind text not null check (kind in ('recipe', 'food', 'line')),
      name text not null,
      recipe_id uuid references meal_planner.recipes on delete set null,
      food_id uuid,
      line text,
      -- Servings of the recipe.
      portion double precision check (portion > 0),
      grams double precision check (grams > 0),
      -- Of what was eaten, as known when it was logged: a recipe changed later doesn't change the past. Null while
      -- the recipe's figures aren't worked out; they are taken from there as soon as they are.
      nutrients jsonb,
      -- The share of its mass that the figures know; null where that isn't known.
      coverage double precision,
      note text not null default '',
      -- manual, plan, or the system that it comes from, and its id there.
      origin text not null,
      origin_ref text,
      plan_id uuid references meal_planner.meal_plans on delete set null,
      plan_date date,
      plan_position integer,
      logged_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz
    );
    create index diary_entries_by_day on meal_planner.diary_entries (person_id, date) where deleted_at is null;
    -- A planned meal is eaten once by a person. Taken back, it can be logged again.
    create unique index diary_entries_of_meal
      on meal_planner.diary_entries (person_id, plan_id, plan_date, plan_position)
      where plan_id is not null and deleted_at is null;
    -- With what was deleted: what is gone here doesn't come back by the next synchronisation.
    create unique index diary_entries_by_origin on meal_planner.diary_entries (person_id, origin, origin_ref)
      where origin_ref is not null;

    create table meal_planner.weighings (
      person_id uuid not null references meal_planner.people on delete cascade,
      date date not null,
      weight_kg double precision not null check (weight_kg > 0),
      weighed_at timestamptz not null default now(),
      primary key (person_id, date)
    );

    -- The verdict on a person's day that was last told by event.
    create table meal_planner.goal_verdicts (
      person_id uuid not null references meal_planner.people on delete cascade,
      date date not null,
      verdict text not null check (verdict in ('met', 'missed')),
      told_at timestamptz not null default now(),
      primary key (person_id, date)
    );
  `,
};
