import type { Migration } from "../migrate.ts";

export const foods: Migration = {
  id: 4,
  name: "foods",
  sql: `
    create table meal_planner.foods (
      food_id uuid primary key,
      source text not null,
      source_id text not null,
      ndb text,
      fdc_id integer,
      description text not null,
      name text,
      aliases text[] not null default '{}',
      category text,
      per_100g jsonb not null,
      portions jsonb not null default '[]',
      density_g_per_ml double precision check (density_g_per_ml > 0),
      refuse_percent double precision check (refuse_percent between 0 and 100),
      state text,
      origins text[],
      allergens text[],
      main text,
      aisle text,
      sold_as jsonb,
      shopping text check (shopping in ('buy', 'check', 'never')),
      updated_at timestamptz not null default now(),
      unique (source, source_id)
    );
    create index foods_by_ndb on meal_planner.foods (ndb) where ndb is not null;
    create index foods_by_fdc_id on meal_planner.foods (fdc_id) where fdc_id is not null;

    -- What a household calls a food: from then on the name means that food in every recipe of theirs.
    create table meal_planner.food_mappings (
      household_id uuid not null references meal_planner.households on delete cascade,
      name_key text not null,
      name text not null,
      food_id uuid not null references meal_planner.foods on delete cascade,
      confirmed_at timestamptz not null default now(),
      primary key (household_id, name_key)
    );
    create index food_mappings_by_food on meal_planner.food_mappings (food_id);

    -- One row a dataset. content_hash tells whether loading it again would change anything; revision tells readers
    -- with a copy in memory that the foods have changed.
    create table meal_planner.food_datasets (
      source text primary key,
      content_hash text not null,
      foods integer not null,
      nutrients integer not null,
      portions integer not null,
      skipped integer not null,
      origin text not null,
      revision bigint not null default 1,
      loaded_at timestamptz not null default now()
    );
  `,
};
