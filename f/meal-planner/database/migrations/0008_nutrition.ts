import type { Migration } from "../migrate.ts";

export const nutrition: Migration = {
  id: 8,
  name: "nutrition",
  sql: `
    -- A person's goals from a day on; a later row replaces the earlier ones from its day on.
    create table meal_planner.nutrition_goals (
      person_id uuid not null references meal_planner.people on delete cascade,
      valid_from date not null,
      version integer not null default 1,
      -- [{nutrient, kind, target, tolerance_percent, weight}]
      goals jsonb not null,
      updated_at timestamptz not null default now(),
      primary key (person_id, valid_from)
    );
  `,
};
