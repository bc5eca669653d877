import type { Migration } from "../migrate.ts";

export const households: Migration = {
  id: 1,
  name: "households",
  sql: `select 1`,
};
