import type { Migration } from "../migrate.ts";

export const web: Migration = {
  id: 17,
  name: "web",
  sql: "select 1",
};
