import type { Migration } from "../migrate.ts";

export const nutrition: Migration = {
  id: 8,
  name: "nutrition",
  sql: `
    -- A person's daily goal for one nutrient from a day on, until a later row; a null target ends it.
    create table meal_planner.nutrition_goals (
      person_id uuid not null references meal_planner.people on delete cascade,
      nutrient text not null,
      valid_from date not null,
      kind text not null check (kind in ('about', 'at_least', 'at_most')),
      target double precision check (target > 0),
      tolerance_percent double precision not null check (tolerance_percent between 0 and 100),
      weight double precision not null check (weight > 0),
      updated_at timestamptz not null default now(),
      primary key (person_id, nutrient, valid_from)
    );
  `,
};
