import type { Migration } from "../migrate.ts";

export const dispatcher: Migration = {
  id: 12,
  name: "dispatcher",
  sql: `
create table meal_planner.dispatcher (
  only_one boolean primary key default true check (only_one),
  token uuid,
  awake_until timestamptz not null default '-infinity'
);
insert into meal_planner.dispatcher default values;
comment on table meal_planner.dispatcher is
  'Whether a dispatcher is awake, or was started a moment ago: then an emit starts none. Not a lock: any number may run.';
`,
};
