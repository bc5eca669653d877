import type { Migration } from "../migrate.ts";

export const publishing: Migration = {
  id: 15,
  name: "publishing",
  sql: "select 1",
};
