import type { Migration } from "../migrate.ts";

export const weekWishes: Migration = {
  id: 25,
  name: "week_wishes",
  sql: `
    -- What a household wants of every week that it plans, beside what is known of its people.
    create table meal_planner.planning_wishes (
      household_id uuid primary key references meal_planner.households on delete cascade,
      -- [{minutes, slot?, weekdays?}]
      max_minutes jsonb not null default '[]',
      -- Null where any day is one on which they cook for later.
      cook_ahead_on text[],
      pantry_first boolean not null default false,
      updated_at timestamptz not null default now()
    );

    -- A skipped meal that is eaten elsewhere: that says nothing of how it is liked.
    alter table meal_planner.plan_meals
      add column eaten_out boolean not null default false,
      add constraint plan_meals_eaten_out check (not eaten_out or mark = 'skipped');
  `,
};
