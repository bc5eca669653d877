import type { Migration } from "../migrate.ts";

export const publishing: Migration = {
  id: 15,
  name: "publishing",
  sql: `
    -- Where a household's plans are published. A household without a row publishes nothing.
    create table meal_planner.publishing_settings (
      household_id uuid primary key references meal_planner.households on delete cascade,
      -- Whether it happens by itself as plans are activated, changed and cancelled, or by hand only.
      automatic boolean not null,
      tandoor_meal_plan boolean not null,
      tandoor_shopping boolean not null,
      fatsecret_saved_meals boolean not null,
      -- Where the household's own Tandoor is, by its resource's path; null for the workspace's.
      tandoor_resource text,
      updated_at timestamptz not null default now()
    );

    -- What is of a plan in which place by our doing. A plan that was taken back from there has no row.
    create table meal_planner.plan_publications (
      plan_id uuid not null references meal_planner.meal_plans on delete cascade,
      target text not null check (target in ('tandoor_meal_plan', 'tandoor_shopping', 'fatsecret_saved_meals')),
      household_id uuid not null references meal_planner.households on delete cascade,
      plan_version integer not null,
      -- As it was sent, so that it can be put back where a later publication is undone.
      content jsonb not null,
      published_at timestamptz not null default now(),
      primary key (plan_id, target)
    );

    -- Of two publications of a plan at once one waits. A saga has its turn until it has ended, a script until its lease is over.
    create table meal_planner.publishing_turns (
      plan_id uuid primary key references meal_planner.meal_plans on delete cascade,
      saga_id uuid,
      token uuid not null,
      leased_until timestamptz
    );
  `,
};
