import type { Migration } from "../migrate.ts";

export const events: Migration = {
  id: 2,
  name: "events",
  sql: `select 1`,
};
