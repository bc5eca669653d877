import type { Migration } from "../migrate.ts";

export const patterns: Migration = {
  id: 3,
  name: "patterns",
  sql: `select 1`,
};
