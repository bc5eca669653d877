import type { Migration } from "../migrate.ts";

export const windmill: Migration = {
  id: 16,
  name: "windmill",
  sql: "select 1",
};
