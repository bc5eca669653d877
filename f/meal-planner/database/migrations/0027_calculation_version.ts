import type { Migration } from "../migrate.ts";

export const calculationVersion: Migration = {
  id: 27,
  name: "calculation_version",
  sql: `
    -- By which way of reading lines a recipe's figures were got: 0 for all before ways were numbered.
    alter table meal_planner.recipe_nutrition
      add column calculation_version integer not null default 0,
      -- The foods of lines of several, beside the lines, as line_foods and its like are: [{line, food_id, grams, …}].
      add column line_parts jsonb not null generated always as (jsonb_path_query_array(lines, '$[*].parts[*]')) stored;

    -- Ways of which the recipes with older figures have been told: each once.
    create table meal_planner.calculation_versions (
      version integer primary key,
      told_at timestamptz not null default now()
    );
  `,
};
