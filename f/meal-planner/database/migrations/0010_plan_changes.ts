import type { Migration } from "../migrate.ts";

export const planChanges: Migration = {
  id: 10,
  name: "plan_changes",
  sql: `
    -- The meals of each of its days, in order; a day may have more by hand. A place of these without a row is empty.
    alter table meal_planner.meal_plans add column slots text[] not null default '{}';
    -- What was said on approving or cancelling it.
    alter table meal_planner.meal_plans add column state_note text;
    -- A skipped meal stays in its place, but is eaten by nobody.
    alter table meal_planner.plan_meals add column mark text check (mark in ('eaten', 'skipped'));

    -- Append-only, one row a version: what changed, so that it can be taken back and a late editor can be told.
    create table meal_planner.plan_changes (
      plan_id uuid not null references meal_planner.meal_plans on delete cascade,
      -- The version that this change made.
      version integer not null,
      reason text not null,
      -- [{date, position, before, after}]: a meal without its place, or null where there is none. Empty for a change of state.
      cells jsonb not null default '[]',
      -- Set on a change that took others back: the version before the first of them.
      undid_from integer,
      -- The version that took this one back.
      undone_by integer,
      at timestamptz not null default now(),
      primary key (plan_id, version)
    );

    -- What would repair a plan whose recipes or goals have changed under it: at most one, for the plan as it is now.
    create table meal_planner.plan_proposals (
      plan_id uuid primary key references meal_planner.meal_plans on delete cascade,
      plan_version integer not null,
      -- {problems, swaps, objective_before, objective_after}
      proposal jsonb not null,
      made_at timestamptz not null default now()
    );

    create table meal_planner.plan_templates (
      household_id uuid not null references meal_planner.households on delete cascade,
      name text not null,
      days integer not null check (days between 1 and 28),
      slots text[] not null,
      -- [{day, position, slot, recipe_id, portions, locked}], days from 0. A recipe may be gone by the time it is used.
      meals jsonb not null,
      updated_at timestamptz not null default now()
    );
    create unique index plan_templates_by_name on meal_planner.plan_templates (household_id, lower(name));
  `,
};
