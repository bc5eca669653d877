import type { Migration } from "../migrate.ts";

export const preferences: Migration = {
  id: 19,
  name: "preferences",
  sql: "select 1",
};
