import type { Migration } from "../migrate.ts";

export const busChanges: Migration = {
  id: 20,
  name: "bus_changes",
  sql: "select 1",
};
