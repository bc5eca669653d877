import type { Database } from "../../f/meal-planner/database/connection.ts";

// Local only, so in a schema of its own and not among the migrations: on Windmill flows keep their own state.
const TABLES = `
  create schema if not exists meal_planner_local;
  create table if not exists meal_planner_local.flow_runs (
    id uuid primary key,
    path text not null,
    definition json not null,
    args json not null,
    status text not null default 'running' check (status in ('running', 'succeeded', 'failed', 'cancelled')),
    skipped boolean not null default false,
    result json,
    error json,
    cancel_requested boolean not null default false,
    created_at timestamptz not null default now(),
    ended_at timestamptz
  );
  create index if not exists flow_runs_open on meal_planner_local.flow_runs (created_at) where status = 'running';
  create table if not exists meal_planner_local.flow_journal (
    run_id uuid not null references meal_planner_local.flow_runs on delete cascade,
    key text not null,
    value json not null,
    id bigint generated always as identity,
    primary key (run_id, key)
  );
  create table if not exists meal_planner_local.flow_waits (
    run_id uuid not null references meal_planner_local.flow_runs on delete cascade,
    step text not null,
    required_events integer not null,
    resume_form json,
    shown json,
    until timestamptz not null,
    ended boolean not null default false,
    primary key (run_id, step)
  );
  create table if not exists meal_planner_local.flow_decisions (
    run_id uuid not null,
    step text not null,
    decided_at timestamptz not null default clock_timestamp(),
    id bigint generated always as identity primary key,
    approved boolean not null,
    approver text not null,
    payload json not null,
    foreign key (run_id, step) references meal_planner_local.flow_waits on delete cascade
  );
  create table if not exists meal_planner_local.flow_cache (
    key text primary key,
    result json not null,
    until timestamptz not null
  );`;

// Any fixed number: it serialises those who create the tables.
const TABLES_LOCK = 7_263_010;

/** Creates the tables of flow runs where they are missing. Safe to call twice at once. */
export async function createFlowTables(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock($1::bigint)", [TABLES_LOCK]);
    await tx.query(TABLES);
  });
}
