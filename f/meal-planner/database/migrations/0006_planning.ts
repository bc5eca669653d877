import type { Migration } from "../migrate.ts";

export const planning: Migration = {
  id: 6,
  name: "planning",
  sql: `
    create table meal_planner.meal_plans (
      plan_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      version integer not null default 1,
      state text not null check (state in ('draft', 'generated', 'approved', 'active', 'done', 'cancelled')),
      -- A date in the household's time zone; the plan is for this day and the days - 1 after it.
      start_date date not null,
      days integer not null check (days between 1 and 28),
      -- How it was made: {seed, status, objective, lower_bound, gap, elapsed_ms, solver_version, left_out, unmet}; null by hand.
      generation jsonb,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index meal_plans_by_start on meal_planner.meal_plans (household_id, start_date);
    -- A household eats by one plan at a time: of two activations of a week, the second is refused or replaces.
    create unique index meal_plans_active on meal_planner.meal_plans (household_id, start_date)
      where state = 'active';

    create table meal_planner.plan_meals (
      plan_id uuid not null references meal_planner.meal_plans on delete cascade,
      date date not null,
      -- The place in the day, from 0; a day may have two slots of one name.
      position integer not null,
      slot text not null,
      recipe_id uuid not null references meal_planner.recipes,
      -- {person id: portion size}; a portion of 1 is one serving of the recipe.
      portions jsonb not null,
      locked boolean not null default false,
      primary key (plan_id, date, position)
    );
    create index plan_meals_by_recipe on meal_planner.plan_meals (recipe_id);
  `,
};
