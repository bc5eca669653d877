import type { Migration } from "../migrate.ts";

export const tandoor: Migration = {
  id: 13,
  name: "tandoor",
  sql: "select 1",
};
