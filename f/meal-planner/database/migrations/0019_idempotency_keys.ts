import type { Migration } from "../migrate.ts";

export const idempotencyKeys: Migration = {
  id: 19,
  name: "idempotency_keys",
  sql: `
-- Keys are compared byte by byte: nobody sorts them for reading, and a language's order costs several times as much.
alter table meal_planner.idempotency_records
  alter column consumer type text collate "C", alter column key type text collate "C";

-- Records come in the order of their end, nearly: for the upkeep that suffices, and a record's writer hardly pays for it.
drop index meal_planner.idempotency_records_expiry;
create index idempotency_records_expiry on meal_planner.idempotency_records
  using brin (expires_at) with (pages_per_range = 16, autosummarize = on);
`,
};
