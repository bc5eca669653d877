import type { Migration } from "../migrate.ts";

export const leftovers: Migration = {
  id: 18,
  name: "leftovers",
  sql: "select 1",
};
