import type { Migration } from "../migrate.ts";

export const fatsecret: Migration = {
  id: 14,
  name: "fatsecret",
  sql: "select 1",
};
