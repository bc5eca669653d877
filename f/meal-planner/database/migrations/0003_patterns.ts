import type { Migration } from "../migrate.ts";

export const patterns: Migration = {
  id: 3,
  name: "patterns",
  sql: `
create table meal_planner.dead_letters (
  id uuid primary key,
  -- one dead letter a delivery, however often it is redriven and dies again
  delivery_key text not null unique,
  kind text not null check (kind in ('event', 'job')),
  event_id uuid check ((event_id is not null) = (kind = 'event')),
  rule text not null,
  target_id text not null,
  target jsonb not null,
  -- the event's envelope, or the job's path and arguments; the first one stays in original_payload when edited
  payload jsonb not null,
  original_payload jsonb,
  detail_type text,
  source text,
  error_code text not null,
  error_message text not null,
  classification text not null,
  exhausted text not null check (exhausted in ('not_retryable', 'maximum_retry_attempts', 'maximum_event_age')),
  attempts jsonb not null,
  history jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'redriven', 'discarded')),
  redrive_count integer not null default 0,
  first_died_at timestamptz not null default now(),
  died_at timestamptz not null default now()
);
create index dead_letters_waiting on meal_planner.dead_letters (died_at, id) where status = 'waiting';
create index dead_letters_groups on meal_planner.dead_letters (target_id, error_code) where status = 'waiting';

create table meal_planner.idempotency_records (
  consumer text not null,
  key text not null,
  status text not null check (status in ('in_progress', 'completed', 'failed')),
  owner_token uuid not null,
  payload_hash text,
  result jsonb,
  error jsonb,
  in_progress_until timestamptz check ((in_progress_until is not null) = (status = 'in_progress')),
  claimed_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  primary key (consumer, key)
);
create index idempotency_records_expiry on meal_planner.idempotency_records (expires_at);

create table meal_planner.circuits (
  name text primary key,
  -- grows with every change of state
  generation bigint not null,
  since_ms double precision not null,
  state jsonb not null,
  settings jsonb not null,
  changed_at timestamptz not null default now()
) with (fillfactor = 50);

create table meal_planner.sagas (
  id uuid primary key,
  definition text not null,
  version integer not null,
  state jsonb not null,
  kind text not null generated always as (state->>'kind') stored,
  input jsonb not null,
  input_hash text not null,
  idempotency_key text,
  -- the event that it reacts to: its id and detail
  cause jsonb,
  lease_token uuid,
  leased_until timestamptz,
  -- when a worker may take it, if nobody holds it; null: it has ended or is stuck
  due_at timestamptz,
  deadline_at timestamptz,
  resolutions jsonb not null default '[]',
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
create unique index sagas_by_key on meal_planner.sagas (definition, idempotency_key) where idempotency_key is not null;
create index sagas_due on meal_planner.sagas (due_at) where due_at is not null;
create index sagas_stuck on meal_planner.sagas (created_at) where state->>'kind' = 'stuck';

create table meal_planner.saga_steps (
  saga_id uuid not null references meal_planner.sagas on delete cascade,
  position integer not null,
  name text not null,
  state jsonb not null,
  kind text not null generated always as (state->>'kind') stored,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (saga_id, position)
) with (fillfactor = 70);

create table meal_planner.redrives (
  id uuid primary key,
  state text not null check (state in ('running', 'completed', 'cancelled')),
  terms jsonb not null,
  -- how many were waiting when it began
  matched integer not null,
  redriven integer not null default 0,
  skipped integer not null default 0,
  -- the last dead letter that was looked at
  cursor_at timestamptz,
  cursor_id uuid,
  lease_token uuid,
  leased_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);

create table meal_planner.alerts (
  kind text not null,
  subject text not null,
  -- how many it was about when it was last told
  count bigint not null,
  -- null: not told yet
  told_at timestamptz,
  sending_token uuid,
  sending_until timestamptz,
  primary key (kind, subject)
);
`,
};
