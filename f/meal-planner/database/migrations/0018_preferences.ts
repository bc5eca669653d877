import type { Migration } from "../migrate.ts";

export const preferences: Migration = {
  id: 18,
  name: "preferences",
  sql: `
    -- What somebody did: swap, add, remove, mark …; null where nobody said. Only what a person chose tells of taste.
    alter table meal_planner.plan_changes add column cause text;

    -- Tastes are reckoned from plans, cooking and diaries; this is what the household says against that.
    alter table meal_planner.households add column learns_tastes boolean not null default true;
    create table meal_planner.forgotten_tastes (
      household_id uuid not null references meal_planner.households on delete cascade,
      kind text not null check (kind in ('recipe', 'main', 'cuisine')),
      -- The recipe's id, the main ingredient or the cuisine.
      subject text not null,
      -- What happened before counts no more.
      forgotten_at timestamptz not null default now(),
      primary key (household_id, kind, subject)
    );

    -- What a planner needs of the lines, beside them: taking it out of a thousand recipes' lines each time took a tenth
    -- of a second. Arrays in the order of the lines.
    alter table meal_planner.recipe_nutrition
      add column line_originals jsonb not null generated always as (jsonb_path_query_array(lines, '$[*].original')) stored,
      add column line_foods jsonb not null generated always as (jsonb_path_query_array(lines, '$[*].food')) stored,
      add column line_food_ids jsonb not null generated always as (jsonb_path_query_array(lines, '$[*].food_id')) stored,
      add column line_grams jsonb not null generated always as (jsonb_path_query_array(lines, '$[*].grams')) stored;

    -- Entries that wait for their recipe's figures, and those that tell what somebody ate of the recipes.
    create index diary_entries_of_recipe on meal_planner.diary_entries (recipe_id)
      where recipe_id is not null and deleted_at is null;
  `,
};
