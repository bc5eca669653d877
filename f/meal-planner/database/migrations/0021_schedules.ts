import type { Migration } from "../migrate.ts";

export const schedules: Migration = {
  id: 21,
  name: "schedules",
  sql: `
    -- What the runner on one machine keeps of its schedules: a row each. Windmill keeps its own.
    create table meal_planner.schedules (
      path text primary key,
      summary text not null,
      -- Switched on or off by somebody; null where nobody has: then the runner decides.
      chosen boolean,
      -- Set by somebody in place of the file's.
      cron text,
      timezone text,
      -- What next_at was worked out from.
      timing text,
      -- The next run; null while it is off.
      next_at timestamptz,
      -- The run under way, or the one that was cut off and is taken up again.
      run_id uuid,
      due_at timestamptz,
      started_at timestamptz,
      lease_token uuid,
      leased_until timestamptz,
      -- How the last run ended.
      last_run jsonb,
      failures integer not null default 0
    );
  `,
};
