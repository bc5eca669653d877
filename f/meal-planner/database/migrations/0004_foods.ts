import type { Migration } from "../migrate.ts";

export const foods: Migration = {
  id: 4,
  name: "foods",
  sql: `select 1`,
};
