import type { Migration } from "../migrate.ts";

export const sagaChains: Migration = {
  id: 26,
  name: "saga_chains",
  sql: `
    -- Of all events that its steps emit: of the event or the flow run that it was started by. Null in sagas from before.
    alter table meal_planner.sagas add column correlation_id uuid;
  `,
};
