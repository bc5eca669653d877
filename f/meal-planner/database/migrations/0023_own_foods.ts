import type { Migration } from "../migrate.ts";

export const ownFoods: Migration = {
  id: 23,
  name: "own_foods",
  sql: `
    -- Whose own food it is, such as a packaged product by its label; null for what is everyone's.
    alter table meal_planner.foods add column household_id uuid references meal_planner.households on delete cascade;
    create index foods_by_household on meal_planner.foods (household_id) where household_id is not null;

    -- What a goal's target is for: a day, or the week from Monday. A nutrient may have one of each.
    alter table meal_planner.nutrition_goals
      add column period text not null default 'day' check (period in ('day', 'week')),
      drop constraint nutrition_goals_pkey,
      add primary key (person_id, nutrient, period, valid_from);

    -- Where a person's days begin and end; null where it is the household's, as for most.
    alter table meal_planner.people add column time_zone text;
  `,
};
