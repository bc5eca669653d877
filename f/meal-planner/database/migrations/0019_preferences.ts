import type { Migration } from "../migrate.ts";

export const preferences: Migration = {
  id: 19,
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

    -- Entries that wait for their recipe's figures, and those that tell what somebody ate of the recipes.
    create index diary_entries_of_recipe on meal_planner.diary_entries (recipe_id)
      where recipe_id is not null and deleted_at is null;
  `,
};
