import type { Migration } from "../migrate.ts";

export const events: Migration = {
  id: 2,
  name: "events",
  sql: `
create table meal_planner.events (
  id uuid not null,
  detail_type text not null,
  source text not null,
  account text not null default 'meal-planner',
  region text not null default 'local',
  time timestamptz not null,
  resources text[],
  -- json and not jsonb: the text comes back as it went in, and writing it costs a third
  detail json not null,
  correlation_id uuid not null,
  causation_id uuid,
  trace_header text,
  ingested_at timestamptz not null default statement_timestamp(),
  primary key (id)
) partition by range (id);
comment on table meal_planner.events is
  'The archive: append-only. Ids are ULIDs by the clock of the database, so that ranges of ids are ranges of time.';
create index events_by_correlation on meal_planner.events (correlation_id);

-- The least id that can be made at a moment: its milliseconds in 48 bits, then zeros.
create function meal_planner.first_event_id(moment timestamptz) returns uuid
language sql immutable parallel safe as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

create function meal_planner.event_id_time(id uuid) returns timestamptz
language sql immutable parallel safe as $$
  select to_timestamp(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
$$;

-- Catches what no partition of a month takes; upkeep moves it out again.
create table meal_planner.events_default partition of meal_planner.events default;

create function meal_planner.create_event_partition(month date) returns text
language plpgsql as $$
declare
  starts timestamptz := date_trunc('month', month)::timestamp at time zone 'utc';
  ends timestamptz := (date_trunc('month', month) + interval '1 month')::timestamp at time zone 'utc';
  low uuid := meal_planner.first_event_id(starts);
  high uuid := meal_planner.first_event_id(ends);
  partition_name text := 'events_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass('meal_planner.' || partition_name) is not null then
    return null;
  end if;
  execute format('create table meal_planner.%I (like meal_planner.events including defaults)', partition_name);
  -- Attaching is refused while the default partition holds rows of the range.
  execute format(
    'with moved as (delete from meal_planner.events_default where id >= %L and id < %L returning *)
     insert into meal_planner.%I select * from moved', low, high, partition_name);
  execute format('alter table meal_planner.events attach partition meal_planner.%I for values from (%L) to (%L)',
    partition_name, low, high);
  return partition_name;
end
$$;

-- Last month's too: a transaction may begin before midnight and commit after it.
select meal_planner.create_event_partition((date_trunc('month', now() at time zone 'utc') + n * interval '1 month')::date)
from generate_series(-1, 6) n;

create table meal_planner.rules (
  name text primary key,
  description text not null default '',
  event_pattern json not null,
  enabled boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table meal_planner.targets (
  rule text not null references meal_planner.rules on delete cascade,
  id text not null,
  position integer not null,
  spec json not null,
  primary key (rule, id)
);
comment on column meal_planner.targets.spec is 'The target as put_rule takes it.';

create table meal_planner.disabled_built_in_rules (
  name text primary key,
  disabled_at timestamptz not null default now()
);

-- Emit compares the version with the one that its cached rules belong to. It is random and not a count, so that
-- it names one state of one database.
create table meal_planner.rule_set (
  only_one boolean primary key default true check (only_one),
  version uuid not null
);
insert into meal_planner.rule_set (version) values ('00000000-0000-0000-0000-000000000000');

create table meal_planner.deliveries (
  seq bigint generated always as identity,
  event_id uuid not null,
  rule text not null,
  target text not null,
  inline boolean not null,
  -- of a target that takes only so many at once
  limited boolean not null default false,
  ordering_key text,
  -- null: due at once. Otherwise not before; while leased, the end of the lease.
  due_at timestamptz,
  lease_token uuid,
  job_id text,
  job_started_at timestamptz,
  attempts integer not null default 0,
  errors jsonb,
  replay_name text,
  -- handed out in place of the archived event: a redriven one that was edited, or that retention has dropped
  envelope json,
  created_at timestamptz not null default statement_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000);
comment on table meal_planner.deliveries is
  'What is still owed: one row for each event and target. A delivery that is done leaves the table.';
-- A new row stands in exactly one of the four: the cost of an emit and of a claim doesn't grow with what waits
-- for a retry, a lease or its turn.
create unique index deliveries_due_now on meal_planner.deliveries (inline, seq)
  where due_at is null and ordering_key is null and not limited;
create index deliveries_due_later on meal_planner.deliveries (inline, due_at, seq)
  where due_at is not null and ordering_key is null and not limited;
create index deliveries_limited on meal_planner.deliveries (rule, target, due_at nulls first, seq)
  where limited;
create index deliveries_in_order on meal_planner.deliveries (inline, rule, target, ordering_key, seq)
  where ordering_key is not null;
-- What is held or was tried is ended by its number. The predicate is not the one of deliveries_due_later, so that a
-- plan made while the table is small never scans this one for what is due.
create unique index deliveries_touched on meal_planner.deliveries (seq)
  where due_at > '-infinity';

create table meal_planner.replays (
  name text primary key check (length(name) between 1 and 64),
  state text not null check (state in ('running', 'cancelled', 'completed')),
  from_time timestamptz not null,
  to_time timestamptz not null,
  event_pattern json,
  rules text[] not null,
  events_per_second double precision,
  -- it goes through the archive by id: from after last_id to before end_id, which was then when it began
  last_id uuid,
  end_id uuid not null,
  last_event_time timestamptz,
  scanned bigint not null default 0,
  replayed bigint not null default 0,
  expected bigint not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);

create table meal_planner.delivery_counts (
  minute timestamptz not null,
  rule text not null,
  target text not null,
  outcome text not null,
  code text not null default '',
  count bigint not null,
  primary key (minute, rule, target, outcome, code)
);
comment on table meal_planner.delivery_counts is
  'How many deliveries ended how, a minute and a dispatcher at a time; for rates and failures by target.';
`,
};
