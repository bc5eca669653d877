import type { Migration } from "../migrate.ts";

export const planning: Migration = {
  id: 6,
  name: "planning",
  sql: `select 1`,
};
