import { randomUUID } from "node:crypto";
import type { Queryable } from "../../database/connection.ts";
import { Inconsistent, PayloadMismatch } from "../../database/errors.ts";
import type { Chain } from "../../events/producers/chain_scope.ts";
import { storableJson } from "../storable_json.ts";
import { chainOfSaga, type SagaCause } from "./saga_chain.ts";
import type { SagaDefinition } from "./saga_definition.ts";
import type { Saga, StepRecord } from "./saga_state.ts";

/** A saga that this worker holds. Whoever takes it over has another token, and this one's writes fail from then on. */
export type HeldSaga = {
  saga: Saga;
  token: string;
  /** Of the events that its steps emit, whoever runs them. */
  chain: Chain;
  /** Whether this worker has just started it, and goes on with the steps that it has marked as running. */
  isNew: boolean;
  nowMs: number;
};

/** Another worker has taken the saga over. */
export class LeaseLost extends Error {}

type SagaRow = {
  id: string;
  definition: string;
  version: number;
  state: Saga["state"];
  input: unknown;
  deadline_ms: number | null;
  cause: SagaCause | null;
  correlation_id: string | null;
  steps: StepRecord[];
  now_ms: number;
};

const COLUMNS = `s.id, s.definition, s.version, s.state, s.input, s.cause, s.correlation_id,
  extract(epoch from s.deadline_at)::float8 * 1000 as deadline_ms,
  extract(epoch from clock_timestamp())::float8 * 1000 as now_ms,
  (select jsonb_agg(jsonb_build_object('name', t.name, 'position', t.position, 'state', t.state) order by t.position)
   from meal_planner.saga_steps t where t.saga_id = s.id) as steps`;

export async function loadSaga(db: Queryable, id: string): Promise<Saga | undefined> {
  const { rows } = await db.query<SagaRow>(
    `select ${COLUMNS} from meal_planner.sagas s where s.id = $1::uuid`,
    [id],
  );
  return rows[0] && fromRow(rows[0]);
}

/**
 * Stores a new saga, held by this worker, its first steps already marked as running. Where the idempotency key is taken,
 * nothing is stored and the saga of that key is the answer.
 *
 * @throws PayloadMismatch where that saga was started with another input.
 */
export async function insertSaga(
  db: Queryable,
  saga: Saga,
  terms: {
    idempotencyKey: string | undefined;
    inputHash: string;
    cause: SagaCause | undefined;
    chain: Chain;
    leaseSeconds: number;
    deadlineSeconds: number | undefined;
  },
): Promise<{ kind: "new"; held: HeldSaga } | { kind: "existing"; saga: Saga }> {
  const token = randomUUID();
  const { rows } = await db.query<{ now_ms: number; deadline_ms: number | null }>(
    `with stored as (
       insert into meal_planner.sagas
         (id, definition, version, state, input, input_hash, idempotency_key, cause, lease_token, leased_until, due_at, deadline_at, correlation_id)
       values ($1::uuid, $2::text, $3::integer, $4::jsonb, $5::jsonb, $6::text, $7::text, $8::jsonb, $9::uuid,
         clock_timestamp() + make_interval(secs => $10::float8), clock_timestamp(),
         clock_timestamp() + make_interval(secs => $11::float8), $13::uuid)
       on conflict (definition, idempotency_key) where idempotency_key is not null do nothing
       returning id, deadline_at
     ), steps as (
       insert into meal_planner.saga_steps (saga_id, position, name, state, started_at)
       select stored.id, x.position, x.name,
         case when x.state->>'kind' = 'running'
           then x.state || jsonb_build_object('first_ms', extract(epoch from clock_timestamp())::float8 * 1000)
           else x.state end,
         case when x.state->>'kind' <> 'pending' then clock_timestamp() end
       from stored, jsonb_to_recordset($12::jsonb) as x(position integer, name text, state jsonb)
     )
     select extract(epoch from clock_timestamp())::float8 * 1000 as now_ms,
       extract(epoch from deadline_at)::float8 * 1000 as deadline_ms from stored`,
    [
      saga.id,
      saga.definition,
      saga.version,
      storableJson(saga.state),
      storableJson(saga.input),
      terms.inputHash,
      terms.idempotencyKey ?? null,
      terms.cause ? JSON.stringify({ id: terms.cause.id, detail: terms.cause.detail }) : null,
      token,
      terms.leaseSeconds,
      terms.deadlineSeconds ?? null,
      JSON.stringify(saga.steps),
      terms.chain.correlationId,
    ],
    "saga_insert",
  );
  const row = rows[0];
  if (row) {
    const begun = saga.steps.map((step) =>
      step.state.kind === "running" ? { ...step, state: { ...step.state, first_ms: row.now_ms } } : step,
    );
    const stored = { ...saga, steps: begun, deadlineMs: row.deadline_ms };
    return { kind: "new", held: { saga: stored, token, chain: terms.chain, isNew: true, nowMs: row.now_ms } };
  }
  return {
    kind: "existing",
    saga: await existingSaga(db, saga.definition, terms.idempotencyKey, terms.inputHash),
  };
}

