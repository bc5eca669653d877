import type { Migration } from "../migrate.ts";

export const recipes: Migration = {
  id: 5,
  name: "recipes",
  sql: `select 1`,
};
