import type { Migration } from "../migrate.ts";

export const households: Migration = {
  id: 1,
  name: "households",
  sql: `
    create table meal_planner.households (
      household_id uuid primary key,
      name text not null,
      time_zone text not null,
      -- The one that a call means which names none. The first is, until another is chosen.
      is_default boolean not null default false,
      created_at timestamptz not null default now()
    );
    create unique index households_default on meal_planner.households (is_default) where is_default;

    create table meal_planner.people (
      person_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      name text not null,
      birth_year integer,
      sex text check (sex in ('female', 'male')),
      height_cm double precision,
      weight_kg double precision,
      activity text,
      diet text not null default 'omnivore',
      allergens text[] not null default '{}',
      excluded_foods text[] not null default '{}',
      disliked_foods text[] not null default '{}',
      portion_sizes double precision[] not null default '{0.5,0.75,1,1.25,1.5,2}',
      version integer not null default 1,
      created_at timestamptz not null default now()
    );
    create unique index people_by_name on meal_planner.people (household_id, lower(name));
  `,
};