async function existingSaga(
  db: Queryable,
  definition: string,
  key: string | undefined,
  inputHash: string,
): Promise<Saga> {
  const { rows } = await db.query<SagaRow & { input_hash: string }>(
    `select ${COLUMNS}, s.input_hash from meal_planner.sagas s
     where s.definition = $1::text and s.idempotency_key = $2::text`,
    [definition, key ?? null],
  );
  const row = rows[0];
  if (!row) throw new Inconsistent(`The saga ${definition} with key "${key}" was there and is gone.`);
  if (row.input_hash !== inputHash) {
    throw new PayloadMismatch(
      `A saga ${definition} was started with key "${key}" and another input. Use a new key for a new saga.`,
    );
  }
  return fromRow(row);
}

/**
 * Takes a saga that nobody holds: the given one, else the one that is due for longest. Only those whose definition
 * this worker knows in the saga's own version. Two workers never get the same one.
 */
export async function claimSaga(
  db: Queryable,
  known: readonly SagaDefinition[],
  leaseSeconds: number,
  id?: string,
): Promise<HeldSaga | undefined> {
  const token = randomUUID();
  const { rows } = await db.query<SagaRow>(
    `with taken as (
       select c.id from meal_planner.sagas c
       join unnest($1::text[], $2::integer[]) as known(definition, version) using (definition, version)
       where c.due_at is not null and (c.leased_until is null or c.leased_until <= clock_timestamp())
         and case when $3::uuid is null then c.due_at <= clock_timestamp() else c.id = $3::uuid end
       order by c.due_at limit 1
       for update of c skip locked
     )
     update meal_planner.sagas s
     set lease_token = $4::uuid, leased_until = clock_timestamp() + make_interval(secs => $5::float8)
     from taken where s.id = taken.id
     returning ${COLUMNS}`,
    [known.map((saga) => saga.name), known.map((saga) => saga.version), id ?? null, token, leaseSeconds],
  );
  const row = rows[0];
  return row && { saga: fromRow(row), token, chain: chainOfSaga(row), isNew: false, nowMs: row.now_ms };
}

/** What happens to the lease when a saga is saved. */
export type LeaseChange =
  | { kind: "keep"; leaseSeconds: number }
  | { kind: "release"; dueMs: number }
  | { kind: "end" };

/**
 * Writes the saga's state and the named steps in one statement. Answers the database's time.
 *
 * @throws LeaseLost, having written nothing, where another worker holds the saga.
 */
export async function saveSaga(
  db: Queryable,
  held: { saga: Saga; token: string },
  steps: readonly StepRecord[],
  lease: LeaseChange,
): Promise<number> {
  const { rows } = await db.query<{ now_ms: number }>(
    `with held as (
       update meal_planner.sagas s
       set state = $3::jsonb,
         lease_token = case when $4::float8 is not null then s.lease_token end,
         leased_until = clock_timestamp() + make_interval(secs => $4::float8),
         due_at = case when $4::float8 is not null then s.due_at else to_timestamp($5::float8 / 1000) end,
         ended_at = case when $4::float8 is null and $5::float8 is null then clock_timestamp() end
       where s.id = $1::uuid and s.lease_token = $2::uuid
       returning s.id
     ), changed as (
       update meal_planner.saga_steps t
       set state = x.state,
         started_at = coalesce(t.started_at, clock_timestamp()),
         ended_at = case when x.state->>'kind' in ('succeeded', 'failed', 'compensated', 'compensation_failed', 'skipped')
           then clock_timestamp() end
       from held, jsonb_to_recordset($6::jsonb) as x(position integer, state jsonb)
       where t.saga_id = held.id and t.position = x.position
     )
     select extract(epoch from clock_timestamp())::float8 * 1000 as now_ms from held`,
    [
      held.saga.id,
      held.token,
      storableJson(held.saga.state),
      lease.kind === "keep" ? lease.leaseSeconds : null,
      lease.kind === "release" ? lease.dueMs : null,
      storableJson(steps),
    ],
    "saga_save",
  );
  const row = rows[0];
  if (!row) throw new LeaseLost();
  return row.now_ms;
}

/** Keeps the lease while a step runs. False where another worker has taken the saga over. */
export async function extendLease(
  db: Queryable,
  id: string,
  token: string,
  leaseSeconds: number,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update meal_planner.sagas set leased_until = clock_timestamp() + make_interval(secs => $3::float8)
     where id = $1::uuid and lease_token = $2::uuid`,
    [id, token, leaseSeconds],
  );
  return rowCount > 0;
}

function fromRow(row: SagaRow): Saga {
  return {
    id: row.id,
    definition: row.definition,
    version: row.version,
    state: row.state,
    input: row.input,
    deadlineMs: row.deadline_ms,
    steps: row.steps,
  };
}
