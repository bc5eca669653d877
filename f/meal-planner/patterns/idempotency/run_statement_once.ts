import { randomUUID } from "node:crypto";
import type { Database } from "../../database/connection.ts";
import { Inconsistent, InProgress } from "../../database/errors.ts";
import { LIVE, LIVE_COLUMNS } from "./claim.ts";
import { answerFrom, type LiveRecord, StoredFailure } from "./idempotency_record.ts";
import { type Call, type IdempotentOperation, identify } from "./idempotent_operation.ts";
import type { Once } from "./run_once.ts";

/**
 * `text` is one `insert … returning`, `update … returning` or `delete … returning` that reads `claim`: one row if this
 * call is the first, none if it is a repeat, as in `insert into t (a) select $1::text from claim returning a`.
 */
export type Effect = { text: string; values: unknown[] };

const TAKEN = "23502"; // not_null_violation: how the statement below ends itself when a rival was first

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
  const values = [
    ...effect.values,
    identity.consumer,
    identity.key,
    randomUUID(),
    terms.payloadHash,
    terms.ttlSeconds,
  ];
  for (let round = 1; round <= 100; round++) {
    const row = await firstRow(database, statement, values);
    if (row === "taken") continue;
    if (row.ran) return { kind: "ran", result: row.result as R[] };
    const answer = answerFrom(row, identity, terms.payloadHash);
    if (answer.status === "completed") return { kind: "replayed", result: answer.result as R[] };
    if (answer.status === "failed") throw new StoredFailure(answer.error);
    throw new InProgress(
      `${operation.consumer} is already running for this key.`,
      answer.status === "in_progress" ? answer.retry_after_seconds : 0,
    );
  }
  throw new Inconsistent(
    `Key "${identity.key}" of ${identity.consumer} changes faster than it can be read. Try again.`,
  );
}

type StatementRow = LiveRecord & { ran: boolean; result: unknown };

async function firstRow(
  database: Database,
  { text, name }: Statement,
  values: unknown[],
): Promise<StatementRow | "taken"> {
  try {
    const { rows } = await database.query<StatementRow>(text, values, name);
    return rows[0] ?? "taken";
  } catch (error) {
    const { code, table, column } = error as { code?: string; table?: string; column?: string };
    if (code === TAKEN && table === "idempotency_records" && column === "owner_token") return "taken";
    throw error;
  }
}

/** The name is that of the prepared statement: one for each effect's text. */
type Statement = { text: string; name: string };

const statements = new Map<string, Statement>();

function statementFor(effect: Effect): Statement {
  const known = statements.get(effect.text);
  if (known) return known;
  const first = effect.values.length + 1;
  const [consumer, key, token, hash, ttl] = [0, 1, 2, 3, 4].map((offset) => `$${first + offset}`);
  // The record comes after the effect, since it holds the result. If a rival's record turns up by then, setting the
  // owner to null ends the statement, and the effect with it.
  const text = `with live as (
      select ${LIVE_COLUMNS} from meal_planner.idempotency_records r
      where r.consumer = ${consumer}::text and r.key = ${key}::text and ${LIVE}
    ), claim as (
      select true as is_first where not exists (select from live)
    ), effect as (
      ${effect.text}
    ), record as (
      insert into meal_planner.idempotency_records as r
        (consumer, key, status, owner_token, payload_hash, result, expires_at)
      select ${consumer}::text, ${key}::text, 'completed', ${token}::uuid, ${hash}::text,
        (select coalesce(jsonb_agg(to_jsonb(effect)), '[]') from effect),
        clock_timestamp() + make_interval(secs => ${ttl}::float8)
      from claim
      on conflict (consumer, key) do update set
        owner_token = case when ${LIVE} then null else excluded.owner_token end,
        status = excluded.status, payload_hash = excluded.payload_hash, result = excluded.result, error = null,
        in_progress_until = null, expires_at = excluded.expires_at, claimed_at = clock_timestamp()
      returning r.result
    )
    select false as ran, live.* from live
    union all
    select true, 'completed', null, record.result, null, null, null from record`;
  const statement = { text, name: `run_once_${statements.size + 1}` };
  statements.set(effect.text, statement);
  return statement;
}
