import type { Migration } from "../migrate.ts";

export const tandoor: Migration = {
  id: 13,
  name: "tandoor",
  sql: `
    -- A household's recipe box: one space of one Tandoor. Another space is another box, whatever the token.
    create table meal_planner.tandoor_connections (
      connection_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      address text not null,
      space_id integer not null,
      space_name text not null default '',
      -- The run that is under way, alone: run_id is its fencing token.
      run_id uuid,
      lease_until timestamptz,
      last_run_at timestamptz,
      unique (household_id, address, space_id)
    );

    -- One recipe here and its counterpart there. Outlives either: what is gone on one side is still to go on the other.
    create table meal_planner.tandoor_recipes (
      link_id uuid primary key,
      connection_id uuid not null references meal_planner.tandoor_connections on delete cascade,
      recipe_id uuid not null,
      -- null while a create is under way, or its answer was lost.
      tandoor_id integer,
      begun_at timestamptz not null default now(),
      -- By field, the hash of what each side had when they were last brought together.
      ours jsonb not null default '{}',
      theirs jsonb not null default '{}',
      recipe_version integer,
      tandoor_updated_at text,
      -- What Tandoor holds of it and we have no place for: its rows, steps and figures.
      document jsonb,
      -- The nutrition that we wrote there: {nutrition: {…}, properties: {fdc id: amount}}.
      written_nutrition jsonb,
      -- The picture that Tandoor was last asked to fetch.
      sent_image text,
      unique (connection_id, recipe_id)
    );
    create unique index tandoor_recipes_by_tandoor_id on meal_planner.tandoor_recipes (connection_id, tandoor_id)
      where tandoor_id is not null;
    create index tandoor_recipes_by_recipe on meal_planner.tandoor_recipes (recipe_id);

    create table meal_planner.tandoor_conflicts (
      conflict_id uuid primary key,
      connection_id uuid not null references meal_planner.tandoor_connections on delete cascade,
      -- null where the link is gone: the conflict stays to be read.
      link_id uuid references meal_planner.tandoor_recipes on delete set null,
      recipe_id uuid not null,
      tandoor_id integer,
      recipe_name text not null,
      kind text not null check (kind in ('both_changed', 'deleted_here', 'deleted_there')),
      -- [{field, ours, theirs, kept}]
      fields jsonb not null default '[]',
      -- open until someone, or a policy, decides.
      state text not null check (state in ('open', 'decided', 'settled')),
      kept text check (kept in ('ours', 'theirs', 'both')),
      decided_by text,
      found_at timestamptz not null default now(),
      settled_at timestamptz
    );
    create unique index tandoor_conflicts_unsettled on meal_planner.tandoor_conflicts (link_id)
      where state <> 'settled';
    create index tandoor_conflicts_by_time on meal_planner.tandoor_conflicts (connection_id, found_at);

    -- What a run has seen of Tandoor's recipes, to find what is gone; emptied when the run ends.
    create unlogged table meal_planner.tandoor_seen (
      run_id uuid not null,
      tandoor_id integer not null,
      seen_at timestamptz not null default now(),
      primary key (run_id, tandoor_id)
    );
  `,
};
