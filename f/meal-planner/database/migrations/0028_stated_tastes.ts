import type { Migration } from "../migrate.ts";

export const statedTastes: Migration = {
  id: 28,
  name: "stated_tastes",
  sql: `
    -- What a household said of a recipe outright. It stands above what is learned of it, and doesn't fade.
    create table meal_planner.stated_tastes (
      household_id uuid not null references meal_planner.households on delete cascade,
      recipe_id uuid not null references meal_planner.recipes on delete cascade,
      liked boolean not null,
      stated_at timestamptz not null default now(),
      primary key (household_id, recipe_id)
    );
    create index stated_tastes_of_recipe on meal_planner.stated_tastes (recipe_id);
  `,
};
