import { randomUUID } from "node:crypto";
import type { Database } from "../../database/connection.ts";
import { Inconsistent, InProgress } from "../../database/errors.ts";
import { findLive, LIVE, LIVE_COLUMNS } from "./claim.ts";
import { expectsRepeat, noteOutcome } from "./expected_repeat.ts";
import { answerFrom, type LiveRecord, StoredFailure } from "./idempotency_record.ts";
import { type Call, type IdempotentOperation, identify } from "./idempotent_operation.ts";
import type { Once } from "./run_once.ts";

/**
 * `text` is one `insert … returning`, `update … returning` or `delete … returning` that reads `claim`: one row if this
 * call is the first, none if it is a repeat, as in `insert into t (a) select $1::text from claim returning a`.
 */
export type Effect = { text: string; values: unknown[] };

/**
 * The effect and its record as one statement: one round trip, one commit. The result is the list of rows that the
 * effect returned. A repeat writes nothing. For effects of a single statement on a hot path; `runOnceInTransaction`
 * takes any effect.
 *
 * Guarantee: of any number of callers at once, the effect of exactly one stays. The others wait for its commit.
 *
 * @throws PayloadMismatch, InvalidInput, InProgress, StoredFailure as `runOnceInTransaction`.
 */
export async function runStatementOnce<R>(
  database: Database,
  operation: IdempotentOperation,
  call: Call & { key: string },
  effect: Effect,
): Promise<Once<R[]>> {
  const guarded = identify(operation, call);
  if (!guarded) throw new Inconsistent("A call with a key is always guarded.");
  const { identity, terms } = guarded;
  const statement = statementFor(effect);
  const shared = [...effect.values, identity.consumer, identity.key, terms.payloadHash, terms.ttlSeconds];
  const replayed = (record: LiveRecord): Once<R[]> => {
    const answer = answerFrom(record, identity, terms.payloadHash);
    noteOutcome(operation, "replayed");
    if (answer.status === "completed") return { kind: "replayed", result: answer.result as R[] };
    if (answer.status === "failed") throw new StoredFailure(answer.error);
    throw new InProgress(
      `${operation.consumer} is already running for this key.`,
      answer.status === "in_progress" ? answer.retry_after_seconds : 0,
    );
  };
  if (expectsRepeat(operation)) {
    const live = await findLive(database, identity);
    if (live) return replayed(live);
  }
  for (let round = 1; round <= 100; round++) {
    let row = await firstRow(database, statement.first, shared);
    if (row !== "taken" && !row.ran && !row.counts) {
      row = await firstRow(database, statement.takeOver, [...shared, randomUUID()]);
    }
    if (row === "taken") continue;
    if (!row.ran) return replayed(row);
    noteOutcome(operation, "ran");
    return { kind: "ran", result: row.result as R[] };
  }
  throw new Inconsistent(
    `Key "${identity.key}" of ${identity.consumer} changes faster than it can be read. Try again.`,
  );
}

/** `counts`: false of a record whose time is over. */
type StatementRow = LiveRecord & { ran: boolean; counts: boolean; result: unknown };

async function firstRow(
  database: Database,
  { text, name }: Statement,
  values: unknown[],
): Promise<StatementRow | "taken"> {
  try {
    const { rows } = await database.query<StatementRow>(text, values, name);
    return rows[0] ?? "taken";
  } catch (error) {
    if (rivalWasFirst(error)) return "taken";
    throw error;
  }
}

/** How the statements below end, and the effect with them, where a rival's record turned up while they ran. */
function rivalWasFirst(error: unknown): boolean {
  const { code, table, column } = error as { code?: string; table?: string; column?: string };
  if (table !== "idempotency_records") return false;
  return code === "23505" || (code === "23502" && column === "owner_token"); // unique_, not_null_violation
}

/** The name is that of the prepared statement: one for each effect's text. */
type Statement = { text: string; name: string };

const statements = new Map<string, { first: Statement; takeOver: Statement }>();

function statementFor(effect: Effect): { first: Statement; takeOver: Statement } {
  const known = statements.get(effect.text);
  if (known) return known;
  const first = effect.values.length + 1;
  const parameter = (offset: number) => `$${first + offset}`;
  const names = { consumer: parameter(0), key: parameter(1), hash: parameter(2), ttl: parameter(3) };
  const number = statements.size + 1;
  const made = {
    first: { text: firstText(effect, names), name: `run_once_${number}` },
    takeOver: { text: takeOverText(effect, names, parameter(4)), name: `take_over_once_${number}` },
  };
  statements.set(effect.text, made);
  return made;
}

type Parameters = { consumer: string; key: string; hash: string; ttl: string };

const RESULT = "(select coalesce(jsonb_agg(to_jsonb(effect)), '[]') from effect)";

/**
 * The usual case, kept as bare as can be: there is no record, or one that counts. The record comes after the effect,
 * since it holds the result.
 */
function firstText(effect: Effect, { consumer, key, hash, ttl }: Parameters): string {
  return `with found as (
      select ${LIVE_COLUMNS}, ${LIVE} as counts from meal_planner.idempotency_records r
      where r.consumer = ${consumer}::text and r.key = ${key}::text
    ), claim as (
      select true as is_first where not exists (select from found)
    ), effect as (
      ${effect.text}
    ), record as (
      insert into meal_planner.idempotency_records
        (consumer, key, status, owner_token, payload_hash, result, expires_at)
      select ${consumer}::text, ${key}::text, 'completed', gen_random_uuid(), ${hash}::text, ${RESULT},
        clock_timestamp() + make_interval(secs => ${ttl}::float8)
      from claim
      returning result
    )
    select false as ran, found.* from found
    union all
    select true, 'completed', null, record.result, null, null, null, true from record`;
}

/** The same over a record whose time is over. Where it counts by then, setting the owner to null ends the statement. */
function takeOverText(effect: Effect, { consumer, key, hash, ttl }: Parameters, token: string): string {
  return `with live as (
      select ${LIVE_COLUMNS} from meal_planner.idempotency_records r
      where r.consumer = ${consumer}::text and r.key = ${key}::text and ${LIVE}
    ), claim as (
      select true as is_first where not exists (select from live)
    ), effect as (
      ${effect.text}
    ), record as (
      insert into meal_planner.idempotency_records as r
        (consumer, key, status, owner_token, payload_hash, result, expires_at)
      select ${consumer}::text, ${key}::text, 'completed', ${token}::uuid, ${hash}::text, ${RESULT},
        clock_timestamp() + make_interval(secs => ${ttl}::float8)
      from claim
      on conflict (consumer, key) do update set
        owner_token = case when ${LIVE} then null else excluded.owner_token end,
        status = excluded.status, payload_hash = excluded.payload_hash, result = excluded.result, error = null,
        in_progress_until = null, expires_at = excluded.expires_at, claimed_at = clock_timestamp()
      returning r.result
    )
    select false as ran, live.*, true as counts from live
    union all
    select true, 'completed', null, record.result, null, null, null, true from record`;
}
