import type { Migration } from "../migrate.ts";

export const planningRuns: Migration = {
  id: 22,
  name: "planning_runs",
  sql: `
    -- The plannings that run right now, one a week: how far each is, and whether somebody wants it to stop.
    create table meal_planner.planning_runs (
      household_id uuid not null references meal_planner.households on delete cascade,
      start_date date not null,
      run_id uuid not null unique,
      -- The plan whose rest is planned anew.
      plan_id uuid references meal_planner.meal_plans on delete cascade,
      started_at timestamptz not null default clock_timestamp(),
      -- Until then the process that plans is taken to be alive; it puts it off as long as it is.
      lease_until timestamptz not null,
      time_limit_ms integer not null,
      stage text not null check (stage in ('reading', 'starting', 'improving', 'proving', 'storing')),
      gap double precision,
      wish text check (wish in ('take', 'cancel')),
      primary key (household_id, start_date)
    );
  `,
};
