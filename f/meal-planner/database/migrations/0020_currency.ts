import type { Migration } from "../migrate.ts";

export const currency: Migration = {
  id: 20,
  name: "currency",
  sql: `
    -- What the prices on the household's lists are in, by ISO 4217; null where nobody has said.
    alter table meal_planner.households add column currency text check (currency ~ '^[A-Z]{3}$');
  `,
};
