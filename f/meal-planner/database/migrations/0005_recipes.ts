import type { Migration } from "../migrate.ts";

export const recipes: Migration = {
  id: 5,
  name: "recipes",
  sql: `
    create table meal_planner.recipes (
      recipe_id uuid primary key,
      household_id uuid not null references meal_planner.households on delete cascade,
      version integer not null default 1,
      name text not null,
      description text not null default '',
      -- null where the source doesn't say; portions are then sized by energy (recipe_nutrition.servings).
      servings double precision,
      servings_text text not null default '',
      prep_minutes integer,
      cook_minutes integer,
      cuisine text,
      tags text[] not null default '{}',
      -- The meals that it suits; empty for what isn't a meal of its own, such as a sauce.
      suits text[] not null default '{}',
      keeps_days integer not null default 0,
      -- [{original, quantity, quantity_max, unit, size, food, preparation, comment, optional, …}] in the recipe's order.
      ingredients jsonb not null,
      steps text[] not null default '{}',
      source_url text,
      image_url text,
      rating smallint check (rating between 1 and 5),
      origin text not null,
      -- The recipe's id where it came from: one recipe there is one recipe here.
      origin_ref text,
      archived_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      search tsvector not null
    );
    create unique index recipes_by_origin on meal_planner.recipes (household_id, origin, origin_ref)
      where origin_ref is not null;
    create index recipes_by_household on meal_planner.recipes (household_id, lower(name)) where archived_at is null;
    create index recipes_by_search on meal_planner.recipes using gin (search);

    create table meal_planner.recipe_nutrition (
      recipe_id uuid primary key references meal_planner.recipes on delete cascade,
      -- The version of the recipe that these figures are of.
      recipe_version integer not null,
      servings double precision not null,
      servings_from text not null,
      total jsonb not null,
      per_serving jsonb not null,
      coverage_by_mass double precision not null,
      coverage_by_energy double precision not null,
      allergens text[] not null,
      origins text[] not null,
      -- Lines as written whose food, allergens or origins aren't known: they may add to both.
      unknown_lines text[] not null,
      main text,
      -- [{original, food_id, food, score, reason, grams, grams_from, nutrients}] in the recipe's order.
      lines jsonb not null,
      calculated_at timestamptz not null default now()
    );
    create index recipe_nutrition_by_food on meal_planner.recipe_nutrition
      using gin (lines jsonb_path_ops);
  `,
};
