import type { Migration } from "../migrate.ts";

export const web: Migration = {
  id: 16,
  name: "web",
  sql: `
    -- The operator's page reads the latest first, of all sagas and of one state.
    create index sagas_latest on meal_planner.sagas (created_at desc, id desc);
    create index sagas_latest_by_kind on meal_planner.sagas (kind, created_at desc, id desc);
  `,
};
