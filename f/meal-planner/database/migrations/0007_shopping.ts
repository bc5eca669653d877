import type { Migration } from "../migrate.ts";

export const shopping: Migration = {
  id: 7,
  name: "shopping",
  sql: `select 1`,
};
